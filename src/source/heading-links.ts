import { defineHastPlugin } from "satteri";

/**
 * Puts behind each heading a link to itself, which CSS shows to a mouse. A keyboard and a screen reader find the same
 * link in the contents of the page, so that here it would only be in their way.
 */
export const linkHeadings = defineHastPlugin({
  name: "link-headings",
  element: {
    filter: ["h1", "h2", "h3", "h4", "h5", "h6"],
    visit(node, context) {
      const { id } = node.properties;
      if (typeof id !== "string") return;
      const properties = { className: ["anchor"], href: `#${id}`, tabIndex: -1, ariaHidden: "true" };
      context.appendChild(node, { type: "element", tagName: "a", properties, children: [] });
    },
  },
});
