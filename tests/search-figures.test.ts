import { expect, test } from "vitest";
import { type Answer, documentOf } from "../scripts/bench-search-box.ts";
import { judge, measure, share } from "../scripts/bench-search-figures.ts";
import type { GoldenQuery } from "../scripts/golden-queries.ts";
import { compareFloors } from "../scripts/search-floors.ts";

const query: GoldenQuery = { split: "dev", kind: "word", locale: "zh-CN", query: "太贵", filter: {}, find: ["objections/too-expensive"] };
const nothing: GoldenQuery = { ...query, kind: "no-answer", find: [] };
const answer = (...paths: string[]): Answer => ({ paths, match: paths.length > 0 ? "exact" : "none", milliseconds: 1 });

test.each([
  ["/objections/too-expensive/", "/", "objections/too-expensive"],
  ["/objections/too-expensive/#先听懂", "/", "objections/too-expensive"],
  ["/en/objections/too-expensive.html?x=1", "/", "en/objections/too-expensive"],
  ["/book/en/objections/too-expensive/index.html", "/book/", "en/objections/too-expensive"],
  ["/%E6%9C%AF%E8%AF%AD/%E7%BA%BF%E7%B4%A2/", "/", "术语/线索"],
])("knows that %s below %s is %s", (path, base, document) => {
  expect(documentOf(path, base)).toBe(document);
});

test("ranks a document once, however many of its sections come before", () => {
  expect(judge(query, answer("/terms/lead/", "/terms/lead/#a", "/objections/too-expensive/#b")).rank).toBe(2);
});

test("takes neither the other language nor the eleventh place for an answer", () => {
  const before = Array.from({ length: 10 }, (_, index) => `/terms/t${index}/`);
  expect(judge(query, answer("/en/objections/too-expensive/")).rank).toBeUndefined();
  expect(judge(query, answer(...before, "/objections/too-expensive/")).rank).toBeUndefined();
  expect(judge({ ...query, locale: "en" }, answer("/en/objections/too-expensive/")).rank).toBe(1);
});

test("counts an empty answer only where there is one to find, and a wrong one only where there is none", () => {
  const closest: Answer = { ...answer("/terms/lead/"), match: "closest" };
  const asked = [
    judge(query, answer("/objections/too-expensive/")),
    judge(query, answer("/terms/lead/", "/objections/too-expensive/")),
    judge(query, answer()),
    judge(nothing, answer("/terms/lead/")),
    judge(nothing, closest),
    judge(nothing, answer()),
  ];
  const { queries, mrr, first, five, empty, wrong } = measure(asked);
  expect([queries, ...[mrr, first, five, empty, wrong].map((one) => one?.value.toFixed(3))]).toEqual([
    6,
    "0.500",
    "0.333",
    "0.667",
    "0.333",
    "0.333",
  ]);
});

test("gives the same interval each time, and none for nothing", () => {
  const values = Array.from({ length: 100 }, (_, index) => index % 2);
  const { value, low, high } = share(values) ?? {};
  expect(share(values)).toEqual({ value, low, high });
  expect(value).toBe(0.5);
  expect(low).toBeGreaterThan(0.35);
  expect(low).toBeLessThan(0.45);
  expect(high).toBeGreaterThan(0.55);
  expect(high).toBeLessThan(0.65);
  expect(share([])).toBeUndefined();
});

test("says which figures are below their floor, and that a kind with a floor was not asked at all", () => {
  const asked = [judge(query, answer("/terms/lead/", "/objections/too-expensive/"))];
  expect(compareFloors(asked, { word: { mrr: 0.6, five: 1, empty: 0 }, overall: { mrr: 0.5 }, stem: { mrr: 0.1 } })).toEqual([
    "word: mrr is 0.500, and was 0.6 or more.",
    "stem: mrr was 0.1 or more, and nothing was asked.",
  ]);
});
