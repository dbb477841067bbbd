import type { Block } from "#diff/blocks.ts";
import { added, type Change, joinMove, removed } from "#diff/change.ts";
import { mayBecome } from "#diff/likeness.ts";
import { isMovable } from "#diff/match.ts";
import { pairKeys } from "#diff/pair-keys.ts";
import { pairByRareWords } from "#diff/rare-words.ts";
import { compareProfiles, profileOf } from "#diff/similarity.ts";

/** Finds blocks that are told as removed in one place and added in another, and makes them moves. */
export function findMoves(changes: readonly Change[], explainPair: (before: Block, after: Block) => Change): void {
  const gone: Change[] = [];
  const come: Change[] = [];
  const collect = (list: readonly Change[]): void => {
    for (const change of list) {
      if (change.type === "removed") gone.push(change);
      else if (change.type === "added") come.push(change);
      else if (change.parts && !change.columns) collect(change.parts);
    }
  };
  collect(changes);
  if (gone.length === 0 || come.length === 0) return;
  joinEqual(gone, come);
  joinAlike(gone.filter(isWhole), come.filter(isWhole), explainPair);
}

/** Joins blocks with equal keys, also those within a component that was put around them or taken away. */
function joinEqual(gone: readonly Change[], come: readonly Change[]): void {
  const before = new Set(gone.flatMap((change) => listKeys(change.before[0]!)));
  const after = new Set(come.flatMap((change) => listKeys(change.after[0]!)));
  const left = gone.flatMap((change) => spread(change, after, fewestFeatures));
  const moved = come.flatMap((change) => spread(change, before, fewestFeatures));
  const pairs = pairKeys(
    left.map((change) => change.before[0]!.key),
    moved.map((change) => change.after[0]!.key),
  );
  for (const [from, to] of pairs.inOrder.entries()) if (to >= 0) joinMove(left[from]!, moved[to]!);
  for (const [from, to] of pairs.moved) joinMove(left[from]!, moved[to]!);
}

function listKeys(block: Block): string[] {
  return isClosed(block) ? [block.key] : [block.key, ...block.blocks.flatMap(listKeys)];
}

/** Words by which a block is told from others by chance: fewer do where it stood by itself. */
const fewestFeatures = 3;
const fewestWithin = 8;

/** The parts of a change whose keys are wanted: the change itself, or what it holds. */
function spread(change: Change, wanted: ReadonlySet<string>, fewest: number): Change[] {
  const block = (change.before[0] ?? change.after[0])!;
  if (wanted.has(block.key) && isMovable(block) && profileOf(block).size >= fewest) return [change];
  if (isClosed(block) || change.parts) return [];
  const parts = block.blocks.map(change.type === "removed" ? removed : added);
  const found = parts.flatMap((part) => spread(part, wanted, fewestWithin));
  if (found.length > 0) change.parts = parts;
  return found;
}

/** Tables are moved as a whole or not at all. */
function isClosed(block: Block): boolean {
  return block.content !== undefined || block.kind === "table" || block.kind === "row";
}

function isWhole(change: Change): boolean {
  const block = (change.before[0] ?? change.after[0])!;
  return !change.twin && !change.parts && isMovable(block) && profileOf(block).size >= 8;
}

/** How much of its words a block must keep to be known again in another place. */
const alike = 0.7;

/** Joins blocks that moved and changed a little on the way, the most alike first. */
function joinAlike(gone: readonly Change[], come: readonly Change[], explainPair: (before: Block, after: Block) => Change): void {
  const pairs = listPairs(gone, come)
    .map(([left, moved]) => ({ left, moved, likeness: rate(left.before[0]!, moved.after[0]!) }))
    .filter(({ likeness }) => likeness >= alike)
    .sort((one, other) => other.likeness - one.likeness);
  for (const { left, moved } of pairs) {
    if (left.twin || moved.twin) continue;
    const { parts } = explainPair(left.before[0]!, moved.after[0]!);
    joinMove(left, moved);
    if (parts) moved.parts = parts;
  }
}

/** All pairs where they are few, else those with rare words in common. */
function listPairs(gone: readonly Change[], come: readonly Change[]): (readonly [Change, Change])[] {
  if (gone.length * come.length <= 1600) return gone.flatMap((left) => come.map((moved) => [left, moved] as const));
  const pairs = pairByRareWords(
    gone.map((change) => change.before[0]!),
    come.map((change) => change.after[0]!),
  );
  return pairs.map(([from, to]) => [gone[from]!, come[to]!]);
}

function rate(before: Block, after: Block): number {
  return mayBecome(before, after) ? compareProfiles(profileOf(before), profileOf(after)) : 0;
}
