import type { Block } from "#diff/blocks.ts";
import { rateLikeness } from "#diff/likeness.ts";
import { profileOf } from "#diff/similarity.ts";

/** A word is rare if at most so many blocks hold it. */
const rare = 8;

/**
 * Pairs blocks that are alike by the words that few of them hold, so that the work grows with the text and not with its
 * square. Gives places before and after, by rising place after.
 */
export function pairByRareWords(before: readonly Block[], after: readonly Block[]): [number, number][] {
  const holders = findHolders(before);
  const taken = new Set<number>();
  const pairs: [number, number][] = [];
  for (const [j, block] of after.entries()) {
    const best = findBest(block, holders);
    if (best === undefined || taken.has(best) || rateLikeness(before[best]!, block) === 0) continue;
    taken.add(best);
    pairs.push([best, j]);
  }
  return pairs;
}

/** For each word the places of the blocks that hold it; frequent words have one place too many. */
function findHolders(blocks: readonly Block[]): ReadonlyMap<string, number[]> {
  const holders = new Map<string, number[]>();
  for (const [place, block] of blocks.entries()) {
    for (const feature of profileOf(block).counts.keys()) {
      const known = holders.get(feature);
      if (!known) holders.set(feature, [place]);
      else if (known.length <= rare) known.push(place);
    }
  }
  return holders;
}

/** The place of the block that shares most rare words with `block`. */
function findBest(block: Block, holders: ReadonlyMap<string, number[]>): number | undefined {
  const votes = new Map<number, number>();
  for (const feature of profileOf(block).counts.keys()) {
    const places = holders.get(feature);
    if (places && places.length <= rare) for (const place of places) votes.set(place, (votes.get(place) ?? 0) + 1);
  }
  let best: number | undefined;
  for (const [place, count] of votes) if (best === undefined || count > votes.get(best)!) best = place;
  return best;
}
