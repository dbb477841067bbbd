import { append, element, isElement, type TreeElement, type TreeNode } from "#diff/tree.ts";

/** The article after, from what `mergeArticle` made of it and the one before, with the same `prefix`. */
export function takeAfter(merged: readonly TreeNode[], prefix = "change"): TreeNode[] {
  const nodes: TreeNode[] = [];
  for (const node of merged) {
    if (!isElement(node)) add(nodes, node);
    else if (!isGone(node)) for (const one of unmark(node, prefix)) add(nodes, one);
  }
  return nodes;
}

const gone = new Set(["removed", "left", "blank"]);

function isGone({ name, attributes }: TreeElement): boolean {
  return name === "del" || gone.has(attributes["data-change"] ?? "") || attributes["class"] === "change-note";
}

function unmark({ name, attributes, children }: TreeElement, prefix: string): TreeNode[] {
  const { "data-change": change, ...others } = attributes;
  if (others["id"]?.startsWith(`${prefix}_`)) delete others["id"];
  // Only the merging gives items numbers of their own.
  if (name === "li") delete others["value"];
  const inner = takeAfter(children, prefix);
  const made = name === "ins" || (name === "span" && change !== undefined && Object.keys(others).length === 0);
  return made ? inner : [element(name, others, inner)];
}

/** What stood apart only because something was marked becomes one: pieces of a text, and of an element within running text. */
function add(nodes: TreeNode[], node: TreeNode): void {
  const last = nodes.at(-1);
  if (isPiece(last, node)) {
    const children = [...last.children];
    for (const child of (node as TreeElement).children) add(children, child);
    nodes[nodes.length - 1] = element(last.name, last.attributes, children);
  } else append(nodes, node);
}

const inline = new Set(["a", "abbr", "code", "em", "kbd", "mark", "s", "span", "strong", "sub", "sup", "term-tip"]);

/** A piece that goes on has all attributes of the first one but its `id`. */
function isPiece(last: TreeNode | undefined, node: TreeNode): last is TreeElement {
  if (last === undefined || !isElement(last) || !isElement(node) || last.name !== node.name || !inline.has(node.name)) return false;
  const { id: _, ...one } = last.attributes;
  return JSON.stringify(one) === JSON.stringify(node.attributes);
}
