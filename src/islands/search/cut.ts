import type { Stretch } from "./marks.ts";
import { isChinese, type Quotable } from "./page-text.ts";

/** A part of a text, with whether something was cut away in the middle of a sentence before and behind it. */
export interface Cut {
  text: string;
  before: boolean;
  behind: boolean;
}

/** Letters; a Chinese character says about as much as two. */
const longest = { chinese: 76, other: 170 };

const sentenceEnds = /(?:[。！？…]|[.!?](?=["'”’)]*\s))["'”’」』）)]*\s*/gu;
const clauseEnds = /[，、：；—]|[,;:–](?=\s)\s*/gu;

/** The part of a text that holds most of what is marked, from the beginning of a sentence or clause to the end of one; or its beginning. */
export function cutText({ text, donts }: Quotable, marks: readonly Stretch[], beginning: boolean): Cut {
  const length = isChinese(text) ? longest.chinese : longest.other;
  if (text.length <= length) return { text, before: false, behind: false };
  const best = beginning ? undefined : findBest(marks, length);
  const found = best ? findStart(text, best.from, Math.floor(length / 3)) : 0;
  // Words that are not to be said never stand without the cue that says so.
  const start = donts.find(({ from, to }) => from < found && found < to)?.from ?? found;
  const end = findEnd(text, start, Math.max(start + Math.floor(length / 2), Math.min(best?.to ?? 0, start + length)), start + length);
  const behind = end < text.length && !endsAt(text, end, sentenceEnds);
  const cut = text.slice(start, end).trim();
  return { text: behind ? cut.replace(/[，、：；—,;:–]$/u, "") : cut, before: start > 0 && !endsAt(text, start, sentenceEnds), behind };
}

/** Where the sentence begins that holds the place. */
export function findSentence(text: string, place: number): number {
  return lastEnd(text, 0, place, sentenceEnds) ?? 0;
}

/** The mark after which most of what is marked comes. */
function findBest(marks: readonly Stretch[], length: number): Stretch | undefined {
  let best: { mark: Stretch; worth: number } | undefined;
  for (const mark of marks) {
    const inside = marks.filter((one) => one.from >= mark.from && one.to <= mark.from + length * 0.8);
    const worth = new Set(inside.map((one) => one.unit)).size * 10 + inside.length;
    if (worth > (best?.worth ?? -1)) best = { mark, worth };
  }
  return best?.mark;
}

function findStart(text: string, place: number, room: number): number {
  if (place <= room) return 0;
  const from = place - room;
  return lastEnd(text, from, place, sentenceEnds) ?? lastEnd(text, from, place, clauseEnds) ?? startOfWord(text, from, place);
}

function findEnd(text: string, start: number, least: number, most: number): number {
  if (most >= text.length) return text.length;
  return lastEnd(text, least, most, sentenceEnds) ?? lastEnd(text, least, most, clauseEnds) ?? startOfWord(text, start, most, true);
}

/** The last place up to `to` where a sentence or clause has ended, behind `from`. */
function lastEnd(text: string, from: number, to: number, ends: RegExp): number | undefined {
  const all = [...text.matchAll(ends)].map((one) => one.index + one[0].length);
  return all.findLast((one) => one > from && one <= to);
}

function endsAt(text: string, place: number, ends: RegExp): boolean {
  return lastEnd(text, place - 1, place, ends) === place;
}

/** Where a word begins within a part of a text: its first one, or its last. */
function startOfWord(text: string, from: number, to: number, last = false): number {
  const words = [...new Intl.Segmenter("zh", { granularity: "word" }).segment(text.slice(from, to))].map((one) => from + one.index);
  return (last ? words.at(-1) : words[1]) ?? from;
}
