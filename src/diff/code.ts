import type { Block } from "#diff/blocks.ts";
import { hash } from "#diff/hash.ts";
import { type InlineNotes, writeRuns } from "#diff/inline.ts";
import { matchBlocks } from "#diff/match.ts";
import { diffWords, type Run } from "#diff/runs.ts";
import { readWords, type Word } from "#diff/tokens.ts";
import type { TreeNode } from "#diff/tree.ts";

/** The code of both sides in one: lines first, then the words of lines that changed. Every space counts. */
export function mergeLines(before: readonly TreeNode[], after: readonly TreeNode[], notes: InlineNotes): TreeNode[] {
  const old = readLines(before);
  const now = readLines(after);
  const runs: Run[] = [];
  for (const step of matchBlocks([...old.keys()], [...now.keys()])) {
    const one = step.before.flatMap((line) => old.get(line)!);
    const other = step.after.flatMap((line) => now.get(line)!);
    if (one.length > 0 && other.length > 0) runs.push(...diffWords(one, other));
    else runs.push({ same: false, before: one, after: other });
  }
  return writeRuns(runs, notes).flat();
}

/** The words of each line, by the line as a block to be matched. A line begins with its line break. */
function readLines(nodes: readonly TreeNode[]): Map<Block, Word[]> {
  const lines: Word[][] = [[]];
  for (const word of readWords([nodes], true)) {
    for (const part of splitBreaks(word)) {
      if (part.node === "\n") lines.push([]);
      lines.at(-1)!.push(part);
    }
  }
  return new Map(
    lines.map((words) => {
      const text = words.map((word) => (typeof word.node === "string" ? word.node : word.key)).join("");
      return [{ kind: "code", key: hash(text.replace("\n", "")), content: [text], blocks: [] }, words];
    }),
  );
}

/** White space as one word for each line break and one for what stands between. */
function splitBreaks(word: Word): Word[] {
  if (typeof word.node !== "string" || !word.node.includes("\n")) return [word];
  const names = word.key.slice(0, -word.node.length);
  return (word.node.match(/\n|[^\n]+/g) ?? []).map((node) => ({ ...word, key: names + node, node }));
}
