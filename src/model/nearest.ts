import { distance } from "fastest-levenshtein";

/** The known name nearest to `wanted`, or undefined where none is near enough to be meant. */
export function findNearest(wanted: string, known: Iterable<string>): string | undefined {
  // Two, because two letters that changed places are two changes.
  const limit = wanted.length < 5 ? 1 : Math.max(2, Math.floor(wanted.length / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const name of known) {
    if (Math.abs(name.length - wanted.length) > limit) continue;
    const one = distance(wanted.toLowerCase(), name.toLowerCase());
    if (one < bestDistance) [best, bestDistance] = [name, one];
  }
  return best;
}
