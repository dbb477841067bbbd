import { openSounds, type Sounds } from "./pinyin.ts";

/** The words and tables of one language of a site, as the build writes them beside the index. */
export interface TermsFile {
  /** Names Pagefind's index of the language, such as `zh-cn_64f467108215c`. */
  index: string;
  /** The words in Latin letters that the pages use, sorted; each begins with a letter for how much it shares with the one before. */
  words: string;
  /** Chinese titles, aliases and terms, a line each. */
  names: string;
  /** Readings of characters. */
  sounds: string;
  /** Traditional characters, and at the same places the simplified ones. */
  traditional: string;
  simplified: string;
  /** The titles of the values of filters: `{ stage: { demo: "Demo" } }`. */
  filters: Record<string, Record<string, string>>;
}

export interface Terms {
  index: string;
  words: ReadonlySet<string>;
  names: readonly string[];
  sounds: Sounds;
  simplify(text: string): string;
  filters: TermsFile["filters"];
}

export function openTerms(file: TermsFile): Terms {
  const simplified = [...file.simplified];
  const table = new Map([...file.traditional].map((one, index) => [one, simplified[index] ?? one]));
  return {
    index: file.index,
    words: new Set(unpackWords(file.words)),
    names: file.names.split("\n").filter(Boolean),
    sounds: openSounds(file.sounds),
    simplify: (text) => (table.size > 0 ? [...text].map((one) => table.get(one) ?? one).join("") : text),
    filters: file.filters,
  };
}

/** Writes sorted words so that each names how many letters it shares with the one before: `aprice fier` for price, pricier. */
export function packWords(words: readonly string[]): string {
  let before = "";
  return words
    .map((word) => {
      let shared = 0;
      while (shared < 25 && shared < word.length && word[shared] === before[shared]) shared++;
      before = word;
      return `${String.fromCharCode(97 + shared)}${word.slice(shared)}`;
    })
    .join(" ");
}

export function unpackWords(text: string): string[] {
  let before = "";
  return text === "" ? [] : text.split(" ").map((one) => (before = before.slice(0, one.charCodeAt(0) - 97) + one.slice(1)));
}
