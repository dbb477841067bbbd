import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { type Locale, localeNames } from "#model/fields.ts";
import { project } from "./generator.ts";

/** The kinds of queries, in the order in which they are reported. */
export const queryKinds = [
  "word",
  "substring",
  "question",
  "mixed-script",
  "single-character",
  "traditional",
  "pinyin",
  "chinese-typo",
  "english-typo",
  "stem",
  "prefix",
  "synonym",
  "cross-language",
  "customer-words",
  "filtered",
  "no-answer",
] as const;
export type QueryKind = (typeof queryKinds)[number];

export const splits = ["dev", "test"] as const;
export type Split = (typeof splits)[number];

/** What a rep types, on which page, and the documents that answer it. */
export interface GoldenQuery {
  split: Split;
  kind: QueryKind;
  locale: Locale;
  query: string;
  filter: Filter;
  /** Documents such as `objections/too-expensive`, in the language of the page; empty where the handbook has no answer. */
  find: string[];
}

/** The choices of the search page, as its address has them. */
export type Filter = z.infer<typeof filter>;

const filter = z.strictObject({ kind: z.string().optional(), stage: z.string().optional(), role: z.string().optional() });
const documents = z.array(z.string().regex(/^[a-z]+\/[^/]+$/));
const answer = z.union([documents, filter.extend({ find: documents })]);
const golden = z.partialRecord(z.enum(queryKinds), z.partialRecord(z.enum(localeNames), z.record(z.string(), answer)));

/** Reads one half of the golden set; throws where the file does not have the form that `tests/search/README.md` shows. */
export function readGoldenQueries(split: Split): GoldenQuery[] {
  const kinds = golden.parse(parse(readFileSync(join(project, "tests/search", `${split}.yaml`), "utf8")));
  return queryKinds.flatMap((kind) =>
    localeNames.flatMap((locale) =>
      Object.entries(kinds[kind]?.[locale] ?? {}).map(([query, answer]): GoldenQuery => {
        const { find, ...filter } = Array.isArray(answer) ? { find: answer } : answer;
        return { split, kind, locale, query, filter, find };
      }),
    ),
  );
}
