import { isFunctionWord, splitQuestion } from "./function-words.ts";

/** One thing to look for: two characters of Chinese, or a word. */
export interface Unit {
  text: string;
  script: "han" | "latin";
  /** 1, or less for what says little, such as question words. */
  weight: number;
  /** Which part of the query it comes from, and where in it; units that follow one another make a phrase. */
  run: number;
  /** Whether it only joins words whose characters other units hold: a long query does without it. */
  spare?: boolean;
}

/** What is compared with texts: width, case and form of letters count for nothing. */
export function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/[‘’]/g, "'").replace(/\s+/g, " ").trim();
}

/** Without anything but letters, digits and characters. */
export function squeeze(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]+/gu, "");
}

const pieces = /\p{Script=Han}+|[^\P{L}\p{Script=Han}](?:[^\P{L}\p{Script=Han}]|\p{N})*|\p{N}+/gu;

/** Splits folded text into runs of Chinese, words and numbers. */
export function splitRuns(text: string): string[] {
  return text.replace(/(?<=[a-z])'(?:s|re|ve|ll|d|m|t)\b/g, (end) => (end === "'t" ? "t" : "")).match(pieces) ?? [];
}

export function isHan(text: string): boolean {
  return /^\p{Script=Han}/u.test(text);
}

/** The units of folded text. Where nothing but function words was asked, they count in full. */
export function listUnits(text: string): Unit[] {
  const units = splitRuns(text).flatMap((run, index) => (isHan(run) ? pairCharacters(run, index) : [makeWord(run, index)]));
  const telling = units.some((one) => one.weight === 1);
  return telling ? units : units.map((one) => ({ ...one, weight: 1 }));
}

/** The query without function words, squeezed: what is left of a question is often a title. */
export function findCore(text: string): string {
  const runs = splitRuns(text).map((run) => {
    if (!isHan(run)) return isFunctionWord(run) ? "" : run;
    const telling = splitQuestion(run);
    return [...run].filter((_, index) => telling[index]).join("");
  });
  return runs.join("");
}

function makeWord(text: string, run: number): Unit {
  return { text, script: "latin", weight: isFunctionWord(text) ? 0 : 1, run };
}

/** Overlapping pairs of characters, which is what Pagefind's index holds of every Chinese text. */
function pairCharacters(text: string, run: number): Unit[] {
  const characters = [...text];
  if (characters.length === 1) return [{ text, script: "han", weight: 1, run }];
  const telling = splitQuestion(text);
  const joins = findJoins(text);
  return characters.slice(1).map((second, index) => {
    const spare = joins[index] === true && joins[index - 1] === false && joins[index + 1] === false;
    const inside = telling[index] && telling[index + 1];
    const beside = telling[index] || telling[index + 1];
    return { text: `${characters[index]}${second}`, script: "han", weight: inside ? 1 : beside ? 0.3 : 0, run, ...(spare && { spare }) };
  });
}

/** Whether each pair of characters joins the end of a word and the beginning of the next. */
function findJoins(text: string): boolean[] {
  let at = 0;
  const starts = new Set([...segmenter.segment(text)].map(({ segment }) => (at += [...segment].length)));
  return [...text].slice(1).map((_, index) => starts.has(index + 1));
}

const segmenter = new Intl.Segmenter("zh-CN", { granularity: "word" });
