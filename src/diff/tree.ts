/** An element of a page. Names of elements and attributes are as HTML writes them, such as `class`. */
export interface TreeElement {
  name: string;
  attributes: Record<string, string>;
  children: TreeNode[];
}

/** A string is text. */
export type TreeNode = TreeElement | string;

/** How deep a tree may be. Deeper elements are left out and their text is kept, because the code over trees recurses. */
export const maxDepth = 200;

/** Elements that are no part of what a reader sees. */
export const unseen: ReadonlySet<string> = new Set(["script", "style", "template", "noscript", "link", "meta"]);

/** Names that every parser and `createElement` take. Attributes with others are left out; elements become `span`. */
export const plainName = /^[A-Za-z][\w:.-]*$/;

export function element(name: string, attributes: Record<string, string>, children: TreeNode[]): TreeElement {
  return { name, attributes, children };
}

export function isElement(node: TreeNode): node is TreeElement {
  return typeof node !== "string";
}

/** Adds a node at the end; a text beside a text becomes one with it. */
export function append(nodes: TreeNode[], node: TreeNode): void {
  const last = nodes.at(-1);
  if (typeof last === "string" && typeof node === "string") nodes[nodes.length - 1] = last + node;
  else nodes.push(node);
}

/** The text within nodes, as written. */
export function textOf(nodes: readonly TreeNode[]): string {
  let text = "";
  for (const node of nodes) text += isElement(node) ? textOf(node.children) : node;
  return text;
}

/** A copy of nodes without the attributes `drop`. */
export function copyWithout(nodes: readonly TreeNode[], drop: string): TreeNode[] {
  return nodes.map((node) => {
    if (!isElement(node)) return node;
    const { [drop]: _, ...attributes } = node.attributes;
    return element(node.name, attributes, copyWithout(node.children, drop));
  });
}
