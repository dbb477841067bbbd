import type { Block } from "#diff/blocks.ts";
import { type InlineNotes, writeRuns } from "#diff/inline.ts";
import { mergeLines } from "#diff/code.ts";
import { diffWords } from "#diff/runs.ts";
import { readWords } from "#diff/tokens.ts";
import { textOf, type TreeNode } from "#diff/tree.ts";

/**
 * The running text of both sides in one, with `del` and `ins` around the words that changed. One list of nodes for each
 * block after: several where a paragraph was split.
 */
export function mergeWords(before: readonly Block[], after: readonly Block[], notes: InlineNotes): TreeNode[][] {
  const read = (blocks: readonly Block[]) => blocks.map((block) => block.content ?? []);
  if (after[0]?.kind === "code") return [mergeLines(read(before)[0]!, read(after)[0]!, notes)];
  return writeRuns(diffWords(readWords(read(before)), readWords(read(after))), notes);
}

/** A piece of a text that was compared: the same on both sides, removed or added. */
export interface Segment {
  type: "same" | "removed" | "added";
  text: string;
}

/** Compares two plain texts by words. */
export function diffText(before: string, after: string): Segment[] {
  const segments: Segment[] = [];
  const nodes = writeRuns(diffWords(readWords([[before]]), readWords([[after]])), { joined: () => [], attributes: () => [] });
  for (const node of nodes.flat()) {
    if (typeof node === "string") segments.push({ type: "same", text: node });
    else segments.push({ type: node.name === "ins" ? "added" : "removed", text: textOf(node.children) });
  }
  return segments;
}
