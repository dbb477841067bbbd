import porter from "wink-porter2-stemmer";

const known = new Map<string, string>();

/** The stem of an English word as Pagefind's index holds it (https://snowballstem.org/algorithms/english/stemmer.html). */
export function stem(word: string): string {
  const kept = known.get(word);
  if (kept !== undefined) return kept;
  const made = /^[a-z']+$/.test(word) ? porter(word) : word;
  known.set(word, made);
  return made;
}
