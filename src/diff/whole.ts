import type { Block } from "#diff/blocks.ts";
import { copyWithout, element, isElement, type TreeElement, type TreeNode } from "#diff/tree.ts";

export type Mark = "ins" | "del";

export const changeNames = { ins: "added", del: "removed" } as const;

/** A block that came or went as a whole: marked itself, and with `ins` or `del` around the running text in it. */
export function markWhole(block: Block, mark: Mark): TreeNode[] {
  const nodes = markText(block, mark);
  const [only] = nodes;
  if (block.kind !== "other" && only && isElement(only)) only.attributes["data-change"] = changeNames[mark];
  return nodes;
}

/** What is gone gives up its `id`, because something that stayed may bear it. */
export function copyFrame(node: TreeElement, mark: Mark | undefined, children: TreeNode[]): TreeElement {
  const { id, ...others } = node.attributes;
  return element(node.name, mark === "del" || id === undefined ? others : { ...node.attributes }, children);
}

/** The same without a mark on the block, for one within another that came or went. */
export function markText(block: Block, mark: Mark): TreeNode[] {
  const { element: node, content, blocks } = block;
  if (!content)
    return [
      copyFrame(
        node!,
        mark,
        blocks.flatMap((one) => markText(one, mark)),
      ),
    ];
  if (block.kind === "other") return mark === "ins" ? [node!] : [];
  if (block.kind === "divider") return [copyFrame(node!, mark, [])];
  const marked = wrap(mark === "del" ? copyWithout(content, "id") : content, mark);
  return node ? [copyFrame(node, mark, marked)] : marked;
}

/** Puts the mark within `code`, because `pre` is styled by the `code` in it. */
function wrap(nodes: readonly TreeNode[], mark: Mark): TreeNode[] {
  const [only] = nodes;
  if (nodes.length === 1 && isElement(only!) && only.name === "code")
    return [element(only.name, { ...only.attributes }, wrap(only.children, mark))];
  return nodes.length > 0 ? [element(mark, {}, [...nodes])] : [];
}
