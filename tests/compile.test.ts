import { expect, test } from "vitest";
import { type CompilableBody, elementKey } from "#model/body.ts";
import { compileBody } from "#source/compile.ts";
import { runBody } from "./jsx.ts";

const words = { footnotes: "Footnotes", backToReference: "Back to {reference}", table: "Table" };
const nothing: Omit<CompilableBody, "source"> = {
  slugs: [],
  links: {},
  images: {},
  elements: {},
  variables: { name: { label: "the customer's name", example: "Ms Li" } },
};

test("puts in addresses, pictures, anchors, attributes and variables", async () => {
  const body: CompilableBody = {
    source:
      '---\ntitle: Demo\n---\n\n## Price, {name}\n\nSee [the call](call.mdx#a).\n\n![A plan](plan.svg)\n\n<Note title="{a.b}">x</Note>\n',
    slugs: ["price"],
    links: { "call.mdx#a": "/scripts/call/#a" },
    images: { "plan.svg": { src: "/media/plan.1.svg", width: 120, height: 40 } },
    elements: { [elementKey("Note", { title: "{a.b}" })]: { title: "Shown", lang: "en" } },
    variables: nothing.variables,
  };
  expect(runBody(await compileBody(body, words))).toBe(
    `<h2 id="price">Price, <Variable name="name" label="the customer's name" example="Ms Li"></Variable></h2>` +
      '<p>See <a href="/scripts/call/#a">the call</a>.</p>' +
      '<p><img src="/media/plan.1.svg" alt="A plan" width="120" height="40" loading="lazy" decoding="async"></p>' +
      '<Note title="Shown" lang="en">x</Note>',
  );
});

test.each([
  ["an expression", "It is {process.env.HOME}.", "<p>It is {process.env.HOME}.</p>"],
  ["a call", "{process.exit(0)}", "<p>{process.exit(0)}</p>"],
  ["an expression in a heading", "## {a.b} `{c.d}`", "<h2>{a.b} <code>{c.d}</code></h2>"],
  ["a brace behind a backslash", "\\{name\\}", "<p>{name}</p>"],
  ["an import", 'import fs from "node:fs"\n\nText.', '<p>import fs from "node:fs"</p><p>Text.</p>'],
  ["an export", "export const a = 1", "<p>export const a = 1</p>"],
  ["a brace in an address", "[a](https://acorn.example/{a.b})", '<p><a href="https://acorn.example/%7Ba.b%7D">a</a></p>'],
])("shows %s as the text that it is", async (_what, source, html) => {
  expect(await compile(source)).toBe(html);
});

test.each([
  ["names that are no variables", "{process}, {globalThis}, {toString}", "<p>, , </p>"],
  ["a name as an attribute", "<Say consent={name}>x</Say>", "<Say>x</Say>"],
  ["a name as an attribute of HTML", '<kbd title={name} onclick="a" style="b">x</kbd>', "<kbd>x</kbd>"],
  ["attributes of a component that was not looked up", '<DocLink to="javascript:alert(1)" />', "<DocLink></DocLink>"],
  ["a picture from elsewhere", "![a](https://acorn.example/a.png)", "<p>a</p>"],
  ["a picture from elsewhere through a definition", "![a][b]\n\n[b]: https://acorn.example/a.png", "<p></p>"],
  ["a picture called like a member of the prototype", "![a](constructor)", "<p>a</p>"],
  ["a picture that is gone and names nothing", "![](gone.png)", "<p></p>"],
  ["a link that runs code", "[a](javascript:alert(1))", "<p>a</p>"],
  ["a link that runs code behind an entity", "[a](<java&#9;script:alert(1)>)", "<p>a</p>"],
  ["a link that runs code through a definition", "[a][b]\n\n[b]: javascript:alert(1)", '<p><a href="">a</a></p>'],
  ["a link to another host without a scheme", "[a](//acorn.example)", "<p>a</p>"],
  ["a link called like a member of the prototype", "[a](constructor) [b](__proto__)", "<p>a b</p>"],
])("leaves out %s", async (_what, source, html) => {
  expect(await compile(source)).toBe(html);
});

test("keeps in its place what it puts into a link that it takes away", async () => {
  expect(await compile("[Hello {name} ![a](https://acorn.example/a.png) {process}](gone.mdx)")).toBe(
    `<p>Hello <Variable name="name" label="the customer's name" example="Ms Li"></Variable> a </p>`,
  );
});

test.each([
  ["a script", "<script>alert(1)</script>", '<Unknown name="script">alert(1)</Unknown>'],
  ["a picture that runs code", '<img src="x" onerror="alert(1)" />', '<Unknown name="img"></Unknown>'],
  ["a link of HTML", '<a href="javascript:alert(1)">a</a>', '<Unknown name="a">a</Unknown>'],
  ["a fragment with HTML", '<Fragment set:html="<script>" />', '<Unknown name="Fragment"></Unknown>'],
  ["a member of the properties", "<props.x />", '<Unknown name="props.x"></Unknown>'],
  ["a name of the prototype", "<constructor>x</constructor>", '<Unknown name="constructor">x</Unknown>'],
  ["the component of variables with code", "<Variable name={process} example={globalThis} />", '<Unknown name="Variable"></Unknown>'],
  ["the component of variables with a name of the prototype", '<Variable name="toString" />', '<Unknown name="Variable"></Unknown>'],
  ["the component of the unknown with code", "<Unknown name={process}>x</Unknown>", '<Unknown name="Unknown">x</Unknown>'],
])("takes %s for an unknown component", async (_what, source, html) => {
  expect(await compile(source)).toBe(html);
});

test("shows code as written", async () => {
  const html = await compile("```js\nimport { a } from `b`;\n```\n\n``{`c`}``");
  expect(html.replace(/<[^>]*>/g, "")).toBe("import { a } from `b`;{`c`}");
  expect(html).toContain('<span class="token-keyword">import</span>');
  expect(html).not.toContain("style=");
});

test("makes tables scroll by themselves, names the boxes of lists, and words footnotes", async () => {
  expect(await compile("| a |\n|---|\n| b |")).toBe(
    '<div class="table" role="group" tabindex="0" aria-label="Table"><table><thead><tr><th scope="col">a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table></div>',
  );
  expect(await compile("- [ ] Call back")).toBe(
    '<ul class="contains-task-list"><li class="task-list-item"><input type="checkbox" disabled aria-label="Call back"> Call back</li></ul>',
  );
  expect(await compile("a[^1]\n\n[^1]: b")).toContain('aria-label="Back to 1"');
});

test("gives the HTML of a text without components at once, and else code", async () => {
  const source = `A "word", 'one', \\\\ back, \u2028 line, ${"`"}x${"`"} and **bold**.`;
  const html = `<p>A "word", 'one', \\ back, \u2028 line, <code>x</code> and <strong>bold</strong>.</p>`;
  expect(await compileBody({ ...nothing, source }, words)).toEqual({ html });
  expect(await compileBody({ ...nothing, source: "<Say>x</Say>" }, words)).toHaveProperty("code");
  // A sign that scripts write otherwise than JSON does.
  expect(await compile("\u0007 bell")).toBe("<p>\u0007 bell</p>");
});

test.each([
  ["~~x~~", "<p><s>x</s></p>"],
  ["www.example.com", '<p><a href="http://www.example.com" rel="noopener noreferrer">www.example.com</a></p>'],
  ["x@example.com", '<p><a href="mailto:x@example.com" rel="noopener noreferrer">x@example.com</a></p>'],
  ["javascript:x [a](javascript:x)", "<p>javascript:x a</p>"],
  ["![a](gone.png)", "<p>a</p>"],
  ["<script>x</script>", '<Unknown name="script">x</Unknown>'],
  ["{gone}", ""],
  ["a\n:-", 'class="table"'],
  ["- [ ] x", 'aria-label="x"'],
])("makes the pass that a text needs which holds nothing else: %s", async (source, html) => {
  expect(await compile(source)).toContain(html);
});

test("lets headings lead to themselves where it is asked to, without a stop for the keyboard", async () => {
  const body = { ...nothing, source: "## Price\n\n### 价格 `a`", slugs: ["price", "价格-a"] };
  const link = (id: string) => `<a class="anchor" href="#${id}" tabindex="-1" aria-hidden="true"></a>`;
  expect(runBody(await compileBody(body, words, { anchors: true }))).toBe(
    `<h2 id="price">Price${link("price")}</h2><h3 id="价格-a">价格 <code>a</code>${link("价格-a")}</h3>`,
  );
  expect(runBody(await compileBody(body, words))).not.toContain("anchor");
});

test.each([
  ["code that is nested deeply", `{${"(".repeat(50_000)}`],
  ["quotes in quotes", `${">".repeat(3000)} x`],
])("is not brought down by %s", async (_what, source) => {
  expect((await compile(source)).length).toBeGreaterThan(3000);
});

test("refuses components that lie too deep in one another", async () => {
  const source = `${"<Say>\n".repeat(10_000)}x\n${"</Say>\n".repeat(10_000)}`;
  await expect(compile(source)).rejects.toThrow("Here lists, quotes or components lie more than 100 deep in one another.");
});

async function compile(source: string): Promise<string> {
  return runBody(await compileBody({ ...nothing, source }, words));
}
