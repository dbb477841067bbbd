import type { Block } from "#diff/blocks.ts";
import { matchInOrder, type Match } from "#diff/gap.ts";
import { rateLikeness } from "#diff/likeness.ts";
import { pairByRareWords } from "#diff/rare-words.ts";
import { longestRising } from "#diff/sequence.ts";

/** Products of lengths up to which all blocks are compared with all others. */
const small = 2500;

/** Matches blocks in order, however many there are: beyond a size, only those that share rare words are compared. */
export function matchMany(before: readonly Block[], after: readonly Block[]): Match[] {
  if (before.length === 0 || after.length === 0) return [];
  if (before.length * after.length <= small) return matchInOrder(before, after);
  const pairs = pairByRareWords(before, after);
  const found = longestRising(pairs.map(([i]) => i)).map((index) => pairs[index]!);
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

function shift({ before, after }: Match, i: number, j: number): Match {
  return { before: [before[0] + i, before[1] + i], after: [after[0] + j, after[1] + j] };
}
