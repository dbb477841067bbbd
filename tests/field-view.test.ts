import { expect, test } from "vitest";
import { z } from "zod";
import { showFields } from "#components/field-view.ts";
import { diffFields } from "#diff/fields.ts";
import { writeFieldTable } from "#diff/field-table.ts";
import { toHtml } from "#diff/html.ts";
import { changeWords } from "#i18n/changes.ts";
import { fieldNames } from "#i18n/fields.ts";
import { type CollectionName, localeNames } from "#model/fields.ts";
import { collections } from "#model/collections.ts";

const titles = { "roles/sales-rep": "Sales rep", "stages/demo": "Demo", "kpis/win-rate": "Win rate" };

test("writes the fields of a KPI in its own unit", () => {
  const data = {
    owner: "sales-rep",
    reviewed: "2026-11-02",
    unit: "percent",
    direction: "up",
    kind: "ratio",
    minSample: 1200,
    time: { basis: "cohort", window: "3 months" },
    targets: [{ value: 25, from: "2027-01-01" }],
    thresholds: { green: 25, amber: [15, 20] },
    stages: ["demo", "gone"],
  };
  expect(showFields(data, { collection: "kpis", locale: "en", titles })).toEqual({
    owner: "Sales rep",
    reviewed: "2 November 2026",
    unit: "%",
    direction: "Higher is better",
    kind: "ratio",
    minSample: "1,200",
    time: { basis: "for those who started together", window: "3 months" },
    targets: [{ value: "25%", from: "1 January 2027" }],
    thresholds: { green: "25%", amber: "15%–20%" },
    stages: ["Demo", "a page that is no longer in the handbook"],
  });
});

test("writes fields in Chinese, and what today's schema does not know as it was", () => {
  const data = {
    audience: "public",
    crm: { probability: 40 },
    maxAge: "14 days",
    price: { list: 12, tags: ["a", null, true] },
    draft: false,
    none: null,
  };
  expect(showFields(data, { collection: "stages", locale: "zh-CN", titles })).toEqual({
    audience: "所有人",
    crm: { probability: "40%" },
    maxAge: "14 天",
    price: { list: "12", tags: ["a", "是"] },
    draft: "否",
  });
});

test("reads fields of any kind where the schema wants others", () => {
  const data = {
    title: 3,
    exit: "text",
    crm: ["x"],
    followUp: null,
    stages: { a: 1 },
    kpis: [["win-rate"]],
    targets: [7],
    order: Number.NaN,
  };
  expect(showFields(data, { collection: "stages", locale: "en", titles })).toEqual({
    title: "3",
    exit: "text",
    crm: ["x"],
    stages: { a: "1" },
    kpis: [["win-rate"]],
    targets: ["7"],
    order: "NaN",
  });
  const deep: Record<string, unknown> = {};
  let inner = deep;
  for (let depth = 0; depth < 5000; depth++) inner = inner["more"] = {};
  expect(JSON.stringify(showFields(deep, { collection: "guides", locale: "en", titles })).length).toBeLessThan(200);
});

test("has a name for every field in both languages", () => {
  const missing = localeNames.flatMap((locale) =>
    Object.entries(collections).flatMap(([collection, schema]) =>
      listNames(schema)
        .filter((name) => !Object.hasOwn(fieldNames[locale], name))
        .map((name) => `${locale} ${collection} ${name}`),
    ),
  );
  expect(missing).toEqual([]);
});

test("writes a table of what changed: numbers, words of a text, items of a list, fields that came", () => {
  expect(
    compare(
      "kpis",
      { unit: "percent", targets: [{ value: 20, from: "2026-01-01" }], caveats: "Say nothing before ten deals are closed." },
      {
        unit: "percent",
        targets: [{ value: 25, from: "2026-01-01" }],
        caveats: "Say nothing before twenty deals are closed.",
        minSample: 20,
      },
    ),
  ).toEqual([
    "Target: <ul><li><del>20%</del><span> → </span><ins>25%</ins></li></ul>",
    "Caveats: Say nothing before <del>ten</del><ins>twenty</ins> deals are closed.",
    "Smallest sample: <ins>20</ins>",
  ]);
});

test("names what an item is known by before its fields that changed, and tells where items moved", () => {
  const [shown, sent] = [
    { text: "The buyer has seen it.", by: "buyer" },
    { text: "The offer is out.", by: "rep" },
  ];
  expect(
    compare(
      "stages",
      { exit: [shown, sent], tags: ["a", "b", "c"] },
      { exit: [{ ...shown, by: "rep" }, sent, { text: "Signed", by: "buyer" }], tags: ["c", "a", "b"] },
    ),
  ).toEqual([
    "Exit criteria: <ul><li>The buyer has seen it.<dl><div><dt>Shown by</dt><dd>Shown by <del>the buyer</del><ins>us</ins></dd></div></dl></li><li><ins>Signed</ins><dl><div><dt>Shown by</dt><dd><ins>Shown by the buyer</ins></dd></div></dl></li></ul>",
    "Tags: <ul><li>c <span>moved from place 3 to place 1</span></li></ul>",
  ]);
});

test("escapes what the fields hold", () => {
  expect(compare("guides", { title: "<b>Plans</b>" }, { title: "<script>", "<i>": "x" })).toEqual([
    "Title: <del>&lt;b&gt;Plans&lt;/b&gt;</del><span> → </span><ins>&lt;script&gt;</ins>",
    "&lt;i&gt;: <ins>x</ins>",
  ]);
  expect(compare("guides", { title: "Plans" }, { title: "Plans" })).toEqual([]);
});

/** The rows of the table, without attributes. */
function compare(collection: CollectionName, before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  const [one, other] = [before, after].map((data) => showFields(data, { collection, locale: "en", titles }));
  const html = toHtml(writeFieldTable(diffFields(one, other), changeWords.en.table)).replace(/ (?:class|data-change)="[^"]*"/g, "");
  return [...html.matchAll(/<th scope="row">(.*?)<\/th><td>(.*?)<\/td><\/tr>/g)].map(([, name, change]) => `${name}: ${change}`);
}

function listNames(schema: unknown): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return listNames(schema.unwrap());
  if (schema instanceof z.ZodArray) return listNames(schema.element);
  if (schema instanceof z.ZodRecord) return listNames(schema.valueType);
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape).flatMap(([name, field]) => [name, ...listNames(field)]);
}
