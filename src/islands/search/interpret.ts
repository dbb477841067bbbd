import { fold, isHan, splitRuns } from "./analysis.ts";
import { isFunctionWord } from "./function-words.ts";
import { readLetters, soundAlike } from "./pinyin.ts";
import { correctWord, isKnownWord } from "./spelling.ts";
import type { Terms } from "./terms.ts";

/** A way to understand a query, with how much it is to be trusted. */
export interface Reading {
  text: string;
  trust: number;
  /** Whether it is not what was typed. */
  corrected: boolean;
}

/** What was typed, folded and in simplified characters. */
export function readLiterally(query: string, terms: Terms): Reading {
  return { text: terms.simplify(fold(query)).slice(0, 200), trust: 1, corrected: false };
}

/** Other ways to understand a text of which too little was found: pinyin, slips of the keyboard, characters that sound alike. */
export function readOtherwise(text: string, terms: Terms): Reading[] {
  const others = [...readPinyin(text, terms), ...correctWords(text, terms), ...correctCharacters(text, terms)];
  const seen = new Set([text]);
  return others.filter((one) => !seen.has(one.text) && seen.add(one.text)).slice(0, 6);
}

/** For want of anything better: words further away, pinyin as it is often mistaken, single characters, the beginnings of words. */
export function readLoosely(text: string, { words, names, sounds }: Terms): Reading[] {
  const runs = splitRuns(text);
  const parts = runs.flatMap((run) => (isHan(run) ? [...run] : isFunctionWord(run) ? [] : [run.slice(0, 4)]));
  const farther = runs.map((run) => (isHan(run) || isKnownWord(run, words) ? run : (correctWord(run, words, 1, 1)[0] ?? run)));
  const mistaken = runs.some(isHan) ? [] : readLetters(blur(runs.join("")), names, { read: (one) => blur(sounds.read(one)) }, 1);
  const readings = [
    ...mistaken.map((one) => ({ text: one, trust: 0.7, corrected: true })),
    { text: farther.join(" "), trust: 0.6, corrected: true },
    { text: parts.join(" "), trust: 0.3, corrected: false },
  ];
  return readings.filter((one) => one.text !== text);
}

/** Takes away what many speakers don't tell apart: zh and z, ing and in. */
function blur<T extends string | undefined>(sound: T): T {
  return sound?.replace(/([zcs])h/g, "$1").replace(/(?<=[aei]n)g/g, "") as T;
}

/** Letters alone that stand for Chinese; a run of them beside characters counts too: `tai贵了`. */
function readPinyin(text: string, { names, sounds }: Terms): Reading[] {
  const runs = splitRuns(text);
  if (names.length === 0 || runs.every((one) => isHan(one))) return [];
  if (!runs.some((one) => isHan(one))) {
    const letters = runs.join("");
    const spelled = runs.length > 1 ? 0.9 : 0.95;
    return readLetters(letters, names, sounds).map((one) => ({ text: one, trust: spelled, corrected: true }));
  }
  const mixed = runs.flatMap((run, index) => {
    if (isHan(run)) return [];
    const [found] = readLetters(run, names, sounds, 1);
    return found ? [{ text: [...runs.slice(0, index), found, ...runs.slice(index + 1)].join(""), trust: 0.7, corrected: true }] : [];
  });
  return mixed.slice(0, 1);
}

function correctWords(text: string, { words }: Terms): Reading[] {
  const runs = splitRuns(text);
  const choices = runs.map((run) => (isHan(run) || isFunctionWord(run) || isKnownWord(run, words) ? [run] : correctWord(run, words)));
  const unknown = runs.filter((run, index) => choices[index]?.[0] !== run).length;
  if (unknown === 0) return [];
  return [0, 1].flatMap((rank) => {
    const chosen = choices.map((all, index) => all[Math.min(rank, all.length - 1)] ?? runs[index] ?? "");
    return chosen.join(" ") === runs.join(" ")
      ? []
      : [{ text: chosen.join(" "), trust: (rank === 0 ? 0.9 : 0.75) * 0.85 ** (unknown - 1), corrected: true }];
  });
}

function correctCharacters(text: string, { names, sounds }: Terms): Reading[] {
  return splitRuns(text)
    .filter((run) => isHan(run) && [...run].length > 1)
    .flatMap((run) => soundAlike(run, names, sounds).map((one) => ({ text: text.replace(run, one), trust: 0.85, corrected: true })));
}
