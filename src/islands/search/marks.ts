import { fold, isHan, listUnits } from "./analysis.ts";
import { stem } from "./stem.ts";

/** A stretch of text, from one character up to another. */
export interface Stretch {
  from: number;
  to: number;
  /** What of the query it holds. */
  unit: string;
}

/** Where `text` holds the words of a query, in order; where the whole query stands there, only that. */
export function findMarks(text: string, query: string): Stretch[] {
  const folded = foldEach(text);
  const whole = fold(query);
  const phrases = isHan(whole) || whole.includes(" ") ? findAll(folded, whole) : [];
  return phrases.length > 0 ? phrases : joinStretches(findUnits(folded, whole));
}

/** The fewest characters of `text` that hold every telling part of a query; undefined where it does not hold all of them. */
export function measureSpan(text: string, query: string): number | undefined {
  const whole = fold(query);
  const wanted = new Set(listUnits(whole).flatMap((one) => (one.weight === 1 ? [one.text] : []))).size;
  const found = findUnits(foldEach(text), whole);
  const counts = new Map<string, number>();
  let least: number | undefined;
  let first = 0;
  for (const last of found) {
    counts.set(last.unit, (counts.get(last.unit) ?? 0) + 1);
    for (let start = found[first]; start && counts.size === wanted; start = found[++first]) {
      least = Math.min(least ?? Infinity, last.to - start.from);
      const left = (counts.get(start.unit) ?? 0) - 1;
      if (left > 0) counts.set(start.unit, left);
      else counts.delete(start.unit);
    }
  }
  return least;
}

/** The telling parts of a folded query, wherever a folded text holds them, in order. */
function findUnits(folded: string, whole: string): Stretch[] {
  const units = listUnits(whole).filter((one) => one.weight === 1);
  const pairs = units.filter((one) => one.script === "han").flatMap((one) => findAll(folded, one.text));
  const stems = new Map(units.filter((one) => one.script === "latin").map((one) => [stem(one.text), one.text]));
  const begun = units.filter((one) => one.script === "latin" && one.text.length > 2).map((one) => one.text);
  const words = stems.size === 0 ? [] : findWords(folded, stems, begun);
  return [...pairs, ...words].sort((a, b) => a.from - b.from);
}

/** Folds each character by itself, so that places stay the same. */
function foldEach(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0))
    .replace(/\p{Lu}/gu, (one) => {
      const lower = one.toLowerCase();
      return lower.length === one.length ? lower : one;
    });
}

function findAll(text: string, part: string): Stretch[] {
  const found: Stretch[] = [];
  const word = !isHan(part) && /^[\p{L}\p{N}]/u.test(part);
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) {
    if (word && /[a-z0-9]/.test(text[at - 1] ?? "")) continue;
    found.push({ from: at, to: at + part.length, unit: part });
  }
  return found;
}

function findWords(text: string, stems: ReadonlyMap<string, string>, begun: readonly string[]): Stretch[] {
  const found: Stretch[] = [];
  for (const match of text.matchAll(/[^\P{L}\p{Script=Han}]+|\p{N}+/gu)) {
    const unit = stems.get(stem(match[0])) ?? begun.find((one) => match[0].startsWith(one));
    if (unit !== undefined) found.push({ from: match.index, to: match.index + match[0].length, unit });
  }
  return found;
}

function joinStretches(sorted: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const one of sorted) {
    const last = joined.at(-1);
    if (last && one.from < last.to) {
      last.to = Math.max(last.to, one.to);
      last.unit += one.unit;
    } else joined.push({ ...one });
  }
  return joined;
}
