import { expect, test } from "vitest";
import { readBody } from "#source/body.ts";

test("reads headings, links, pictures, components and variables with their places", () => {
  const text = [
    "---",
    "title: Demo",
    "---",
    "",
    "## Show the case",
    "",
    "See [the call](../scripts/cold-call.mdx#reason), {customer}.",
    "",
    "![A plan](plan.svg)",
    "",
    "<Branch>",
    "",
    '<When says="Yes." to="#show-the-case">Go on with <Term id="lead">it</Term>.</When>',
    "",
    "</Branch>",
  ].join("\n");
  expect(readBody(text, "a.mdx", ["customer"])).toEqual({
    body: {
      headings: [{ depth: 2, text: "Show the case", slug: "show-the-case", line: 5, column: 1 }],
      links: [{ url: "../scripts/cold-call.mdx#reason", line: 7, column: 5 }],
      images: [{ src: "plan.svg", alt: "A plan", line: 9, column: 1 }],
      elements: [
        { name: "Branch", attributes: {}, depth: 0, line: 11, column: 1 },
        { name: "When", attributes: { says: "Yes.", to: "#show-the-case" }, depth: 1, line: 13, column: 1 },
        { name: "Term", attributes: { id: "lead" }, depth: 2, line: 13, column: 50 },
      ],
      variables: [{ name: "customer", line: 7, column: 50 }],
      words: 10,
    },
    problems: [],
  });
});

test("counts columns as editors do, whatever stands before", () => {
  const text = "👩‍👩‍👧‍👦 中文 𠀀 [a](b.mdx) {name} <Say>c</Say>\n\n- 👍🏽 [d](e.mdx)\n\n> | 价格 | [f](g.mdx) |\n> |---|---|\n";
  const { body } = readBody(text, "a.mdx", ["name"]);
  expect([...body.links, ...body.variables, ...body.elements].map(({ line, column }) => [line, column])).toEqual([
    [1, 19],
    [3, 8],
    [5, 10],
    [1, 30],
    [1, 37],
  ]);
});

test("gives each heading an anchor of its own", () => {
  const text = "## Price\n\n## Price\n\n### 价格与折扣\n\n## `{a.b}` & more\n\n## {name}, hello\n\n> ## Quoted\n\n## 👍\n";
  expect(readBody(text, "a.mdx", ["name"]).body.headings.map(({ depth, text: heading, slug }) => [depth, heading, slug])).toEqual([
    [2, "Price", "price"],
    [2, "Price", "price-1"],
    [3, "价格与折扣", "价格与折扣"],
    [2, "{a.b} & more", "ab--more"],
    [2, ", hello", "-hello"],
    [2, "Quoted", "quoted"],
    [2, "👍", ""],
  ]);
});

test("counts Chinese characters and words of Latin text", () => {
  expect(readBody("报价 twice, don’t 砍价：2 次。\n\n```\nnot counted\n```\n", "a.mdx", []).body.words).toBe(8);
});

test("takes three hyphens below the frontmatter for a line or for code", () => {
  const text = "---\ntitle: Demo\n---\n\n```yaml\n---\ntitle: {a: 1}\n---\n```\n\n---\n\n## Price\n";
  expect(readBody(text, "a.mdx", [])).toMatchObject({ body: { headings: [{ line: 13, column: 1 }] }, problems: [] });
});

test("takes attributes for plain text, names of the prototype included", () => {
  const { body } = readBody(`<Note title="__proto__ &amp; '{a.b}' \\n 中">x</Note>`, "a.mdx", []);
  expect(body.elements).toEqual([{ name: "Note", attributes: { title: "__proto__ & '{a.b}' \\n 中" }, depth: 0, line: 1, column: 1 }]);
});

test.each([
  ["components", `${"<Say>\n".repeat(10_000)}x\n${"</Say>\n".repeat(10_000)}`],
  ["components within a line", `a ${"<Say>".repeat(2000)}x${"</Say>".repeat(2000)}`],
  ["tags within code", `{${"<Say>".repeat(2000)}${"</Say>".repeat(2000)}}`],
  ["quotes", `${">".repeat(5000)} x`],
  ["lists", `${"- ".repeat(5000)}x`],
  ["emphasis", `${"*a ".repeat(2000)}b${"*".repeat(2000)}`],
])("says so where %s lie too deep in one another", (_what, text) => {
  expect(readBody(text, "a.mdx", []).problems).toMatchObject([{ rule: "too-deep", severity: "error" }]);
});

test.each([
  ["brackets", `{${"(".repeat(50_000)}a${")".repeat(50_000)}}`],
  ["lists", `{${"[".repeat(10_000)}}`],
  ["functions", `{${"a=>".repeat(50_000)}a}`],
  ["conditions", `x {${"a?a:".repeat(50_000)}a} y`],
  ["an attribute", `<Say a={${"(".repeat(50_000)}} />`],
  ["an export", `export const a = ${"(".repeat(50_000)}`],
])("is not brought down by code that is nested deeply: %s", (_what, text) => {
  expect(readBody(text, "a.mdx", []).problems[0]).toMatchObject({ rule: "forbidden-code", line: 1 });
});
