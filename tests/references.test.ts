import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkFolder, copyBase, write } from "./content-folder.ts";

let folder: string;
let content: string;

beforeEach(() => {
  ({ folder, content } = copyBase());
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const guide = "en/guides/pricing.mdx";

test.each([
  ["an id of another collection", "roles: [cold-call]", "", 8, 9, 'There is no role called "cold-call".', "Create it, or correct the id."],
  ["a misspelt id in a component", "", '<Term id="leed">x</Term>', 9, 7, 'There is no term called "leed".', 'Did you mean "lead"?'],
  [
    "a KPI that is not there",
    "",
    'Our <KpiValue kpi="margin" />',
    9,
    15,
    'There is no KPI called "margin".',
    "Create it, or correct the id.",
  ],
  ["a name of the prototype", "roles: [constructor]", "", 8, 9, 'There is no role called "constructor".', "Create it, or correct the id."],
])("names %s", (_what, field, text, line, column, message, mend) => {
  writeGuide(field, text);
  expect(checkFolder(content)).toEqual([{ rule: "unknown-reference", severity: "error", file: guide, line, column, message, mend }]);
});

test.each([
  ["tools/lead", 'There is no guide or KPI called "tools/lead".', "Create it, or correct the id."],
  ["kpi/win-rate", 'There is no guide or KPI called "kpi/win-rate".', 'Did you mean "kpis/win-rate"?'],
  ["kpis/win-rat", 'There is no guide or KPI called "kpis/win-rat".', 'Did you mean "kpis/win-rate"?'],
  ["stages/demo", 'There is no guide or KPI called "stages/demo".', "Create it, or correct the id."],
])("names %s, where a guide or a KPI must stand", (goal, message, mend) => {
  edit("en/stages/20-demo.mdx", "order: 2", `order: 2\ngoal: ${goal}`);
  expect(checkFolder(content)).toEqual([
    { rule: "unknown-reference", severity: "error", file: "en/stages/20-demo.mdx", line: 8, column: 1, message, mend },
  ]);
});

test("does not miss a document that has problems of its own, or that stands in another language only", () => {
  write(content, "en/roles/sales-rep.mdx", "no frontmatter");
  write(content, "en/scripts/cold-call.mdx", "no frontmatter");
  rmSync(join(content, "en/terms/lead.mdx"));
  expect(checkFolder(content).map(({ rule, file }) => [rule, file])).toEqual([
    ["missing-frontmatter", "en/roles/sales-rep.mdx"],
    ["missing-frontmatter", "en/scripts/cold-call.mdx"],
    ["missing-translation", "zh-CN/terms/lead.mdx"],
  ]);
});

test("tells of references of every kind that readers could not follow, but not of the owner", () => {
  const fields = [
    "title: Pricing",
    "summary: What.",
    "owner: sales-rep",
    "reviewed: 2026-10-01",
    "audience: public",
    "kind: how-to",
    "roles: [sales-rep]",
  ];
  write(
    content,
    guide,
    `---\n${fields.join("\n")}\n---\n\n[a](../scripts/cold-call.mdx) <Term id="lead">b</Term>\n\n<DocLink to="../kpis/win-rate.mdx" />\n`,
  );
  const expected = [
    [8, 9, "roles/sales-rep"],
    [11, 1, "en/scripts/cold-call.mdx"],
    [11, 37, "terms/lead"],
    [13, 10, "en/kpis/win-rate.mdx"],
  ].map(([line, column, target]) => [
    "hidden-reference",
    guide,
    line,
    column,
    `Readers of this document (public) may not see ${target} (internal).`,
  ]);
  expect(checkFolder(content).map(place)).toEqual(expected);
  expect(
    checkFolder(content, "public")
      .map(place)
      .filter(([rule]) => rule === "hidden-reference"),
  ).toEqual(expected);
});

test("tells of references to a draft", () => {
  edit("en/terms/lead.mdx", "audience: internal", "audience: internal\ndraft: true");
  expect(checkFolder(content)).toEqual([
    {
      rule: "hidden-reference",
      severity: "error",
      file: guide,
      line: 12,
      column: 89,
      message: "terms/lead is a draft, so readers won't find it.",
      mend: "Remove the reference, or delete `draft` from the target.",
    },
  ]);
});

test.each([
  ["../stages/demo.mdx", 'Did you mean "../stages/20-demo.mdx"?'],
  ["../../scripts/cold-call.mdx", 'Did you mean "../scripts/cold-call.mdx"?'],
  ["../scripts/cold-call.md#reason", 'Did you mean "../scripts/cold-call.mdx"?'],
  ["../guides/only-chinese.mdx", 'Did you mean "../../zh-CN/guides/only-chinese.mdx"?'],
  ["/scripts/cold-call/", 'Did you mean "../scripts/cold-call.mdx"?'],
  ["../../../../etc/passwd", "Write the path of a file relative to this one, such as `../scripts/cold-call.mdx`."],
  ["plans.svg", "Write the path of a file relative to this one, such as `../scripts/cold-call.mdx`."],
  ["constructor", "Write the path of a file relative to this one, such as `../scripts/cold-call.mdx`."],
])("offers a way to what the link %s may mean", (url, mend) => {
  write(content, "zh-CN/guides/only-chinese.mdx", readFileSync(join(content, "zh-CN/guides/pricing.mdx"), "utf8"));
  writeGuide("", `A [link](${url}).`);
  expect(checkFolder(content).filter((one) => one.severity === "error")).toEqual([
    { rule: "broken-link", severity: "error", file: guide, line: 9, column: 3, message: `The link "${url}" leads to no document.`, mend },
  ]);
});

test.each([
  ["../scripts/cold-call.mdx"],
  ["../scripts/cold-call.mdx#reason"],
  ["../../zh-CN/scripts/cold-call.mdx#说明来意"],
  ["../../zh-CN/scripts/cold-call.mdx#%E8%AF%B4%E6%98%8E%E6%9D%A5%E6%84%8F"],
  ["%70ricing.mdx#price"],
  ["#price"],
])("finds what the link %s leads to", (url) => {
  writeGuide("", `## Price\n\nA [link](${url}).`);
  expect(checkFolder(content)).toEqual([]);
});

test.each([
  ["#prise", 'This document has no heading "#prise".', 'Did you mean "#price"?'],
  ["#", 'This document has no heading "#".', "Write the anchor of a heading that is there, or leave it out."],
  ["#%E4%BB", 'This document has no heading "#%E4%BB".', "Write the anchor of a heading that is there, or leave it out."],
  [
    "../../zh-CN/scripts/cold-call.mdx#%E8%AF%B4%E6%98%8E",
    '"../../zh-CN/scripts/cold-call.mdx" has no heading "#说明".',
    "Write the anchor of a heading that is there, or leave it out.",
  ],
])("misses the heading of %s", (url, message, mend) => {
  writeGuide("", `## Price\n\nA [link](${url}).`);
  expect(checkFolder(content)).toEqual([{ rule: "broken-anchor", severity: "error", file: guide, line: 11, column: 3, message, mend }]);
});

test("misses the heading that a reaction leads to", () => {
  edit("en/scripts/cold-call.mdx", 'to="#reason"', 'to="#raeson"');
  expect(checkFolder(content).map(place)).toEqual([
    ["broken-anchor", "en/scripts/cold-call.mdx", 28, 19, 'This document has no heading "#raeson".'],
    ["unreachable-step", "en/scripts/cold-call.mdx", 34, 1, 'No way through the conversation leads to "Reason".'],
  ]);
});

test("lets two documents not take the same old path, nor that of a page that is there", () => {
  writeGuide("redirectFrom: [/Old/, /zh-cn/Guides/pricing/index.html, /stages, /kept/]", "x");
  edit("zh-CN/guides/pricing.mdx", "kind: how-to", "kind: how-to\nredirectFrom: [/old]");
  expect(checkFolder(content).map(place)).toEqual([
    ["duplicate-redirect", guide, 8, 23, '"/zh-cn/Guides/pricing/index.html" already leads to zh-CN/guides/pricing.mdx.'],
    ["duplicate-redirect", guide, 8, 57, '"/stages" already leads to a page of its own.'],
    ["duplicate-redirect", "zh-CN/guides/pricing.mdx", 8, 16, '"/old" already leads to en/guides/pricing.mdx.'],
  ]);
});

test.each(["/../../x", "//acorn.example", "old", "/a b", "/a?b=c", "/.git/x", "/a\\..\\b", "/%2e%2e/x"])(
  "lets %s not be an old path",
  (from) => {
    writeGuide(`redirectFrom: [${JSON.stringify(from)}]`, "x");
    expect(checkFolder(content)).toMatchObject([{ rule: "invalid-field", file: guide, line: 8, column: 16 }]);
  },
);

function writeGuide(field: string, text: string): void {
  const fields = [
    "title: Pricing",
    "summary: What.",
    "owner: sales-rep",
    "reviewed: 2026-10-01",
    "audience: internal",
    "kind: how-to",
    ...(field ? [field] : []),
  ];
  write(content, guide, `---\n${fields.join("\n")}\n---\n${text}\n`);
}

function edit(file: string, from: string, to: string): void {
  const text = readFileSync(join(content, file), "utf8");
  expect(text).toContain(from);
  write(content, file, text.replace(from, to));
}

function place({ rule, file, line, column, message }: { rule: string; file: string; line: number; column: number; message: string }) {
  return [rule, file, line, column, message];
}
