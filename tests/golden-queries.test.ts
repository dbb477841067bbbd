import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { collectionNames } from "#model/fields.ts";
import { makeCrowd } from "../scripts/bench-search-crowd.ts";
import { type GoldenQuery, queryKinds, readGoldenQueries, splits } from "../scripts/golden-queries.ts";
import { siteFolder } from "./built-site.ts";

const queries = splits.flatMap(readGoldenQueries);

test("names only documents that the sample handbook has in that language", () => {
  const lost = queries.flatMap(({ locale, query, find }) =>
    find.filter((one) => !hasPage(locale, one)).map((one) => `${locale} ${query} → ${one}`),
  );
  expect(lost).toEqual([]);
});

test("filters only by what the sample handbook has, and keeps the answer", () => {
  const filtered = queries.filter((one) => one.kind === "filtered");
  const wrong = filtered.filter(({ filter: { kind, stage, role }, find }) => {
    if (kind) return !collectionNames.some((one) => one === kind) || find.some((one) => !one.startsWith(`${kind}/`));
    return !hasPage("zh-CN", stage ? `stages/${stage}` : `roles/${role}`);
  });
  expect(wrong).toEqual([]);
  expect(queries.filter((one) => one.kind !== "filtered" && Object.keys(one.filter).length > 0)).toEqual([]);
});

test("has at least 300 queries, and 15 of each kind", () => {
  expect(queries.length).toBeGreaterThanOrEqual(300);
  expect(queryKinds.filter((kind) => queries.filter((one) => one.kind === kind).length < 15)).toEqual([]);
});

test("has an answer for every query but those that have none", () => {
  expect(queries.filter((one) => (one.kind === "no-answer") !== (one.find.length === 0))).toEqual([]);
});

test("splits each kind into halves of the same size in each language", () => {
  const count = (split: string, kind: string, locale: string) =>
    queries.filter((one) => one.split === split && one.kind === kind && one.locale === locale).length;
  const uneven = queryKinds.flatMap((kind) =>
    ["zh-CN", "en"].filter((locale) => Math.abs(count("dev", kind, locale) - count("test", kind, locale)) > 1).map((one) => [kind, one]),
  );
  expect(uneven).toEqual([]);
});

test("asks nothing twice", () => {
  const keys = queries.map(normalize);
  expect(keys.filter((one, index) => keys.indexOf(one) !== index)).toEqual([]);
});

function hasPage(locale: string, document: string): boolean {
  return existsSync(join(siteFolder, locale === "zh-CN" ? "" : locale, document, "index.html"));
}

function normalize({ locale, query, filter }: GoldenQuery): string {
  return JSON.stringify([locale, query.toLowerCase().replace(/[\p{P}\s]/gu, ""), filter]);
}

test("stands in a crowd that answers none of the queries", () => {
  const crowd = makeCrowd(556).map(([file, text]) => ({
    locale: file.split("/")[0],
    title: /^title: "(.*)"$/m.exec(text)?.[1] ?? "",
    text,
  }));
  const found = queries.flatMap(({ locale, kind, query }) =>
    crowd
      .filter((one) => one.locale === locale && (kind === "no-answer" ? one.text : one.title).toLowerCase().includes(query.toLowerCase()))
      .map((one) => `${query} → ${one.title}`),
  );
  expect(crowd.length).toBe(1112);
  expect(found).toEqual([]);
});
