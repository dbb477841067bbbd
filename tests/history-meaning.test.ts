import { expect, test } from "vitest";
import { readOldFacts } from "#handbook/old-facts.ts";
import { noMemory } from "#source/memory.ts";

const same: [change: string, before: string, after: string][] = [
  ["wrapped lines", "One two three four.\n", "One two\nthree four.\n"],
  ["wrapped lines of Chinese", "客户说价格太高，先问清楚。\n", "客户说价格太高，\n先问\n清楚。\n"],
  ["trailing space", "One.  \n\n- two \n", "One.\n\n- two\n"],
  ["blank lines", "One.\n\nTwo.\n", "One.\n\n\n\nTwo.\n\n"],
  ["marks of lists, emphasis and headings", "Title\n=====\n\n* one\n* _two_\n\n***\n", "# Title\n\n- one\n- *two*\n\n---\n"],
  ["distance between items", "- one\n- two\n", "- one\n\n- two\n"],
  ["padding of a table", "| a | b |\n|---|---|\n| 1 | 2 |\n", "| a   | b   |\n| --- | --- |\n| 1   | 2   |\n"],
  ["order and quotes of attributes", '<Note title="One" open>\n\nText\n\n</Note>\n', "<Note open title='One'>\n\nText\n\n</Note>\n"],
  ["quotes of YAML", "---\ntitle: One\ncount: 2\n---\n", "---\n\"title\": 'One'\ncount: 2\n---\n"],
  ["style and order of fields", "---\ntags: [a, b]\ntitle: One two\n---\n", "---\ntitle: >-\n  One\n  two\ntags:\n  - a\n  - b\n---\n"],
  ["comments of YAML", "---\ntitle: One\n---\n", "---\n# Said by finance\ntitle: One # for now\n---\n"],
  ["numbers of the files that links lead to", "[a](../guides/10-b.mdx#c)\n\n[d](5-b.mdx)\n", "[a](../guides/15-b.mdx#c)\n\n[d](b.mdx)\n"],
  ["numbers of files in attributes", '<Term to="../terms/10-b.mdx" />\n', '<Term to="../terms/20-b.mdx" />\n'],
  ["entities", "a – b\n", "a &ndash; b\n"],
  ["shapes of quotation marks", '---\nsays: ["\\"Don\'t\\""]\n---\n\nIt\'s "so".\n', "---\nsays: [“Don’t”]\n---\n\nIt’s “so”.\n"],
  ["shapes of quotation marks in attributes", '<Note title="Don\'t" />\n', '<Note title="Don’t" />\n'],
  ["trailing space in what is no MDX", "One <Note> two \n", "One <Note> two\n"],
  ["trailing space in what is no YAML", "---\na: [ \n---\n\nOne\n", "---\na: [\n---\n\nOne\n"],
];

test.for(same)("takes texts with other %s for the same", ([, before, after]) => {
  expect(isSameMeaning(before, after)).toBe(true);
  expect(isSameMeaning(after, before)).toBe(true);
});

const different: [change: string, before: string, after: string][] = [
  ["another word", "Call within a day.\n", "Call within an hour.\n"],
  ["another number", "Call within 10 minutes.\n", "Call within 15 minutes.\n"],
  ["words in another order", "You ask, they answer.\n", "They ask, you answer.\n"],
  ["a word of Chinese", "先问清楚。\n", "先问明白。\n"],
  ["a heading of another depth", "## One\n", "### One\n"],
  ["emphasis", "Do not call.\n", "Do **not** call.\n"],
  ["another target of a link", "[a](b.mdx)\n", "[a](c.mdx)\n"],
  ["another number in the name of what is no document", "[a](10-b.pdf)\n", "[a](20-b.pdf)\n"],
  ["another number in the address of a site", "[a](https://b.example/10-c/d.mdx)\n", "[a](https://b.example/20-c/d.mdx)\n"],
  ["other quotation marks in code", "`'a'`\n", "`‘a’`\n"],
  ["a ticked box", "- [ ] one\n", "- [x] one\n"],
  ["a split paragraph", "One.\nTwo.\n", "One.\n\nTwo.\n"],
  ["a hard break", "One\nTwo\n", "One\\\nTwo\n"],
  ["space in code", "`a b`\n\n```\na\n  b\n```\n", "`a b`\n\n```\na\nb\n```\n"],
  ["a number for a text", "---\ncount: 2\n---\n", "---\ncount: '2'\n---\n"],
  ["a field that is gone", "---\na: 1\nb: 2\n---\n", "---\na: 1\n---\n"],
  ["a component for a text", "<Say>\n\nHello\n\n</Say>\n", "Hello\n"],
  ["another component", "<Do>\n\nHello\n\n</Do>\n", "<Dont>\n\nHello\n\n</Dont>\n"],
  ["an attribute that is code", '<A n="1" />\n', "<A n={1} />\n"],
  ["other fields in what is no YAML", "---\na: [1\n---\n", "---\na: [2\n---\n"],
];

test.for(different)("takes texts with %s for different", ([, before, after]) => {
  expect(isSameMeaning(before, after)).toBe(false);
  expect(isSameMeaning(after, before)).toBe(false);
});

test.for([
  ["a value that holds itself", "---\na: &a [*a]\n---\n"],
  [
    "aliases that grow without end",
    `---\na0: &a0 [1]\n${Array.from({ length: 30 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}, *a${n}]`).join("\n")}\n---\n`,
  ],
  ["quotations of quotations", `${">".repeat(3000)} a`],
  ["lists of lists", `${"- ".repeat(2000)}a`],
  ["nothing but NUL", "\0\0\0"],
  ["a run of spaces", `a${" ".repeat(200_000)}<b`],
])("does not throw on %s", ([, text = ""]) => {
  expect(isSameMeaning(text, `${text}\n\n`)).toBeTypeOf("boolean");
});

test("joins lines between Chinese signs that stand apart from words", () => {
  expect(isSameMeaning("**好**！\n？**行**\n", "**好**！？**行**\n")).toBe(true);
});

function isSameMeaning(before: string, after: string): boolean {
  const read = (text: string) => readOldFacts({ blob: "", collection: "guides", source: () => text }, noMemory);
  const [one, other] = [before, after].map((text) => read(text).meaning);
  return one === other;
}
