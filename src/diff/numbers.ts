import type { Change } from "#diff/change.ts";
import { isElement, type TreeElement, type TreeNode } from "#diff/tree.ts";

/** Keeps the numbers of an ordered list right where items that are gone still stand in it. */
export function numberItems(list: TreeElement, before: TreeElement | undefined, parts: readonly Change[], rendered: readonly TreeNode[][]): TreeNode[] {
  const nodes = rendered.flat();
  const items = nodes.filter((node): node is TreeElement => isElement(node) && node.name === "li");
  const numbered = items.some((item) => "value" in item.attributes) || "reversed" in list.attributes;
  const gone = parts.some((part) => part.type === "removed" || part.type === "left");
  if (list.name !== "ol" || !gone || numbered || items.length !== parts.length) return nodes;
  let now = readStart(list);
  let old = before ? readStart(before) : now;
  let shown = now;
  return items.map((item, index) => {
    const { type } = parts[index]!;
    const wanted = type === "removed" || type === "left" ? old : now;
    if (type !== "added" && type !== "moved") old++;
    if (type !== "removed" && type !== "left") now++;
    const kept = wanted === shown;
    shown = wanted + 1;
    return kept ? item : { ...item, attributes: { ...item.attributes, value: String(wanted) } };
  });
}

function readStart(list: TreeElement): number {
  const start = Number.parseInt(list.attributes["start"] ?? "1", 10);
  return Number.isNaN(start) ? 1 : start;
}
