import { hash } from "node:crypto";
import type { Searched } from "#handbook/searched.ts";
import type { Locale } from "#model/fields.ts";
import { packWords, type TermsFile } from "../src/islands/search/terms.ts";
import type { Kept } from "../src/site.ts";
import type { ChineseTerms } from "./search-chinese.ts";
import { listKeywords } from "./search-keywords.ts";

/** The most words that are worth their bytes. */
const most = 5000;

/**
 * Makes the table that queries in `locale` are understood with. `words` says how many pages have each Latin word and each
 * Chinese character; `kept` holds what dictionaries told earlier builds.
 */
export async function makeTerms(
  locale: Locale,
  searched: readonly Searched[],
  words: ReadonlyMap<string, number>,
  filters: TermsFile["filters"],
  kept: Kept,
): Promise<Omit<TermsFile, "index">> {
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
  const characters = [...new Set([...frequent.join(""), ...named.join("")].filter((one) => chinese.test(one)))].sort();
  return {
    words: packWords([...new Set([...known, ...frequent.filter((one) => !chinese.test(one))].slice(0, most))].sort()),
    names: [...new Set(names.map((one) => one.normalize("NFKC").toLowerCase()))].join("\n"),
    ...(await readChinese(names, characters, kept)),
    filters,
  };
}

/** What dictionaries say, which take a while to load and are asked again only where there are other names or characters. */
async function readChinese(names: readonly string[], characters: readonly string[], kept: Kept): Promise<ChineseTerms> {
  if (characters.length === 0) return { sounds: "|", traditional: "", simplified: "" };
  const key = hash("sha1", `chinese\0${names.join("\n")}\0${characters.join("")}`, "base64url");
  const known = kept.read(key) as ChineseTerms | undefined;
  if (known) return known;
  const { askDictionaries } = await import("./search-chinese.ts");
  const told = askDictionaries(names, characters);
  kept.write(key, told);
  return told;
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
