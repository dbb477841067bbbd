import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { type Asked, type Figures, type Measure, measure, measureKinds } from "./bench-search-figures.ts";
import { project } from "./generator.ts";

/** What search on the sample handbook must not fall below, for each kind of query and for all together. */
export type Floors = z.infer<typeof schema>;

const bound = z.strictObject({
  mrr: z.number().optional(),
  five: z.number().optional(),
  /** The most. */
  empty: z.number().optional(),
  /** The most. */
  wrong: z.number().optional(),
});
const schema = z.record(z.string(), bound);

const file = join(project, "tests/search/floors.yaml");

export function readFloors(): Floors {
  return existsSync(file) ? schema.parse(parse(readFileSync(file, "utf8"))) : {};
}

/** Figures that are worse than their floor, as sentences. */
export function compareFloors(asked: readonly Asked[], floors: Floors): string[] {
  const figures = new Map(listFigures(asked));
  return Object.entries(floors).flatMap(([name, own]) =>
    Object.entries(own).flatMap(([one, floor]) => {
      const value = figures.get(name)?.[one as Measure]?.value;
      const bound = `was ${floor} or ${mostOf.has(one) ? "less" : "more"}`;
      if (value === undefined) return [`${name}: ${one} ${bound}, and nothing was asked.`];
      const holds = mostOf.has(one) ? value <= floor : value >= floor;
      return holds ? [] : [`${name}: ${one} is ${value.toFixed(3)}, and ${bound}.`];
    }),
  );
}

/** Shares that are better the smaller they are. */
const mostOf = new Set<string>(["empty", "wrong"]);

/** Raises the floors to a query or so below what was measured; none sinks. */
export function recordFloors(asked: readonly Asked[]): void {
  const before = readFloors();
  const floors = listFigures(asked).map(([name, figures]) => {
    const own = before[name] ?? {};
    const slack = 1.5 / figures.queries;
    const bounds = {
      mrr: raise(own.mrr, figures.mrr?.value, -slack),
      five: raise(own.five, figures.five?.value, -slack),
      empty: lower(own.empty, figures.empty?.value, slack),
      wrong: lower(own.wrong, figures.wrong?.value, slack),
    };
    const text = Object.entries(bounds).flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}`]));
    return `${name}: { ${text.join(", ")} }`;
  });
  writeFileSync(file, `${head}\n${floors.join("\n")}\n`);
}

const head = `# What search on the sample handbook must not fall below: MRR@10 and an answer among the first five; and the most that may
# be empty, or be shown as exact where there is no answer. \`npm run bench:search -- --record\` raises it.`;

function listFigures(asked: readonly Asked[]): [string, Figures][] {
  // Of all queries only those without an answer can be wrong, which have a floor of their own.
  return [...measureKinds(asked), ["overall", { ...measure(asked), wrong: undefined }]];
}

function raise(before: number | undefined, value: number | undefined, slack: number): number | undefined {
  return value === undefined ? before : Math.max(before ?? 0, Math.floor(Math.max(0, value + slack) * 100) / 100);
}

function lower(before: number | undefined, value: number | undefined, slack: number): number | undefined {
  return value === undefined ? before : Math.min(before ?? 1, Math.ceil(Math.min(1, value + slack) * 100) / 100);
}
