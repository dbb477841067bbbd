import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readBlocks } from "#handbook/digest.ts";
import { readMeaning } from "#handbook/meaning.ts";
import { readOldBody } from "#handbook/old-body.ts";
import type { CompilableBody } from "#model/body.ts";
import { readBody } from "#source/body.ts";
import { compileBody } from "#source/compile.ts";
import { parseMdx } from "#source/mdx.ts";
import { splitBody, splitText } from "#source/parts.ts";
import { makeRandom } from "./fixtures/diff/random.ts";
import { runBody } from "./jsx.ts";

test.for<[name: string, text: string, parts: string[]]>([
  ["headings, text and lists", "## A\n\nOne.\n\n- a\n- b\n\nTwo.\n", ["## A\n\n", "One.\n\n- a\n- b\n\n", "Two.\n"]],
  ["what follows the frontmatter", "---\ntitle: A\n\nb: c\n---\n\nOne.\n\nTwo.", ["One.\n\n", "Two."]],
  ["Chinese text and tables", "报价。\n\n| a |\n| - |\n\n“好”\n", ["报价。\n\n", "| a |\n| - |\n\n", "“好”\n"]],
  ["components", "<Say>\n\nOne.\n\nTwo.\n\n</Say>\n\n<Note>x</Note>\n", ["<Say>\n\nOne.\n\nTwo.\n\n</Say>\n\n", "<Note>x</Note>\n"]],
  ["code with empty lines", "```\na\n\nb\n```\n\nOne.\n", ["```\na\n\nb\n```\n\n", "One.\n"]],
  ["items with text below them", "1. a\n\n   b\n\n2. c\n\nOne.\n", ["1. a\n\n   b\n\n2. c\n\n", "One.\n"]],
  ["nothing", "\n\n", []],
])("cuts between blocks: %s", ([, text, parts]) => {
  expect(splitText(text)?.map((one) => one.source.replace(/^\n+/, ""))).toEqual(parts);
});

test.for([
  ["footnotes", "One.[^a]\n\n[^a]: Two.\n"],
  ["definitions", "[One][a].\n\n[a\nb]: plans.mdx\n"],
  ["code without an end", "One.\n\n```\n\nTwo.\n"],
  ["an element without an end", "<Say>\n\nOne.\n"],
  ["an end without an element", "One.\n\n</Say>\n"],
  ["a tag over several lines", '<Note\n  title="A"\n>\n\nOne.\n\n</Note>\n'],
  ["what could be frontmatter", "---\ntitle: A\n---\n---\n\nOne.\n"],
])("leaves whole what only a parser can cut: %s", ([, text = ""]) => {
  expect(splitText(text)).toBeUndefined();
});

const pieces = [
  "## A heading",
  "### 报价 {name}",
  "  ## Set in",
  "Set text\n---",
  "One line.\nAnd *one* more, “quoted”.",
  "**好**！\n？好。",
  "- a\n- b",
  "- a\n\n  b\n\n- c",
  "1. a\n2. b",
  "* [ ] a\n* [x] b",
  "> a\n>\n> b",
  "| a | b |\n| :-- | --: |\n| `<Say>` | [x](y.mdx) |",
  "```js\nconst a = `<Say>`;\n\nb();\n```",
  "~~~\n```\n\n## none\n~~~",
  "---",
  "***",
  "<Say>\n\nOne.\n\n- a\n\n</Say>",
  '<Note title="a > b">One.</Note>',
  "<Branch>\n<When says=\"'Yes'\">\n\nTwo.\n\n</When>\n</Branch>",
  '<KpiValue\n  kpi="win-rate"\n/>',
  "Text with `<Say>` and `</Note>` in it.",
  "Text with \ufdd3, which stands between parts.",
  "\ufdd3",
  "    set in by four",
  "import a from 'a'",
  "\\# none",
  "![a](b.png)",
  "<Say>",
  "</Say>",
  "{name}",
  "{a.b}\n\n}",
  "[a]: b.mdx",
  "[a]",
  "",
];

test("makes of the parts what it makes of the whole", async () => {
  const random = makeRandom(7);
  let cut = 0;
  for (let count = 0; count < 1500; count++) {
    const chosen = random.list(2 + random.below(6), () => random.pick(pieces));
    const source = chosen.join(random.pick(["\n\n", "\n\n", "\n\n\n", "\n"]));
    const whole = await show(source, [source]);
    const parts = splitBody(describe(source));
    if (parts.length > 1) cut++;
    const shown = parts.length > 1 ? await show(source) : whole;
    // A part that is no MDX leaves it to the whole.
    if (shown !== undefined) expect(shown, source).toBe(whole);
    expect(readOldBody(source), source).toEqual(readWhole(source));
  }
  expect(cut).toBeGreaterThan(200);
});

test("cuts every document of the sample that has no footnotes", () => {
  const files = globSync("content/{zh-CN,en}/**/*.mdx", { cwd: new URL("..", import.meta.url).pathname });
  const texts = files.map((file) => readFileSync(new URL(`../${file}`, import.meta.url), "utf8"));
  const whole = texts.filter((text) => splitText(text) === undefined && !text.includes("[^"));
  expect(whole.length).toBeLessThan(texts.length / 20);
  for (const text of texts) expect(readOldBody(text)).toEqual(readWhole(text));
});

function describe(source: string): CompilableBody {
  const slugs = readBody(source, "", []).body.headings.map((one) => one.slug);
  return { source, slugs, links: {}, images: {}, elements: {}, variables: { name: { label: "name", example: "Li" } } };
}

/** Missing where a part is no MDX. */
async function show(source: string, whole?: string[]): Promise<string | undefined> {
  const words = { footnotes: "Footnotes", backToReference: "Back to {reference}", table: "Table" };
  const bodies = whole ? [describe(source)] : splitBody(describe(source));
  try {
    return (await Promise.all(bodies.map(async (one) => runBody(await compileBody(one, words))))).join("");
  } catch {
    return undefined;
  }
}

function readWhole(source: string): ReturnType<typeof readOldBody> {
  const parsed = parseMdx(source, "");
  if ("problem" in parsed) return undefined;
  const { body } = readBody(source, "", []);
  const place = { line: expect.any(Number) as number, column: expect.any(Number) as number };
  const located = <T>(list: readonly T[]) => list.map((one) => ({ ...one, ...place }));
  return {
    body: {
      headings: located(body.headings),
      links: located(body.links),
      images: located(body.images),
      elements: located(body.elements),
      variables: located(body.variables),
      words: body.words,
    },
    blocks: readBlocks(parsed.tree),
    meaning: expect.toSatisfy((parts: string[]) => parts.filter((one) => one !== "").join() === readMeaning(parsed.tree)) as string[],
  };
}
