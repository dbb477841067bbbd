import type { Nodes } from "mdast";
import { straighten } from "#diff/text.ts";
import { element, maxDepth, plainName, type TreeElement, type TreeNode } from "#diff/tree.ts";

/** A plain tree and the nodes that its elements stand for. */
export interface MarkdownTree {
  nodes: TreeNode[];
  origin: ReadonlyMap<TreeElement, Nodes>;
}

/**
 * The plain tree of what a Markdown parser made: what the author wrote, as a page would show it, but without what the
 * handbook adds to it. How lines are wrapped and quotation marks are shaped is no part of it.
 */
export function fromMdast(tree: Nodes): MarkdownTree {
  const origin = new Map<TreeElement, Nodes>();
  return { nodes: convert(tree, 0, origin), origin };
}

type Origin = Map<TreeElement, Nodes>;

function convert(node: Nodes, depth: number, origin: Origin): TreeNode[] {
  if (node.type === "text") return [wrapAnew(node.value)];
  const made = describe(node);
  if (made === undefined) return [];
  const children = "children" in node && depth < maxDepth ? node.children.flatMap((child) => convert(child, depth + 1, origin)) : [];
  if (made === "children") return children;
  const [name, attributes = {}, before = []] = made;
  const one = element(plainName.test(name) ? name : "span", attributes, [...before, ...children]);
  origin.set(one, node);
  return (node.type as string) === "mdxJsxFlowElement" ? [frame(one, node, origin)] : [one];
}

/**
 * A component around blocks says in a paragraph of its own what its author wrote as attributes. One around text alone,
 * or around nothing, is a paragraph itself.
 */
function frame(one: TreeElement, node: Nodes, origin: Origin): TreeElement {
  const { attributes, children } = one;
  const { class: name = "", ...written } = attributes;
  const told = Object.entries(written).map(([key, value]) => `${key}: ${value}\n`);
  if (!children.some((child) => typeof child !== "string" && isFlow(origin.get(child)))) {
    const paragraph = element("p", { class: name }, [...told, ...children]);
    origin.set(paragraph, node);
    return paragraph;
  }
  if (told.length === 0) return one;
  const paragraph = element("p", { class: name }, told);
  origin.set(paragraph, node);
  return element(one.name, { class: name }, [paragraph, ...children]);
}

const flow = new Set("paragraph heading blockquote list table code thematicBreak mdxJsxFlowElement".split(" "));

function isFlow(node: Nodes | undefined): boolean {
  return node !== undefined && flow.has(node.type);
}

type Made = [name: string, attributes?: Record<string, string>, before?: TreeNode[]];

/** What an element for the node is called, its attributes, and what stands in it beside the node's children. */
function describe(node: Nodes): Made | "children" | undefined {
  switch (node.type) {
    case "root":
      return "children";
    case "paragraph":
      return ["p"];
    case "heading":
      return [`h${node.depth}`];
    case "blockquote":
      return ["blockquote"];
    case "list":
      return [node.ordered ? "ol" : "ul"];
    case "listItem":
      return typeof node.checked === "boolean"
        ? ["li", {}, [element("input", { type: "checkbox", ...(node.checked && { checked: "" }) }, [])]]
        : ["li"];
    case "table":
      return ["table"];
    case "tableRow":
      return ["tr"];
    case "tableCell":
      return ["td"];
    case "footnoteDefinition":
      return ["li"];
    case "code":
      return ["pre", { "data-lang": node.lang ?? "" }, [node.value]];
    case "inlineCode":
      return ["code", {}, [node.value]];
    case "thematicBreak":
      return ["hr"];
    case "break":
      return ["br"];
    case "emphasis":
      return ["em"];
    case "strong":
      return ["strong"];
    case "delete":
      return ["del"];
    case "link":
      return ["a", { href: node.url, ...(node.title && { title: node.title }) }];
    case "linkReference":
      return ["a", { href: `#${node.identifier}` }];
    case "image":
      return ["img", { src: node.url, alt: node.alt ?? "", ...(node.title && { title: node.title }) }];
    case "footnoteReference":
      return ["sup", { "data-note": node.identifier }];
    default:
      return describeOther(node as { type: string; name?: string | null; value?: string; attributes?: unknown });
  }
}

/** Nodes of MDX. */
function describeOther(node: { type: string; name?: string | null; value?: string; attributes?: unknown }): Made | undefined {
  switch (node.type) {
    case "mdxTextExpression":
    case "mdxFlowExpression":
      return ["span", { "data-variable": node.value ?? "" }];
    case "mdxJsxTextElement":
      return [node.name ?? "span", readAttributes(node.attributes)];
    case "mdxJsxFlowElement":
      return ["div", { class: node.name ?? "", ...readAttributes(node.attributes) }];
    default:
      return undefined;
  }
}

function readAttributes(attributes: unknown): Record<string, string> {
  const list = Array.isArray(attributes) ? (attributes as { name?: unknown; value?: unknown }[]) : [];
  return Object.fromEntries(
    list.flatMap(({ name, value }) =>
      typeof name === "string" ? [[`data-${name}`, typeof value === "string" ? straighten(value) : ""]] : [],
    ),
  );
}

const chinese = String.raw`[\p{Script=Han}\u3000-\u303f\uff00-\uffef]`;
const gap = new RegExp(`(?<=${chinese}) (?=${chinese})`, "gu");
const isChinese = new RegExp(chinese, "u");

/** A line break is a space, and between Chinese characters nothing. Curly quotation marks say what straight ones do. */
export function wrapAnew(text: string): string {
  // Most texts need nothing of this, and there are many.
  const flat = /[^\S ]|  /.test(text) ? text.replace(/\s+/g, " ") : text;
  return straighten(isChinese.test(flat) ? flat.replace(gap, "") : flat);
}
