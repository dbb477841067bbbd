import porter from "wink-porter2-stemmer";

const known = new Map<string, string>();

/** The stem of an English word as Pagefind's index holds it (https://snowballstem.org/algorithms/english/stemmer.html). */
export function stem(word: string): string {
  const kept = known.get(word);
  if (kept !== undefined) return kept;
  const made = /^[a-z']+$/.test(word) ? keepDouble(porter(word), word) : word;
  known.set(word, made);
  return made;
}

/** The stemmer of the index, which is a newer one, leaves `add` and `egg` whole. */
function keepDouble(root: string, word: string): string {
  const whole = root + (root[1] ?? "");
  return /^[aeo][^aeiou]$/.test(root) && word.startsWith(whole) ? whole : root;
}
