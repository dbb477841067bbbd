import { type Block, readBlocks } from "#diff/blocks.ts";
import { added, type Change, joinMove, removed, unchanged } from "#diff/change.ts";
import { settleFrames } from "#diff/frames.ts";
import { matchBlocks, type Step } from "#diff/match.ts";
import { findMoves } from "#diff/moves.ts";
import { explainCells, explainTable } from "#diff/tables.ts";
import type { TreeNode } from "#diff/tree.ts";

/** Raised with every change of this folder that changes what it makes: what was kept under another one is outdated. */
export const version = "4";

/** Tells what became of each block of an article. Takes what the page shows, before and after. */
export function diffArticles(before: readonly TreeNode[], after: readonly TreeNode[]): Change[] {
  const changes = explain(readBlocks(before), readBlocks(after));
  findMoves(changes, explainPair);
  settleFrames(changes);
  return changes;
}

function explain(before: readonly Block[], after: readonly Block[]): Change[] {
  const ends = new Map<Step, Change>();
  return matchBlocks(before, after).map((step) => {
    const change = explainStep(step);
    ends.set(step, change);
    const twin = step.twin && ends.get(step.twin);
    if (twin) joinMove(change.after.length > 0 ? twin : change, change.after.length > 0 ? change : twin);
    return change;
  });
}

function explainStep({ before, after, same }: Step): Change {
  const [one] = before;
  const [other] = after;
  if (!one) return added(other!);
  if (!other) return removed(one);
  if (same) return unchanged(one, other);
  return before.length > 1 || after.length > 1 ? { type: "changed", before, after } : explainPair(one, other);
}

/** Tells what changed between two blocks that are the same one before and after. */
function explainPair(before: Block, after: Block): Change {
  if (before.key === after.key) return unchanged(before, after);
  const change: Change = { type: "changed", before: [before], after: [after] };
  if (after.content) return change;
  if (after.element?.name === "table") return explainTable(change, { explain, explainPair });
  return { ...change, parts: after.kind === "row" ? explainCells(before, after, explainPair) : explain(before.blocks, after.blocks) };
}
