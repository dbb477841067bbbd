import type { Block } from "#diff/blocks.ts";
import type { Match } from "#diff/gap.ts";
import { matchMany } from "#diff/large-gap.ts";
import { mayBecome } from "#diff/likeness.ts";
import { pairKeys } from "#diff/pair-keys.ts";
import { profileOf } from "#diff/similarity.ts";

/** What became of some blocks of a list. One side is empty where they were added or removed. */
export interface Step {
  before: readonly Block[];
  after: readonly Block[];
  same: boolean;
  /** Of a block that stands elsewhere in the same list: the other end of its move. */
  twin?: Step;
}

/** Tells for two lists of blocks what became of each, in the order in which a reader should see it. */
export function matchBlocks(before: readonly Block[], after: readonly Block[]): Step[] {
  const { inOrder, moved } = pairKeys(
    before.map((block) => block.key),
    after.map((block) => block.key),
  );
  const moves = listMoves(before, after, moved);
  const steps: Step[] = [];
  let [i, j] = [0, 0];
  for (let next = 0; next <= before.length; next++) {
    const partner = next < before.length ? inOrder[next]! : after.length;
    if (partner < 0) continue;
    steps.push(...explainGap(before.slice(i, next), after.slice(j, partner), moves, next === before.length));
    if (next < before.length) steps.push({ before: [before[next]!], after: [after[partner]!], same: true });
    [i, j] = [next + 1, partner + 1];
  }
  return steps;
}

type Moves = ReadonlyMap<Block, Step>;

/** The two ends of each block that is the same on both sides but stands elsewhere, by block. */
function listMoves(before: readonly Block[], after: readonly Block[], moved: readonly [from: number, to: number][]): Moves {
  const moves = new Map<Block, Step>();
  for (const [i, j] of moved) {
    if (!isMovable(before[i]!)) continue;
    const from: Step = { before: [before[i]!], after: [], same: false };
    const to: Step = { before: [], after: [after[j]!], same: false, twin: from };
    from.twin = to;
    moves.set(before[i]!, from).set(after[j]!, to);
  }
  return moves;
}

export function isMovable(block: Block): boolean {
  return (
    block.kind !== "section" && block.kind !== "cell" && block.kind !== "divider" && block.kind !== "other" && profileOf(block).size > 0
  );
}

/** What became of blocks between two that stayed. */
function explainGap(before: readonly Block[], after: readonly Block[], moves: Moves, last: boolean): Step[] {
  if (before.length === 0 && after.length === 0) return [];
  const old = before.filter((block) => !moves.has(block));
  const now = after.filter((block) => !moves.has(block));
  const matches = addRenamed(matchMany(old, now), old, now, last);
  const steps: Step[] = [];
  let [i, j] = [0, 0];
  const take = (toBefore: number, toAfter: number) => {
    for (; i < toBefore; i++) steps.push(moves.get(before[i]!) ?? { before: [before[i]!], after: [], same: false });
    for (; j < toAfter; j++) steps.push(moves.get(after[j]!) ?? { before: [], after: [after[j]!], same: false });
  };
  /** The parts of a paragraph that was split or joined, as far as no block that moved stands between them. */
  const takeTogether = (blocks: readonly Block[], start: number, [from, to]: readonly [number, number]) => {
    const parts = blocks.slice(start, start + to - from);
    const next = parts.findIndex((block) => moves.has(block));
    return next < 0 ? parts : parts.slice(0, next);
  };
  for (const match of matches) {
    const [fromI, fromJ] = [before.indexOf(old[match.before[0]]!, i), after.indexOf(now[match.after[0]]!, j)];
    const olds = takeTogether(before, fromI, match.before);
    const nows = takeTogether(after, fromJ, match.after);
    take(fromI, fromJ);
    steps.push({ before: olds, after: nows, same: false });
    [i, j] = [fromI + olds.length, fromJ + nows.length];
  }
  take(before.length, after.length);
  return steps;
}

/** Adds what has no word in common but can only be the same: a heading over text that stayed, one short item for another. */
function addRenamed(matches: readonly Match[], before: readonly Block[], after: readonly Block[], lastGap: boolean): Match[] {
  const all: Match[] = [];
  let [i, j] = [0, 0];
  const end: Match = { before: [before.length, before.length], after: [after.length, after.length] };
  for (const match of [...matches, end]) {
    const [toI, toJ] = [match.before[0], match.after[0]];
    const last = match === end && lastGap;
    if (toI > i && toJ > j) {
      const alone = toI - i === 1 && toJ - j === 1;
      if (isRenamed(before[toI - 1]!, after[toJ - 1]!, alone, last)) all.push({ before: [toI - 1, toI], after: [toJ - 1, toJ] });
    }
    if (match !== end) all.push(match);
    [i, j] = [match.before[1], match.after[1]];
  }
  return all;
}

function isRenamed(before: Block, after: Block, alone: boolean, last: boolean): boolean {
  if (before.kind !== after.kind || !mayBecome(before, after)) return false;
  if (before.kind === "heading") return before.element?.name === after.element?.name && (alone || !last);
  if (!alone || before.kind === "column" || before.kind === "row") return false;
  if (before.kind === "picture" || before.kind === "formula" || before.kind === "divider" || before.kind === "other") return true;
  const size = Math.max(profileOf(before).size, profileOf(after).size);
  return size <= (before.kind === "component" ? 0 : 6);
}
