import { type Block, type BlockKind, readBlocks } from "#diff/blocks.ts";
import { hash } from "#diff/hash.ts";
import { isElement, type TreeElement, type TreeNode } from "#diff/tree.ts";

/** A part of an article of which it is told when it last changed: a paragraph, a heading, an item, a row and the like. */
export interface Unit {
  kind: BlockKind;
  key: string;
  /** The element that shows it; missing for text without one of its own. */
  element?: TreeElement | undefined;
}

/** The units of an article in order. None holds another, but an item may hold a list of further items. */
export function readUnits(nodes: readonly TreeNode[]): Unit[] {
  return readBlocks(nodes).flatMap((block) => listUnits(block));
}

function listUnits(block: Block, frame?: TreeElement): Unit[] {
  const { kind, key, element, content, blocks } = block;
  if (kind === "divider" || kind === "other") return [];
  if (content) return [{ kind, key, element: element ?? findOnly(content) ?? frame }];
  if (kind === "row" || (kind === "picture" && element?.name === "figure")) return [{ kind, key, element }];
  if (kind !== "item") return blocks.flatMap((one) => listUnits(one, blocks.length === 1 ? element : undefined));
  const own = blocks.filter((one) => one.content);
  const unit = { kind, key: hash(own.map((one) => one.key).join("\0")), element };
  return [...(own.length > 0 ? [unit] : []), ...blocks.filter((one) => !one.content).flatMap((one) => listUnits(one))];
}

function findOnly(content: readonly TreeNode[]): TreeElement | undefined {
  const seen = content.filter((node) => isElement(node) || node.trim() !== "");
  return seen.length === 1 && isElement(seen[0]!) ? seen[0] : undefined;
}
