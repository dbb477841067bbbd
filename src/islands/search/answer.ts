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
/** Other readings of a query whose pages are compared with it. */
const weighed = 2;

/** Answers a query; the same query always gets the same answer, whatever was asked before. */
export async function answer(library: Library, query: string, choice: Choice = {}): Promise<Answer> {
  const literal = readLiterally(query, library.terms);
  const loading = library.loadFilters();
  const consider = async (readings: readonly Reading[]) => {
    const filters = await loading;
    const found = await Promise.all(readings.map((one) => findPages(library, one, filters, choice)));
    const likely = found.filter((one) => one.chosen.length > 0).sort((a, b) => promiseOf(b) - promiseOf(a));
    return Promise.all(likely.slice(0, weighed).map((one) => compareTexts(library, one)));
  };
  const considered = await consider([literal]);
  if (considered[0]?.judged.match !== "exact") considered.push(...(await consider(readOtherwise(literal.text, library.terms))));
  if (considered.length === 0) considered.push(...(await consider(readLoosely(literal.text, library.terms))));
  const [best, ...others] = considered.sort((a, b) => worthOf(b) - worthOf(a));
  if (!best) return { query, match: "none", corrected: undefined, pages: [], counts: {}, marks: [] };
  const rest = others.filter((one) => one.judged.worth > 0.5 * best.judged.worth);
  const pages = [...new Set([best, ...rest].flatMap((one) => one.pages))];
  const every = [...new Set([best, ...rest].flatMap((one) => one.every))];
  return {
    query,
    match: best.judged.match,
    corrected: best.reading.corrected ? best.reading.text : undefined,
    pages,
    counts: countValues(every, await loading, choice),
    marks: [...new Set([best.reading.text, literal.text, fold(query)])],
  };
}

interface Found {
  reading: Reading;
  /** The pages found, and those of them that fit the choice. */
  every: readonly Scored[];
  chosen: readonly Scored[];
}

interface Considered extends Omit<Found, "every"> {
  pages: number[];
  every: number[];
  judged: Judged;
}

async function findPages(library: Library, reading: Reading, filters: Filters, choice: Choice): Promise<Found> {
  const every = cut(await scorePages(library, reading.text));
  return { reading, every, chosen: every.filter(({ page }) => fits(page, filters, choice)) };
}

/** How much a reading promises before any text is read. */
function promiseOf({ reading, chosen }: Found): number {
  return reading.trust * Math.max(0, ...chosen.slice(0, compared).map((one) => one.coverage));
}

async function compareTexts(library: Library, { reading, every, chosen }: Found): Promise<Considered> {
  const top = chooseTop(chosen);
  const texts = await Promise.all(top.map((one) => library.loadPage(one.page)));
  const ranked = rerank(reading.text, top, texts);
  const pages = [...new Set([...ranked, ...chosen].map((one) => one.page))];
  return { reading, chosen, pages, every: every.map((one) => one.page), judged: judge(reading, ranked) };
}

/** The best pages, and those whose names hold most of the query: a title may be all that a short page has of it. */
function chooseTop(chosen: readonly Scored[]): Scored[] {
  const named = chosen.filter((one) => one.named > 0).sort((a, b) => b.named - a.named || b.score - a.score);
  return [...new Set([...chosen.slice(0, compared - 3), ...named.slice(0, 4), ...chosen.slice(0, compared)])].slice(0, compared);
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
