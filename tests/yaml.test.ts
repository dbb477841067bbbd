import { expect, test } from "vitest";
import { readYaml } from "#source/yaml.ts";

test("reads YAML 1.2, in which dates and yes and no are text", () => {
  expect(read("a: 2026-03-01\nb: no\nc: 12\nd: true\ne: [x, y]\nf:\n")).toEqual({
    value: { a: "2026-03-01", b: "no", c: 12, d: true, e: ["x", "y"], f: null },
    problems: [],
  });
});

test("finds the place of each field, and of the nearest one above a field that is missing", () => {
  const { locate } = readYaml('title: 演示\nexit:\n  - text: a\n    by: rep\n  - { "text": 👍, by: buyer }\n', "a.mdx", 2);
  const places = [
    ["title"],
    ["exit"],
    ["exit", 0],
    ["exit", 0, "by"],
    ["exit", 1, "by"],
    ["exit", 1, "evidence"],
    ["exit", 7, "by"],
    ["purpose"],
    [],
  ];
  expect(places.map((path) => [locate(path).line, locate(path).column])).toEqual([
    [2, 1],
    [3, 1],
    [4, 5],
    [5, 5],
    [6, 19],
    [6, 5],
    [3, 1],
    [2, 1],
    [2, 1],
  ]);
});

test.each([
  ["a value with a colon", "a: 1\ntitle: Demo: the case", 3, 8, "a value holds a colon followed by a space, or a line is indented too far"],
  ["a quote that is not closed", 'title: "Demo\nb: 1\n', 4, 1, "a quote or a bracket is not closed"],
  [
    "a bracket that is not closed",
    "title: a\ntags: [a, b\nb: 1",
    4,
    1,
    "a line is not indented like those around it, or a bracket is not closed",
  ],
  ["a tab", "a:\n\tb: 1", 3, 1, "a tab stands where spaces must be"],
  ["a value that begins with a sign", "a: 1\ntitle: @demo", 3, 8, "a value can't begin with this character; put the text into quotes"],
  [
    "a value that begins with an asterisk",
    "title: *demo",
    2,
    8,
    "a * at the beginning of a value stands for another value; put the text into quotes",
  ],
  ["an alias", "a: &a [1]\nb: *a", 3, 4, "a * at the beginning of a value stands for another value; put the text into quotes"],
  ["a value that begins with an exclamation mark", "title: !important", 2, 8, "a value can't begin with !; put the text into quotes"],
  ["text behind a quote", "title: '演示' 场景", 2, 13, "this can't follow what stands before it; put the text into quotes"],
  ["a line without a colon", "title\nb: 1", 2, 1, "a line has no field's name with a colon and a space"],
  ["a line of dots", "a: 1\n...\nb: 2", 4, 1, "a line of three hyphens or dots divides the fields"],
  ["a control character that is written as an escape", 'a: 1\ntitle: "a\\0"', 3, 8, "the text holds an invisible character"],
  ["half a character that is written as an escape", 'title: "\\ud83d"', 2, 8, "the text holds an invisible character"],
  ["brackets that lie too deep", `a: ${"[".repeat(20_000)}`, 2, 1, "brackets or lists lie too deep in one another"],
  [
    "lists that lie too deep",
    `a:\n${Array.from({ length: 3000 }, (_, index) => `${" ".repeat(index)}-`).join("\n")}`,
    2,
    1,
    "brackets or lists lie too deep in one another",
  ],
])("says what is wrong with %s", (_what, text, line, column, reason) => {
  const { problems, value } = readYaml(text, "a.mdx", 2);
  expect(value).toBeUndefined();
  expect(problems).toMatchObject([
    { rule: "invalid-yaml", severity: "error", file: "a.mdx", message: `The fields can't be read here: ${reason}.` },
  ]);
  // Where the stack ends differs from machine to machine.
  if (!reason.includes("deep")) expect(problems).toMatchObject([{ line, column }]);
});

test("does not unfold aliases that would fill the memory", () => {
  const lines = ["a: &a [x, x, x, x, x, x, x, x, x, x]"];
  for (const [name, other] of ["ba", "cb", "dc", "ed", "fe", "gf", "hg"].map((pair) => [...pair])) {
    lines.push(`${name}: &${name} [${Array(10).fill(`*${other}`).join(", ")}]`);
  }
  expect(readYaml(lines.join("\n"), "a.mdx").problems).toMatchObject([{ rule: "invalid-yaml", line: 2, column: 8 }]);
});

test("names every key that stands twice", () => {
  expect(readYaml('title: a\ntitle: b\n"x y": 1\n"x y": 2\nd: { 一: 1, 一: 2 }\n', "a.mdx").problems).toMatchObject([
    { rule: "duplicate-key", line: 2, column: 1, message: '"title" stands here twice.' },
    { rule: "duplicate-key", line: 4, column: 1, message: '"x y" stands here twice.' },
    { rule: "duplicate-key", line: 5, column: 12, message: '"一" stands here twice.' },
  ]);
});

test("takes the names of the prototype for names like others", () => {
  const { value, problems } = readYaml("__proto__: { admin: true }\nconstructor: a\n", "a.mdx");
  expect(problems).toEqual([]);
  expect(Object.keys(value as object)).toEqual(["__proto__", "constructor"]);
  expect(({} as Record<string, unknown>)["admin"]).toBeUndefined();
});

function read(text: string) {
  const { value, problems } = readYaml(text, "a.mdx");
  return { value, problems };
}
