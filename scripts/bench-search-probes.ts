import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "node-html-parser";
import { type Locale, localeNames } from "#model/fields.ts";
import type { Copy } from "./bench-copies.ts";
import { type Asker, documentOf } from "./bench-search-box.ts";
import { type Share, share } from "./bench-search-figures.ts";
import { seeded } from "./seeded.ts";

/** Tests that need no labels, because the text itself says which page must be found. */
export interface Probes {
  /** Of pieces of text that ten documents or fewer hold, whether the one they were taken from is among the first ten. */
  recall: Probe[];
  /** Of all pieces of text, whether the first document holds them letter by letter. */
  literal: Probe[];
  /** Both of all lengths in Chinese, where a piece may begin anywhere. */
  chinese: { recall: Share | undefined; literal: Share | undefined };
  /** Whether a document with this title comes first. */
  titles: Share | undefined;
}

export interface Probe {
  locale: Locale;
  characters: number;
  share: Share | undefined;
}

/** A document as search sees it: the text of its page. */
export interface Text {
  document: string;
  locale: Locale;
  title: string;
  /** Pieces that stand together on the page. */
  blocks: string[];
  /** All of it in lower case. */
  whole: string;
}

export const lengths = [2, 3, 4, 6] as const;

export function readTexts(site: string, copies: readonly Copy[]): Text[] {
  return copies.map(({ stem, locale, title }) => {
    const body = parse(readFileSync(join(site, stem, "index.html"), "utf8")).querySelector("[data-pagefind-body]");
    for (const one of body?.querySelectorAll("[data-pagefind-ignore]") ?? []) one.remove();
    const blocks = (body?.querySelectorAll("h1, h2, h3, p, li, td, th, dd") ?? [])
      .filter((one) => one.querySelector("p, li, td, dd") === null)
      .map((one) => one.structuredText.replace(/\s+/g, " ").trim())
      .filter((one) => one !== "");
    return { document: stem, locale, title, blocks, whole: blocks.join("\n").toLowerCase() };
  });
}

/** Asks for `count` pieces of each length in each language, and for `titles` titles of the sample handbook; drawn by chance, the same each time. */
export async function probe(asker: Asker, texts: readonly Text[], count: number, titles: number, base = "/"): Promise<Probes> {
  const find = async (locale: Locale, query: string) => {
    const { paths } = await asker.ask({ locale, query });
    return [...new Set(paths.map((one) => documentOf(one, base)))].slice(0, 10);
  };
  const [recall, literal]: [Probe[], Probe[]] = [[], []];
  const chinese: { recall: number[]; literal: number[] } = { recall: [], literal: [] };
  for (const locale of localeNames) {
    const own = texts.filter((one) => one.locale === locale);
    const byDocument = new Map(own.map((one) => [one.document, one.whole]));
    for (const characters of lengths) {
      const [recalled, literally]: [number[], number[]] = [[], []];
      for (const { document, piece } of drawPieces(own.filter(isSample), characters, count)) {
        const found = await find(locale, piece);
        const holders = own.filter((one) => one.whole.includes(piece.toLowerCase())).length;
        if (holders <= 10) recalled.push(Number(found.includes(document)));
        literally.push(Number(byDocument.get(found[0] ?? "")?.includes(piece.toLowerCase()) ?? false));
      }
      if (locale === "zh-CN") {
        chinese.recall.push(...recalled);
        chinese.literal.push(...literally);
      }
      recall.push({ locale, characters, share: share(recalled) });
      literal.push({ locale, characters, share: share(literally) });
    }
  }
  return {
    recall,
    literal,
    chinese: { recall: share(chinese.recall), literal: share(chinese.literal) },
    titles: share(await findTitles(find, texts, titles)),
  };
}

async function findTitles(
  find: (locale: Locale, query: string) => Promise<string[]>,
  texts: readonly Text[],
  count: number,
): Promise<number[]> {
  const titles = new Map(texts.map((one) => [one.document, one.title]));
  const first: number[] = [];
  for (const { locale, title } of shuffle(texts.filter(isSample)).slice(0, count)) {
    const [found = ""] = await find(locale, title);
    first.push(Number(titles.get(found) === title));
  }
  return first;
}

/** Chinese from anywhere between two marks; English from the beginning of a word, because nobody types the middle of one. */
function* drawPieces(texts: readonly Text[], characters: number, count: number) {
  const random = seeded(characters);
  const pattern = texts[0]?.locale === "zh-CN" ? /\p{Script=Han}+/gu : /\b\p{L}[\p{L} ]+/gu;
  for (let drawn = 0; drawn < count;) {
    const { document, blocks } = texts[Math.floor(random() * texts.length)] as Text;
    const runs = (blocks[Math.floor(random() * blocks.length)] ?? "").match(pattern) ?? [];
    const run = runs[Math.floor(random() * runs.length)] ?? "";
    const starts = texts[0]?.locale === "zh-CN" ? Math.max(0, run.length - characters + 1) : 1;
    const piece = run.slice(Math.floor(random() * starts)).slice(0, characters);
    if (piece.trim().length < characters) continue;
    drawn++;
    yield { document, piece };
  }
}

/** Whatever stands in the crowd is made of the same few sentences. */
function isSample({ document }: Text): boolean {
  return !/\/crowd-\d+$/.test(document);
}

function shuffle<T>(list: readonly T[]): T[] {
  const random = seeded(list.length);
  return list
    .map((one) => [random(), one] as const)
    .sort(([a], [b]) => a - b)
    .map(([, one]) => one);
}
