import { distance } from "fastest-levenshtein";

/** The known name nearest to `wanted`, or undefined where none is near enough to be meant. */
export function findNearest(wanted: string, known: Iterable<string>): string | undefined {
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const name of known) {
    if (Math.abs(name.length - wanted.length) > limit) continue;
    // Letters that changed places are the commonest slip.
    const one = sortLetters(wanted) === sortLetters(name) ? 1 : distance(wanted.toLowerCase(), name.toLowerCase());
    if (one < bestDistance) [best, bestDistance] = [name, one];
  }
  return best;
}

function sortLetters(text: string): string {
  return [...text.toLowerCase()].sort().join("");
}
