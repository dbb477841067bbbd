import type { Block } from "#diff/blocks.ts";
import { matchInOrder, type Match } from "#diff/gap.ts";
import { rateLikeness } from "#diff/likeness.ts";
import { longestRising } from "#diff/sequence.ts";
import { profileOf } from "#diff/similarity.ts";

/** Products of lengths up to which all blocks are compared with all others. */
const small = 2500;

/** Matches blocks in order, however many there are: beyond a size, only those that share rare words are compared. */
export function matchMany(before: readonly Block[], after: readonly Block[]): Match[] {
  if (before.length === 0 || after.length === 0) return [];
  if (before.length * after.length <= small) return matchInOrder(before, after);
  const found = pairByRareWords(before, after);
  const matches: Match[] = [];
  let [i, j] = [0, 0];
  for (const [nextI, nextJ] of [...found, [before.length, after.length] as const]) {
    const rest = matchRest(before.slice(i, nextI), after.slice(j, nextJ));
    matches.push(...rest.map((one) => shift(one, i, j)));
    if (nextI < before.length) matches.push({ before: [nextI, nextI + 1], after: [nextJ, nextJ + 1] });
    [i, j] = [nextI + 1, nextJ + 1];
  }
  return matches;
}

/** Between matches: all with all where that is little work, else those at the same place. */
function matchRest(before: readonly Block[], after: readonly Block[]): Match[] {
  if (before.length * after.length <= small) return matchInOrder(before, after);
  const matches: Match[] = [];
  for (let index = 0; index < Math.min(before.length, after.length); index++) {
    if (rateLikeness(before[index]!, after[index]!) > 0) matches.push({ before: [index, index + 1], after: [index, index + 1] });
  }
  return matches;
}

/** A word is rare if at most so many blocks hold it. */
const rare = 8;

function pairByRareWords(before: readonly Block[], after: readonly Block[]): [number, number][] {
  const holders = new Map<string, number[]>();
  for (const [i, block] of before.entries()) {
    for (const feature of profileOf(block).counts.keys()) {
      const known = holders.get(feature);
      if (!known) holders.set(feature, [i]);
      else if (known.length <= rare) known.push(i);
    }
  }
  const taken = new Set<number>();
  const pairs: [number, number][] = [];
  for (const [j, block] of after.entries()) {
    const votes = new Map<number, number>();
    for (const feature of profileOf(block).counts.keys()) {
      const known = holders.get(feature);
      if (known && known.length <= rare) for (const i of known) votes.set(i, (votes.get(i) ?? 0) + 1);
    }
    const [best] = [...votes].sort(([i, one], [k, other]) => other - one || i - k);
    if (!best || taken.has(best[0]) || rateLikeness(before[best[0]]!, block) === 0) continue;
    taken.add(best[0]);
    pairs.push([best[0], j]);
  }
  return longestRising(pairs.map(([i]) => i)).map((index) => pairs[index]!);
}

function shift({ before, after }: Match, i: number, j: number): Match {
  return { before: [before[0] + i, before[1] + i], after: [after[0] + j, after[1] + j] };
}
