import type { Change } from "#diff/change.ts";
import { isElement, type TreeElement, type TreeNode } from "#diff/tree.ts";

/** Keeps the numbers of an ordered list right where items that are gone still stand in it, which have none. */
export function numberItems(list: TreeElement, parts: readonly Change[], rendered: readonly TreeNode[][]): TreeNode[] {
  const numbered = rendered.flat().some((node) => isElement(node) && "value" in node.attributes) || "reversed" in list.attributes;
  if (list.name !== "ol" || !parts.some(isGone) || numbered) return rendered.flat();
  let wanted = readStart(list);
  let counted = wanted;
  return rendered.flatMap((nodes, index) =>
    nodes.map((item) => {
      if (!isElement(item) || item.name !== "li") return item;
      const right = isGone(parts[index]!) || wanted++ === counted;
      counted = right ? counted + 1 : wanted;
      return right ? item : { ...item, attributes: { ...item.attributes, value: String(wanted - 1) } };
    }),
  );
}

function isGone({ type }: Change): boolean {
  return type === "removed" || type === "left";
}

function readStart(list: TreeElement): number {
  const start = Number.parseInt(list.attributes["start"] ?? "1", 10);
  return Number.isNaN(start) ? 1 : start;
}
