import { type Answer, documentOf, type Question } from "./bench-search-box.ts";
import type { GoldenQuery, QueryKind } from "./golden-queries.ts";
import { queryKinds } from "./golden-queries.ts";
import { seeded } from "./seeded.ts";

/** A golden query with what a search box answered. */
export interface Asked extends GoldenQuery {
  /** Documents of the page's language or another, such as `en/terms/lead`, best first; each once. */
  found: string[];
  match: Answer["match"];
  milliseconds: number;
  /** Of the first document that answers, from 1; missing where none of the first ten does. */
  rank: number | undefined;
}

/** A share, with the interval that holds it in 95 of 100 samples of as many queries. */
export interface Share {
  value: number;
  low: number;
  high: number;
}

export const measures = ["mrr", "first", "five", "empty", "wrong"] as const;
export type Measure = (typeof measures)[number];

export interface Figures {
  queries: number;
  /** Mean of 1 ÷ rank of the first document that answers, 0 past the tenth: https://en.wikipedia.org/wiki/Mean_reciprocal_rank */
  mrr: Share | undefined;
  /** An answer is in first place. */
  first: Share | undefined;
  /** An answer is among the first five. */
  five: Share | undefined;
  /** Nothing is shown although there is an answer. */
  empty: Share | undefined;
  /** Something is shown as if it were the answer although there is none. */
  wrong: Share | undefined;
}

export function judge(query: GoldenQuery, { paths, match, milliseconds }: Answer, base = "/"): Asked {
  const found = [...new Set(paths.map((one) => documentOf(one, base)))];
  const index = found.slice(0, 10).findIndex((one) => query.find.some((id) => one === nameDocument(query, id)));
  return { ...query, found, match, milliseconds, rank: index < 0 ? undefined : index + 1 };
}

function nameDocument({ locale }: Question, id: string): string {
  return locale === "zh-CN" ? id : `${locale}/${id}`;
}

export function measureKinds(asked: readonly Asked[]): Map<QueryKind, Figures> {
  return new Map(
    queryKinds.flatMap((kind) => {
      const own = asked.filter((one) => one.kind === kind);
      return own.length > 0 ? [[kind, measure(own)] as const] : [];
    }),
  );
}

export function measure(asked: readonly Asked[]): Figures {
  const answerable = asked.filter((one) => one.find.length > 0);
  const others = asked.filter((one) => one.find.length === 0);
  return {
    queries: asked.length,
    mrr: share(answerable.map((one) => (one.rank ? 1 / one.rank : 0))),
    first: share(answerable.map((one) => Number(one.rank === 1))),
    five: share(answerable.map((one) => Number(one.rank !== undefined && one.rank <= 5))),
    empty: share(answerable.map((one) => Number(one.found.length === 0))),
    wrong: share(others.map((one) => Number(one.match === "exact" && one.found.length > 0))),
  };
}

const samples = 2000;

/** The mean, and its interval by the bootstrap: https://en.wikipedia.org/wiki/Bootstrapping_(statistics) */
export function share(values: readonly number[]): Share | undefined {
  if (values.length === 0) return undefined;
  const mean = (draw: (index: number) => number) => values.reduce((sum, _, index) => sum + draw(index), 0) / values.length;
  const random = seeded(values.length);
  const means = Array.from({ length: samples }, () => mean(() => values[Math.floor(random() * values.length)] ?? 0)).sort((a, b) => a - b);
  return { value: mean((index) => values[index] ?? 0), low: quantile(means, 0.025), high: quantile(means, 0.975) };
}

/** Of values in ascending order. */
export function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}
