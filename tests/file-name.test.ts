import { expect, test } from "vitest";
import { foldId, readFileName } from "#source/file-name.ts";

const locales = ["zh-CN", "en"] as const;

test.each([
  ["en/scripts/cold-call.mdx", "en", "scripts", "cold-call", Number.POSITIVE_INFINITY],
  ["en/stages/10-lead.mdx", "en", "stages", "lead", 10],
  ["en/stages/007-lead.mdx", "en", "stages", "lead", 7],
  ["zh-CN/guides/报价-二.mdx", "zh-CN", "guides", "报价-二", Number.POSITIVE_INFINITY],
  ["zh-CN/guides/20-报价.mdx", "zh-CN", "guides", "报价", 20],
  ["en/guides/café.mdx", "en", "guides", "café", Number.POSITIVE_INFINITY],
  ["en/guides/2026.mdx", "en", "guides", "2026", Number.POSITIVE_INFINITY],
])("reads the address of %s", (file, locale, collection, id, position) => {
  expect(readFileName(file, locales)).toEqual({ address: { locale, collection, id }, position });
});

test.each([
  ["en/guides/Cold Call.mdx", 'Rename it to "cold-call.mdx".'],
  ["en/guides/10-Cold_Call.mdx", 'Rename it to "10-cold-call.mdx".'],
  ["en/guides/cold--call-.mdx", 'Rename it to "cold-call.mdx".'],
  ["en/guides/pricing.md", 'Rename it to "pricing.mdx".'],
  ["en/guides/pricing.MDX", 'Rename it to "pricing.mdx".'],
  ["en/guides/cafe\u0301.mdx", 'Rename it to "caf\u00e9.mdx".'],
  ["en/guides/sub/pricing.mdx", 'Rename it to "sub-pricing.mdx".'],
  ["en/guides/报价（新）.mdx", 'Rename it to "报价-新.mdx".'],
  ["en/guides/10-.mdx", 'Rename it to "10.mdx".'],
  ["en/guides/---.mdx", "Use lower-case letters, digits and hyphens, and end it with `.mdx`, such as `cold-call.mdx`."],
  ["en/guides/👍.mdx", "Use lower-case letters, digits and hyphens, and end it with `.mdx`, such as `cold-call.mdx`."],
])("refuses the name of %s and offers one that would do", (file, mend) => {
  const name = file.slice("en/guides/".length);
  expect(readFileName(file, locales)).toEqual({
    problem: {
      rule: "invalid-file-name",
      severity: "error",
      file,
      line: 1,
      column: 1,
      message: `"${name}" can't be the name of a document.`,
      mend,
    },
  });
});

test.each([
  ["zh-cn/guides/a.mdx", 'No language is called "zh-cn".', 'Did you mean "zh-CN"?'],
  ["de/guides/a.mdx", 'No language is called "de".', "Put the file into one of the folders zh-CN, en."],
  ["a.mdx", "The file lies in no folder of a language.", "Put the file into one of the folders zh-CN, en."],
  ["en/script/a.mdx", 'No collection is called "script".', 'Did you mean "scripts"?'],
  [
    "en/a.mdx",
    "The file lies in no folder of a collection.",
    "Put the file into one of the folders stages, scripts, objections, kpis, paths, lessons, tools, roles, terms, guides, releases.",
  ],
  [
    "en/constructor/a.mdx",
    'No collection is called "constructor".',
    "Put the file into one of the folders stages, scripts, objections, kpis, paths, lessons, tools, roles, terms, guides, releases.",
  ],
])("knows no folder for %s", (file, message, mend) => {
  expect(readFileName(file, locales)).toEqual({
    problem: { rule: "unknown-folder", severity: "error", file, line: 1, column: 1, message, mend },
  });
});

test("takes ids for the same that differ by case or by the form of their letters only", () => {
  expect(["Pricing", "ｐricing", "ﬁt", "caf\u0065\u0301"].map(foldId)).toEqual(["pricing", "pricing", "fit", "caf\u00e9"]);
});
