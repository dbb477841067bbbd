import { voidNames } from "#diff/elements.ts";
import { isElement, type TreeElement, type TreeNode } from "#diff/tree.ts";

/** Writes nodes as HTML. */
export function toHtml(nodes: readonly TreeNode[]): string {
  return nodes.map((node) => (isElement(node) ? writeOnce(node) : node.replace(/[&<>]/g, escape))).join("");
}

/** What was written of elements that stand in no other: from one revision to the next, most of them stay as they are. */
const written = new WeakMap<TreeElement, string>();

function writeOnce(node: TreeElement): string {
  const known = written.get(node);
  if (known !== undefined) return known;
  const html = writeElement(node);
  written.set(node, html);
  return html;
}

function writeElement(node: TreeElement): string {
  let html = `<${node.name}`;
  for (const [name, value] of Object.entries(node.attributes))
    html += value === "" ? ` ${name}` : ` ${name}="${value.replace(/[&"<>]/g, escape)}"`;
  html += ">";
  if (voidNames.has(node.name)) return html;
  // Because a parser drops the line break that `pre` begins with.
  if (node.name === "pre" && beginsWithBreak(node.children)) html += "\n";
  for (const child of node.children) html += isElement(child) ? writeElement(child) : child.replace(/[&<>]/g, escape);
  return `${html}</${node.name}>`;
}

function beginsWithBreak([first]: readonly TreeNode[]): boolean {
  return typeof first === "string" && first.startsWith("\n");
}

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escape = (character: string) => escapes[character] ?? character;
