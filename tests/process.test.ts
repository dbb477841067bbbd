import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findCycles } from "#checks/cycles.ts";
import { checkFolder, copyBase, write } from "./content-folder.ts";

let folder: string;
let content: string;

beforeEach(() => {
  ({ folder, content } = copyBase());
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("follows the process from its first stage in every language by itself", () => {
  edit("zh-CN/stages/10-lead.mdx", "to: demo", "to: lead");
  expect(check()).toEqual([
    ["unreachable-stage", "zh-CN/stages/20-demo.mdx", 'No stage leads to "演示".'],
    ["unreachable-stage", "zh-CN/stages/30-closing.mdx", 'No stage leads to "签约".'],
  ]);
});

test("follows the process through stages that stand in another language only", () => {
  rmSync(join(content, "en/stages/20-demo.mdx"));
  expect(check()).toEqual([["missing-translation", "zh-CN/stages/20-demo.mdx", "The document has no version in en."]]);
});

test("says nothing about the ways through the process while a stage can't be read or is kept back", () => {
  write(content, "en/stages/20-demo.mdx", "no frontmatter");
  expect(check()).toEqual([["missing-frontmatter", "en/stages/20-demo.mdx", "The document has no frontmatter."]]);
  expect(checkFolder(content, "public").map((one) => one.rule)).toEqual(["missing-frontmatter"]);
});

test("lets a stage of one language have the number of another in the other", () => {
  edit("en/stages/30-closing.mdx", "order: 3", "order: 7");
  expect(check()).toEqual([]);
});

test.each([
  [
    "an input that is not there",
    "won / (won + lsot) * 100",
    "28.6",
    ["invalid-formula", 'The formula can\'t be computed: there is no input called "lsot".', 'Did you mean "lost"?'],
  ],
  [
    "a division by zero",
    "won / (lost - 5)",
    "28.6",
    [
      "failing-example",
      "The example expects 28.6, but the formula gives no number, because it divides by zero.",
      "Correct the example's inputs, its expected value, or the formula.",
    ],
  ],
  [
    "another result",
    "won / lost * 100",
    "28.6",
    [
      "failing-example",
      "The example expects 28.6, but the formula gives 40.",
      "Correct the example's inputs, its expected value, or the formula.",
    ],
  ],
])("computes the example with %s", (_what, formula, expected, found) => {
  edit("en/kpis/win-rate.mdx", "won / (won + lost) * 100", formula);
  edit("en/kpis/win-rate.mdx", "expected: 28.6", `expected: ${expected}`);
  expect(
    checkFolder(content)
      .filter((one) => one.severity === "error")
      .map(({ rule, message, mend }) => [rule, message, mend]),
  ).toEqual([found]);
});

test("wants a value in the example for each input that the formula uses", () => {
  edit("en/kpis/win-rate.mdx", "inputs: { won: 2, lost: 5 }", "inputs: { won: 2, last: 5 }");
  expect(checkFolder(content)).toEqual([
    {
      rule: "failing-example",
      severity: "error",
      file: "en/kpis/win-rate.mdx",
      line: 20,
      column: 3,
      message: 'The example gives no value for "lost".',
      mend: "Add it to `inputs` of the example.",
    },
  ]);
});

test("finds KPIs that are computed from one another, once in each language", () => {
  for (const locale of ["en", "zh-CN"]) {
    const text = readFileSync(join(content, locale, "kpis/win-rate.mdx"), "utf8");
    write(content, `${locale}/kpis/share.mdx`, text.replace("unit: count }", "unit: count, kpi: win-rate }"));
    write(content, `${locale}/kpis/win-rate.mdx`, text.replace("unit: count }", "unit: count, kpi: share }"));
  }
  expect(check()).toEqual(
    ["en", "zh-CN"].map((locale) => [
      "formula-cycle",
      `${locale}/kpis/share.mdx`,
      "These KPIs are computed from one another: share → win-rate → share.",
    ]),
  );
});

test("finds paths that require one another", () => {
  const text = readFileSync(join(content, "en/paths/onboarding.mdx"), "utf8").replace(/---\n$/, "");
  write(content, "en/paths/onboarding.mdx", `${text}requires: [second]\n---\n`);
  write(content, "en/paths/second.mdx", `${text}requires: [second, onboarding]\n---\n`);
  write(content, "zh-CN/paths/second.mdx", `${text}---\n`);
  expect(check()).toEqual([
    ["path-cycle", "en/paths/onboarding.mdx", "These paths require one another: onboarding → second → onboarding."],
    ["path-cycle", "en/paths/second.mdx", "These paths require one another: second → second."],
  ]);
});

test("wants practice between each milestone and the one before it", () => {
  edit(
    "en/paths/onboarding.mdx",
    "milestones:\n",
    "milestones:\n  - { day: 20, focus: own, can: [Win.] }\n  - { day: 10, focus: own, can: [Meet.] }\n",
  );
  edit("en/paths/onboarding.mdx", "steps:\n", "steps:\n  - { ref: scripts/cold-call, kind: field, day: 20 }\n");
  expect(check()).toEqual([["missing-practice", "en/paths/onboarding.mdx", "No practice leads to the milestone of day 10."]]);
});

test("gives a document one warning at most, and the gravest", () => {
  edit(
    "en/guides/pricing.mdx",
    "kind: how-to",
    "kind: how-to\nreviewEvery: 1 week\nvariables: { a: { label: a, example: a }, b: { label: b, example: b } }",
  );
  rmSync(join(content, "zh-CN/guides/pricing.mdx"));
  expect(check()).toEqual([["review-overdue", "en/guides/pricing.mdx", "The review was due on 2026-10-08."]]);
  edit("en/guides/pricing.mdx", "reviewEvery: 1 week\n", "");
  expect(check()).toEqual([["unused-variable", "en/guides/pricing.mdx", 'The variable "a" is declared but not used.']]);
});

test("lets a review be due today", () => {
  edit("en/guides/pricing.mdx", "kind: how-to", "kind: how-to\nreviewEvery: 50 days");
  expect(check()).toEqual([]);
  edit("en/guides/pricing.mdx", "50 days", "49 days");
  expect(check()).toEqual([["review-overdue", "en/guides/pricing.mdx", "The review was due on 2026-11-19."]]);
});

test("does not miss a translation that is kept back or has problems", () => {
  edit("zh-CN/terms/lead.mdx", "audience: internal", "audience: internal\ndraft: true");
  write(content, "zh-CN/objections/too-expensive.mdx", "no frontmatter");
  expect(checkFolder(content).filter((one) => one.rule === "missing-translation")).toEqual([]);
});

test("finds every cycle of a graph, beginning where it may", () => {
  const graph: Record<string, string[]> = { a: ["b", "x"], b: ["c"], c: ["a", "c"], d: ["a"], x: ["y"], y: ["x"] };
  expect(
    findCycles(
      ["d", "a", "b", "c"],
      (node) => graph[node] ?? [],
      (node) => "bcd".includes(node),
    ),
  ).toEqual([
    ["b", "c", "a", "b"],
    ["c", "c"],
  ]);
  const long = Array.from({ length: 50_000 }, (_, index) => String(index));
  expect(
    findCycles(
      long,
      (node) => (Number(node) < 49_999 ? [String(Number(node) + 1)] : []),
      () => true,
    ),
  ).toEqual([]);
});

function edit(file: string, from: string, to: string): void {
  const text = readFileSync(join(content, file), "utf8");
  expect(text).toContain(from);
  write(content, file, text.replace(from, to));
}

function check() {
  return checkFolder(content).map(({ rule, file, message }) => [rule, file, message]);
}
