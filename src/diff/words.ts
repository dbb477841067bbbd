import type { Block } from "#diff/blocks.ts";
import { mergeLines } from "#diff/code.ts";
import { type InlineNotes, writeRuns } from "#diff/inline.ts";
import { diffWords, type Run } from "#diff/runs.ts";
import { readWords, type Word } from "#diff/tokens.ts";
import { isElement, type TreeNode } from "#diff/tree.ts";

/**
 * The running text of both sides in one, with `del` and `ins` around the words that changed. One list of nodes for each
 * block after: several where a paragraph was split.
 */
export function mergeWords(before: readonly Block[], after: readonly Block[], notes: InlineNotes): TreeNode[][] {
  if (after[0]?.kind === "code") return [mergeLines(before[0]?.content ?? [], after[0].content ?? [], notes)];
  return writeRuns(compareWords(before, after), notes);
}

/** What was compared last with a block. */
const compared = new WeakMap<Block, { before: readonly Block[]; after: readonly Block[]; runs: Run[] }>();

/** Compares the running text of blocks; what a page asks for a second time is compared once. */
function compareWords(before: readonly Block[], after: readonly Block[]): Run[] {
  const [first] = after;
  const known = first && compared.get(first);
  if (known?.before === before && known.after === after) return known.runs;
  const runs = diffWords(readBlocks(before), readBlocks(after));
  if (first) compared.set(first, { before, after, runs });
  return runs;
}

/** The words of single paragraphs by their nodes: those of a revision are compared with what was before and with what came after. */
const read = new WeakMap<readonly TreeNode[], Word[]>();

function readBlocks(blocks: readonly Block[]): Word[] {
  const [content = [], ...others] = blocks.map((block) => block.content ?? []);
  if (others.length > 0) return readWords([content, ...others]);
  const known = read.get(content);
  if (known) return known;
  const words = readWords([content]);
  read.set(content, words);
  return words;
}

/** A piece of a text that was compared: the same on both sides, removed or added. */
export interface Segment {
  type: "same" | "removed" | "added";
  text: string;
}

const noNotes: InlineNotes = { joined: () => [], attributes: () => [] };

/** Compares the running text of blocks by words, as plain text. */
export function diffBlocks(before: readonly Block[], after: readonly Block[]): Segment[] {
  const paragraphs = writeRuns(compareWords(before, after), noNotes);
  return readSegments(paragraphs.flatMap((nodes, index) => (index > 0 ? [" ", ...nodes] : nodes)));
}

/** Compares two plain texts by words. */
export function diffText(before: string, after: string): Segment[] {
  return readSegments(writeRuns(diffWords(readWords([[before]]), readWords([[after]])), noNotes).flat());
}

function readSegments(nodes: readonly TreeNode[]): Segment[] {
  const segments: Segment[] = [];
  const visit = (node: TreeNode, type: Segment["type"]): void => {
    if (isElement(node)) {
      for (const child of node.children) visit(child, node.name === "ins" ? "added" : node.name === "del" ? "removed" : type);
      return;
    }
    const last = segments.at(-1);
    if (last?.type === type) last.text += node;
    else segments.push({ type, text: node });
  };
  for (const node of nodes) visit(node, "same");
  return segments;
}
