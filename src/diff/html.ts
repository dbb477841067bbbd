import { voidNames } from "#diff/elements.ts";
import { isElement, type TreeNode } from "#diff/tree.ts";

/** Writes nodes as HTML. */
export function toHtml(nodes: readonly TreeNode[]): string {
  let html = "";
  for (const node of nodes) {
    if (!isElement(node)) {
      html += node.replace(/[&<>]/g, escape);
      continue;
    }
    html += `<${node.name}`;
    for (const [name, value] of Object.entries(node.attributes))
      html += value === "" ? ` ${name}` : ` ${name}="${value.replace(/[&"<>]/g, escape)}"`;
    html += ">";
    if (voidNames.has(node.name)) continue;
    // Because a parser drops the line break that `pre` begins with.
    if (node.name === "pre" && beginsWithBreak(node.children)) html += "\n";
    html += `${toHtml(node.children)}</${node.name}>`;
  }
  return html;
}

function beginsWithBreak([first]: readonly TreeNode[]): boolean {
  return typeof first === "string" && first.startsWith("\n");
}

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escape = (character: string) => escapes[character] ?? character;
