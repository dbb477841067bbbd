import { fold } from "./analysis.ts";
import { type Reading, readLiterally, readOtherwise } from "./interpret.ts";
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
  const best = [first, ...others].reduce((a, b) => (worthOf(b) > worthOf(a) ? b : a));
  const rest = [first, ...others].filter((one) => one !== best && one.judged.worth > 0.5 * best.judged.worth);
  const pages = [...new Set([best, ...rest].flatMap((one) => one.pages))];
  return {
    query,
    match: pages.length === 0 ? "none" : best.judged.match,
    corrected: best.reading.corrected && best.judged.match !== "none" ? best.reading.text : undefined,
    pages,
    counts: countValues(best.every, await filtering, choice),
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
  const scored = await scorePages(library, reading.text);
  const chosen = scored.filter(({ page }) => fits(page, filters, choice));
  const top = chosen.slice(0, compared);
  const texts = await Promise.all(top.map((one) => library.loadPage(one.page)));
  const ranked = rerank(reading.text, top, texts);
  const order = [...ranked.map((one) => one.page), ...chosen.slice(compared).map((one) => one.page)];
  return { reading, pages: cut(order, chosen, ranked[0]), every: scored.map((one) => one.page), judged: judge(reading, ranked) };
}

/** Pages that hold next to nothing of the query are left out behind others that hold most of it. */
function cut(order: readonly number[], scored: readonly Scored[], best: Scored | undefined): number[] {
  if (!best) return [];
  const coverage = new Map(scored.map((one) => [one.page, one.coverage]));
  const least = Math.min(0.5 * best.coverage, 0.4);
  return order.filter((page) => (coverage.get(page) ?? 0) >= least);
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
