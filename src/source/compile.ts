import type { Element as HtmlElement } from "hast";
import { defineHastPlugin, defineMdastPlugin, type Features, mdxToJs, type MdxJsxFlowElement, type MdxJsxTextElement } from "satteri";
import { isComponentName } from "#model/components.ts";
import { type CompilableBody, elementKey } from "#model/body.ts";
import { linkHeadings } from "#source/heading-links.ts";
import { highlight } from "#source/highlight.ts";
import { countBlocks, describeBlame, markBlocks, markMade } from "#source/mark-blocks.ts";
import { maskCode, unmask } from "#source/mask.ts";
import { deepest, features, parseMdx } from "#source/mdx.ts";
import { nameCells } from "#source/wide-tables.ts";
import { allowedHtml, forbiddenScheme, isExternal, readAttributes } from "#source/policy.ts";

/** Words that the compiler itself puts into the text. */
export interface BodyWords {
  footnotes: string;
  /** Holds `{reference}`, which the compiler replaces. */
  backToReference: string;
  table: string;
}

/** HTML where a text holds no component, or else the body of a function that takes the JSX runtime and returns `{ default: Content }`. */
export type CompiledBody = { html: string } | { code: string };

const output = {
  outputFormat: "function-body",
  jsxImportSource: "astro",
  elementAttributeNameCase: "html",
  optimizeStatic: { component: "Fragment", prop: "set:html" },
} as const;

/**
 * Compiles a document's text. Nothing of it becomes code, whatever it holds: variables become components, and what the
 * content policy forbids is left out or shown as text, so that even a text that was never checked can be shown; throws
 * where it is not MDX at all. With `anchors`, headings lead to themselves.
 */
export async function compileBody(body: CompilableBody, words: BodyWords, { anchors = false } = {}): Promise<CompiledBody> {
  const { blame, source } = body;
  refuseDepth(source);
  /** A pass is only made over a text that may hold what it is for, because each takes its time. */
  const where = <T>(may: boolean, pass: () => T): T[] => (may ? [pass()] : []);
  const result = await mdxToJs(maskCode(source), {
    features: { ...features, gfm: { footnotes: { label: words.footnotes, backLabel: words.backToReference } } } satisfies Features,
    mdastPlugins: [
      ...where(body.slugs.length > 0 || /[~!{]/.test(source), () => resolve(body)),
      ...(blame ? [markBlocks(blame)] : []),
      ...where(/[[:@]|www\./i.test(source), () => resolveLinks(body)),
    ],
    hastPlugins: [
      ...where(/[<{]/.test(source), () => resolveElements(body)),
      ...where(/[|:]/.test(source), () => nameCells),
      ...where(anchors, () => linkHeadings),
      ...where(/[|:[]/.test(source), () => finish(words)),
      ...where(/^\s*(?:`{3}|~{3})/m.test(source), () => highlightCode),
      ...(blame ? [markMade(blame)] : []),
    ],
    ...output,
  });
  const code = unmask(result.code);
  const html = readStatic(code);
  return html === undefined ? { code } : { html };
}

/** The code around the HTML of a text that is nothing else. */
const [before = "", after = ""] = mdxToJs("x", output).code.split('"<p>x</p>"');

/** The HTML of a compiled text that is nothing else, so that no code need be run; undefined in doubt. */
function readStatic(code: string): string | undefined {
  if (!code.startsWith(before) || !code.endsWith(after)) return undefined;
  try {
    return JSON.parse(code.slice(before.length, code.length - after.length)) as string;
  } catch {
    // More code than a string, or one with an escape that JSON does not have.
    return undefined;
  }
}

/** Because the compiler ends the process where elements lie too deep in one another. */
function refuseDepth(source: string): void {
  if ((source.match(/</g)?.length ?? 0) <= deepest) return;
  const parsed = parseMdx(source, "");
  if ("problem" in parsed) throw new Error(parsed.problem.message);
}

type JsxElement = MdxJsxFlowElement | MdxJsxTextElement;

/** Puts in what the handbook knows: anchors of headings, addresses of images, names of variables. */
function resolve(body: CompilableBody) {
  let heading = 0;
  return defineMdastPlugin({
    name: "resolve",
    heading(node, context) {
      const id = body.slugs[heading++];
      if (id) context.setProperty(node, "data", { hProperties: { id } });
    },
    // What an author struck out is no change: `del` is for those.
    delete: (node, context) => context.setProperty(node, "data", { hName: "s" }),
    image(node, context) {
      const url = unmask(node.url);
      const picture = Object.hasOwn(body.images, url) ? body.images[url] : undefined;
      // One that is gone, as in the text of an old day, leaves the words for it.
      if (!picture) return context.replaceNode(node, { type: "text", value: node.alt ?? "" } as never);
      const { src, width, height } = picture;
      context.setProperty(node, "url", src);
      context.setProperty(node, "data", { hProperties: { width, height, loading: "lazy", decoding: "async" } });
    },
    imageReference: (node, context) => context.removeNode(node),
    mdxjsEsm: (node, context) => context.removeNode(node),
    mdxFlowExpression: (node) => variable(node.value, "mdxJsxFlowElement"),
    mdxTextExpression: (node) => variable(node.value, "mdxJsxTextElement"),
  });

  function variable(written: string, type: "mdxJsxFlowElement" | "mdxJsxTextElement") {
    const name = written.trim();
    const known = Object.hasOwn(body.variables, name) ? body.variables[name] : undefined;
    if (!known) return { type: "text", value: "" } as never;
    return { type, name: "Variable", attributes: toAttributes({ name, ...known }), children: [] } as never;
  }
}

/** Puts in the addresses of links, in a pass of its own: what one pass changes within a link that it takes away is lost. */
function resolveLinks(body: CompilableBody) {
  const link = (node: { url: string }) => {
    const url = unmask(node.url);
    if (Object.hasOwn(body.links, url)) return body.links[url];
    return isExternal(url) && !forbiddenScheme(url) ? url : undefined;
  };
  return defineMdastPlugin({
    name: "resolve-links",
    link(node, context) {
      const url = link(node);
      if (url === undefined) context.replaceNode(node, node.children as never);
      else if (url !== node.url) context.setProperty(node, "url", url);
      else context.setProperty(node, "data", { hProperties: { rel: "noopener noreferrer" } });
    },
    definition(node, context) {
      context.setProperty(node, "url", link(node) ?? "");
    },
  });
}

/** Gives components their attributes; an unknown one becomes `Unknown`, which shows its children. */
function resolveElements(body: CompilableBody) {
  const next = countBlocks(body.blame ?? {});
  const isVariable = (name: string | true | undefined): name is string => typeof name === "string" && Object.hasOwn(body.variables, name);
  const visit = (node: Readonly<JsxElement>): JsxElement | undefined => {
    const name = node.name ?? "";
    const written = readAttributes(node as JsxElement);
    const marks = node.type === "mdxJsxFlowElement" ? describeBlame(next("mdxJsxFlowElement")) : undefined;
    if (name === "Variable" && isVariable(written["name"]))
      return { ...node, attributes: toAttributes({ name: written["name"], ...body.variables[written["name"]] }) } as JsxElement;
    if (isComponentName(name))
      return { ...node, attributes: toAttributes({ ...body.elements[elementKey(name, written)], ...marks }) } as JsxElement;
    if (Object.hasOwn(allowedHtml, name)) {
      const attributes = Object.entries(written).filter(([key]) => allowedHtml[name]?.includes(key));
      return { ...node, attributes: toAttributes({ ...Object.fromEntries(attributes), ...marks }) } as JsxElement;
    }
    return {
      ...node,
      name: "Unknown",
      attributes: toAttributes({ name, ...(node.type === "mdxJsxTextElement" && { inline: true }) }),
    } as JsxElement;
  };
  return defineHastPlugin({
    name: "resolve-elements",
    mdxJsxFlowElement: { filter: [], visit: (node) => visit(node as never) as never },
    mdxJsxTextElement: { filter: [], visit: (node) => visit(node as never) as never },
  });
}

function toAttributes(values: Record<string, string | true>) {
  return Object.entries(values).map(([name, value]) => ({ type: "mdxJsxAttribute" as const, name, value: value === true ? null : value }));
}

/** Makes wide tables scroll by themselves, says of headings what they head, aligns cells by class, and gives the boxes of task lists a name. */
function finish(words: BodyWords) {
  return defineHastPlugin({
    name: "finish",
    element: [
      {
        filter: ["table"],
        visit(node, context) {
          const properties = { className: ["table"], role: "group", tabIndex: 0, ariaLabel: words.table };
          context.wrapNode(node, { type: "element", tagName: "div", properties, children: [] });
        },
      },
      {
        filter: ["th", "td"],
        visit(node, context) {
          if (node.tagName === "th") context.setProperty(node, "scope", "col");
          const { style, align } = node.properties;
          const side = /left|center|right/.exec(`${style ?? ""}${align ?? ""}`)?.[0];
          if (!side) return;
          for (const name of ["style", "align"]) context.setProperty(node, name, null);
          context.setProperty(node, "className", [`align-${side}`]);
        },
      },
      {
        filter: ["li"],
        visit(node, context) {
          const box = findBox(node);
          if (box) context.setProperty(box, "ariaLabel", context.textContent(node).trim());
        },
      },
    ],
  });
}

function findBox(node: Readonly<HtmlElement>): HtmlElement | undefined {
  for (const child of node.children) {
    if (child.type !== "element") continue;
    if (child.tagName === "input") return child;
    if (child.tagName === "p") return findBox(child);
  }
  return undefined;
}

const highlightCode = defineHastPlugin({
  name: "highlight",
  element: {
    filter: ["pre"],
    async visit(node, context) {
      const code = node.children.find((child) => child.type === "element" && child.tagName === "code");
      if (code?.type !== "element") return;
      const classes = code.properties["className"];
      const language = Array.isArray(classes) ? /^language-(.+)$/.exec(String(classes[0] ?? ""))?.[1] : undefined;
      return highlight(unmask(context.textContent(code)).replace(/\n$/, ""), language);
    },
  },
});
