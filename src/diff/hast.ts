import type { Nodes } from "hast";
import { element, maxDepth, plainName, type TreeNode, unseen } from "#diff/tree.ts";

/** The plain tree of what a HTML parser made. Comments and what no reader sees are left out. */
export function fromHast(node: Nodes): TreeNode[] {
  return convert(node, 0, false);
}

function convert(node: Nodes, depth: number, drawing: boolean): TreeNode[] {
  if (node.type === "text") return node.value === "" ? [] : [node.value];
  if (node.type === "root") return node.children.flatMap((child) => convert(child, depth, drawing));
  if (node.type !== "element" || unseen.has(node.tagName)) return [];
  if (depth >= maxDepth) return collectText(node);
  const drawn = drawing || node.tagName === "svg";
  const attributes: Record<string, string> = {};
  for (const [property, value] of Object.entries(node.properties)) {
    if (value === undefined || value === null || value === false) continue;
    const name = nameAttribute(property, drawn);
    if (name.startsWith("on") || !plainName.test(name)) continue;
    attributes[name] = value === true ? "" : Array.isArray(value) ? value.join(" ") : String(value);
  }
  return [
    element(
      plainName.test(node.tagName) ? node.tagName : "span",
      attributes,
      node.children.flatMap((child) => convert(child, depth + 1, drawn)),
    ),
  ];
}

function collectText(top: Nodes): TreeNode[] {
  const text: string[] = [];
  const open: Nodes[] = [top];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === "text") text.push(node.value);
    else if ("children" in node && !(node.type === "element" && unseen.has(node.tagName))) open.push(...node.children.toReversed());
  }
  return text.length > 0 ? [text.join("")] : [];
}

const special: Record<string, string> = { className: "class", htmlFor: "for", httpEquiv: "http-equiv", acceptCharset: "accept-charset" };

/** Attributes of SVG that are written with capitals; the others of several words take hyphens. */
const capitals =
  /^(?:viewBox|preserveAspectRatio|pathLength|textLength|lengthAdjust|startOffset|(?:gradient|pattern|marker|mask|clipPath|filter|primitive)(?:Units|ContentUnits|Transform)|marker(?:Width|Height)|ref[XY]|spreadMethod|stdDeviation|baseFrequency|numOctaves|repeat(?:Count|Dur)|attribute(?:Name|Type)|key(?:Times|Splines|Points)|calcMode)$/;

/** The name that HTML writes for a property of hast: https://github.com/syntax-tree/hast#propertyname */
function nameAttribute(property: string, drawing: boolean): string {
  if (Object.hasOwn(special, property)) return special[property]!;
  if (/^data[A-Z0-9]/.test(property)) return `data-${hyphenate(property.slice(4)).replace(/^-/, "")}`;
  if (/^aria[A-Z]/.test(property)) return `aria-${property.slice(4).toLowerCase()}`;
  if (/^xLink[A-Z]/.test(property)) return `xlink:${property.slice(5).toLowerCase()}`;
  if (drawing) return capitals.test(property) ? property : hyphenate(property);
  return property.toLowerCase();
}

function hyphenate(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
