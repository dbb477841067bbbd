import { fold } from "./analysis.ts";
import { type Reading, readLiterally, readLoosely, readOtherwise } from "./interpret.ts";
import type { Filters, Library, PageText } from "./library.ts";
import { judge, type Judged, rerank } from "./rerank.ts";
import { scorePages, type Scored } from "./score.ts";

export interface Answer {
  query: string;
  match: "exact" | "closest" | "none";
  /** What was looked for in place of what was typed. */
  corrected: string | undefined;
  /** The pages, best first. */
  pages: number[];
  /** How many of them have each value of each filter. */
  counts: Record<string, Record<string, number>>;
  /** The texts that the pages are to be read for. */
  marks: string[];
}

/** Chosen values of filters: pages must have one of each. */
export type Choice = Readonly<Record<string, readonly string[]>>;

/** Pages whose texts are compared with the query. */
const compared = 8;

/** Answers a query; the same query always gets the same answer, whatever was asked before. */
export async function answer(library: Library, query: string, choice: Choice = {}): Promise<Answer> {
  const literal = readLiterally(query, library.terms);
  const filtering = library.loadFilters();
  const first = await consider(library, literal, await filtering, choice);
  const readings = first.judged.match === "exact" ? [] : readOtherwise(literal.text, library.terms);
  const others = await Promise.all(readings.map(async (one) => consider(library, one, await filtering, choice)));
  if ([first, ...others].every((one) => one.pages.length === 0))
    others.push(await consider(library, readLoosely(literal.text), await filtering, choice));
  const best = [first, ...others].reduce((a, b) => (worthOf(b) > worthOf(a) ? b : a));
  const rest = [first, ...others].filter((one) => one !== best && one.judged.worth > 0.5 * best.judged.worth);
  const pages = [...new Set([best, ...rest].flatMap((one) => one.pages))];
  const every = [...new Set([best, ...rest].flatMap((one) => one.every))];
  return {
    query,
    match: pages.length === 0 ? "none" : best.judged.match,
    corrected: best.reading.corrected && best.judged.match !== "none" ? best.reading.text : undefined,
    pages,
    counts: countValues(every, await filtering, choice),
    marks: [...new Set([best.reading.text, literal.text, fold(query)])],
  };
}

interface Considered {
  reading: Reading;
  pages: number[];
  /** The pages found, filtered or not. */
  every: readonly number[];
  judged: Judged;
}

async function consider(library: Library, reading: Reading, filters: Filters, choice: Choice): Promise<Considered> {
  const kept = cut(await scorePages(library, reading.text));
  const chosen = kept.filter(({ page }) => fits(page, filters, choice));
  const top = chosen.slice(0, compared);
  const texts = await Promise.all(top.map((one) => library.loadPage(one.page)));
  const ranked = rerank(reading.text, top, texts);
  const pages = [...ranked, ...chosen.slice(compared)].map((one) => one.page);
  return { reading, pages, every: kept.map((one) => one.page), judged: judge(reading, ranked) };
}

/** Leaves out pages that hold next to nothing of the query where others hold most of it. */
function cut(scored: readonly Scored[]): Scored[] {
  const most = Math.max(0, ...scored.slice(0, compared).map((one) => one.coverage));
  return scored.filter((one) => one.coverage >= Math.min(0.5 * most, 0.4));
}

function worthOf({ reading, judged }: Considered): number {
  return judged.worth * reading.trust;
}

function fits(page: number, filters: Filters, choice: Choice): boolean {
  return Object.entries(choice).every(([name, values]) => values.length === 0 || values.some((one) => filters[name]?.[one]?.has(page)));
}

/** Counts what each value would show beside the choices of the other filters. */
function countValues(pages: readonly number[], filters: Filters, choice: Choice): Answer["counts"] {
  return Object.fromEntries(
    Object.entries(filters).map(([name, values]) => {
      const others = Object.fromEntries(Object.entries(choice).filter(([one]) => one !== name));
      const among = pages.filter((page) => fits(page, filters, others));
      return [
        name,
        Object.fromEntries(Object.entries(values).map(([value, all]) => [value, among.filter((page) => all.has(page)).length])),
      ];
    }),
  );
}

export type { PageText };
