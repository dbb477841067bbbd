import { stem } from "./stem.ts";

/** The words nearest to one that no page has, best first; a word that is still being typed may be compared with beginnings. `farther` allows for more slips. */
export function correctWord(word: string, words: ReadonlySet<string>, most = 2, farther = 0): string[] {
  if (word.length < 4 || /\d/.test(word)) return [];
  const allowed = (word.length < 6 ? 1 : 2) + farther;
  // Nobody types a third of a word too much by mistake: `robots` is no slip for `root`.
  const shortest = Math.max(4, word.length - Math.min(allowed, Math.floor(word.length / 4)));
  const found: { word: string; cost: number }[] = [];
  for (const one of words) {
    if (one.length < shortest) continue;
    const whole = one.length <= word.length + allowed ? countEdits(word, one, allowed) : allowed + 1;
    const begun = one.length > word.length ? countEdits(word, one.slice(0, word.length), allowed) + 0.5 : allowed + 1;
    const cost =
      Math.min(whole, begun) +
      (one[0] === word[0] ? 0 : word.length < 6 && farther === 0 ? 1 : 0.6) +
      Math.abs(one.length - word.length) * 0.05;
    if (Math.min(whole, begun) <= allowed + 0.5) found.push({ word: one, cost });
  }
  found.sort((a, b) => a.cost - b.cost || (a.word < b.word ? -1 : 1));
  const stems = new Set<string>();
  return found
    .filter((one) => !stems.has(stem(one.word)) && stems.add(stem(one.word)))
    .filter((one) => one.cost <= allowed + 0.8)
    .slice(0, most)
    .map((one) => one.word);
}

/** Whether a page has the word, a form of it, or one that begins with it. */
export function isKnownWord(word: string, words: ReadonlySet<string>): boolean {
  if (words.has(word) || /\d/.test(word) || word.length < 3) return true;
  const root = stem(word);
  for (const one of words) if (one.startsWith(word) || (one.startsWith(root.slice(0, 3)) && stem(one) === root)) return true;
  return false;
}

/** Letters to add, take away, change or swap with their neighbour; more than `most` counts as `most` + 1. */
export function countEdits(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let older: number[] = [];
  let old = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((old[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (old[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (older[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    if (Math.min(...row) > most) return most + 1;
    [older, old] = [old, row];
  }
  return Math.min(old[b.length] ?? 0, most + 1);
}
