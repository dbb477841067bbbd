import type { Change } from "#diff/change.ts";
import { isElement, type TreeElement, type TreeNode } from "#diff/tree.ts";

/** Keeps the numbers of an ordered list right where items that are gone still stand in it. */
export function numberItems(
  list: TreeElement,
  before: TreeElement | undefined,
  parts: readonly Change[],
  rendered: readonly TreeNode[][],
): TreeNode[] {
  const numbered = rendered.flat().some((node) => isElement(node) && "value" in node.attributes) || "reversed" in list.attributes;
  const gone = parts.some(isGone);
  if (list.name !== "ol" || !gone || numbered) return rendered.flat();
  let now = readStart(list);
  let old = before ? readStart(before) : now;
  let shown = now;
  return rendered.flatMap((nodes, index) => {
    const part = parts[index]!;
    const wanted = isGone(part) ? old : now;
    if (part.type !== "added" && part.type !== "moved") old++;
    if (!isGone(part)) now++;
    return nodes.map((item) => {
      if (!isElement(item) || item.name !== "li" || wanted === shown++) return item;
      shown = wanted + 1;
      return { ...item, attributes: { ...item.attributes, value: String(wanted) } };
    });
  });
}

function isGone({ type }: Change): boolean {
  return type === "removed" || type === "left";
}

function readStart(list: TreeElement): number {
  const start = Number.parseInt(list.attributes["start"] ?? "1", 10);
  return Number.isNaN(start) ? 1 : start;
}
