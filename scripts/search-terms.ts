import { Converter } from "opencc-js/t2cn";
import { pinyin } from "pinyin-pro";
import type { Searched } from "#handbook/searched.ts";
import type { Locale } from "#model/fields.ts";
import { packSounds } from "../src/islands/search/pinyin.ts";
import { packWords, type TermsFile } from "../src/islands/search/terms.ts";
import { listKeywords } from "./search-keywords.ts";

/** The most words that are worth their bytes. */
const most = 5000;

/** Makes the table that queries in `locale` are understood with. `words` says how many pages have each Latin word and each Chinese character. */
export function makeTerms(
  locale: Locale,
  searched: readonly Searched[],
  words: ReadonlyMap<string, number>,
  filters: TermsFile["filters"],
): Omit<TermsFile, "index"> {
  const pages = searched.filter((one) => one.locale === locale);
  const chinese = /\p{Script=Han}/u;
  const listed =
    locale === "zh-CN"
      ? pages.flatMap((one) => [one.title, ...one.names, ...one.same, ...one.synonyms]).filter((one) => chinese.test(one))
      : [];
  const named = pages.flatMap((one) => [one.title, ...one.names, ...one.elsewhere, ...one.same, ...one.synonyms, ...one.related]);
  const names = [...listed, ...listWords(pages, listed.join("\n"))];
  const known = new Set(named.flatMap(listKeywords).filter((one) => /^[a-z]{3,}$/.test(one)));
  const frequent = [...words].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).map(([word]) => word);
  const characters = new Set([...frequent.join(""), ...named.join("")].filter((one) => chinese.test(one)));
  return {
    words: packWords([...new Set([...known, ...frequent.filter((one) => !chinese.test(one))].slice(0, most))].sort()),
    names: [...new Set(names.map((one) => one.normalize("NFKC").toLowerCase()))].join("\n"),
    sounds: names.length > 0 ? packSounds(readSounds(names), [...characters].sort()) : "|",
    ...pairScripts(characters),
    filters,
  };
}

/** Chinese words of summaries that no name holds, where more than one page has them. */
function listWords(pages: readonly Searched[], held: string): string[] {
  if (held === "") return [];
  const segmenter = new Intl.Segmenter("zh-CN", { granularity: "word" });
  const counts = new Map<string, number>();
  for (const { summary } of pages) {
    const words = new Set([...segmenter.segment(summary)].map((one) => one.segment));
    for (const word of words) if (/^\p{Script=Han}{2,}$/u.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts]
    .filter(([word, count]) => count > 1 && !held.includes(word))
    .map(([word]) => word)
    .sort();
}

/** A character's reading without tone, `v` for `ü`: the one that it has most often in `names`, because many have several. */
function readSounds(names: readonly string[]): (character: string) => string {
  const counts = new Map<string, Map<string, number>>();
  for (const name of names) {
    const characters = [...name];
    const readings = pinyin(name, { toneType: "none", v: true, type: "array" });
    for (const [index, character] of characters.entries()) {
      const all = counts.get(character) ?? new Map<string, number>();
      const reading = readings[index] ?? "";
      counts.set(character, all.set(reading, (all.get(reading) ?? 0) + 1));
    }
  }
  return (character) => {
    const [most] = [...(counts.get(character) ?? [])].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
    return (most?.[0] ?? pinyin(character, { toneType: "none", v: true })).replace(/[^a-z]/g, "");
  };
}

/** The traditional characters for which pages have `simplified` ones. */
function pairScripts(simplified: ReadonlySet<string>): Pick<TermsFile, "traditional" | "simplified"> {
  const convert = Converter({ from: "t", to: "cn" });
  const all = Array.from({ length: 0x9fff - 0x4e00 + 1 }, (_, index) => String.fromCodePoint(0x4e00 + index));
  const pairs = all.map((one) => [one, convert(one)] as const).filter(([one, other]) => one !== other && simplified.has(other));
  return { traditional: pairs.map(([one]) => one).join(""), simplified: pairs.map(([, other]) => other).join("") };
}
