import { expect, test } from "vitest";
import type { RuleName } from "#model/rules.ts";
import { readBody } from "#source/body.ts";

type Found = [rule: RuleName, line: number, column: number, message: string];

const code = (line: number, column: number, written: string): Found => [
  "forbidden-code",
  line,
  column,
  `Content can't run code, and {${written}} is not the name of a variable.`,
];
const statement = (line: number, kind: "an import" | "an export", written: string): Found => [
  "forbidden-code",
  line,
  1,
  `Content can't run code, and this is ${kind}: ${written}.`,
];
const html = (line: number, column: number, name: string, attribute?: string): Found => [
  "forbidden-html",
  line,
  column,
  attribute ? `\`${attribute}\` is not allowed on <${name}>.` : `<${name}> is not allowed here.`,
];
const link = (line: number, column: number, scheme: string): Found => [
  "forbidden-link",
  line,
  column,
  `Links that begin with "${scheme}" are not allowed.`,
];

const forbiddenCode: [what: string, text: string, ...found: Found[]][] = [
  ["an expression", "It is {1 + 1}.", code(1, 7, "1 + 1")],
  ["a call", "{process.exit(0)}", code(1, 1, "process.exit(0)")],
  ["a template literal", "It is {`${1}`}.", code(1, 7, "`${1}`")],
  ["a comment", "{/* hidden */}", code(1, 1, "/* hidden */")],
  ["nothing between braces", "It is {}.", code(1, 7, "")],
  ["a brace that is not closed", "It is {one of\n\nthese.", code(1, 7, "one of …")],
  ["the name of a variable in braces that are not closed", "It is {name", code(1, 7, "name …")],
  ["two expressions of one line", "It is {a.b} or {c.d}.", code(1, 7, "a.b"), code(1, 16, "c.d")],
  ["an expression over two lines", "It is {a +\nb}.", code(1, 7, "a + b")],
  ["an expression in a heading", "## Price {a.b}", code(1, 10, "a.b")],
  ["an expression in a list", "- one\n  - {a.b}", code(2, 5, "a.b")],
  ["an expression in a quote", "> It is {a.b}", code(1, 9, "a.b")],
  ["an expression in a table", "| a | b |\n|---|---|\n| 1 | {a.b} |", code(3, 7, "a.b")],
  ["an expression in strong text", "It is **{a.b}**.", code(1, 9, "a.b")],
  ["an expression in the text of a link", "[{a.b}](https://acorn.example)", code(1, 2, "a.b")],
  ["an expression in a footnote", "Yes[^1].\n\n[^1]: {a.b}", code(3, 7, "a.b")],
  ["an expression in a component", "<Say>{a.b}</Say>", code(1, 6, "a.b")],
  ["an expression behind an emoji and Chinese", "👩‍💻 价格 {a.b}", code(1, 10, "a.b")],
  ["an expression behind a backslash that is itself written out", "\\\\{a.b}", code(1, 3, "a.b")],
  ["an expression as the value of an attribute", "<Note title={a.b}>x</Note>", code(1, 7, "a.b")],
  ["a name as the value of an attribute", "<Note title={name}>x</Note>", code(1, 7, "name")],
  ["an expression as the value of an attribute on a later line", '<When\n  says="x"\n  to={a.b}\n/>', code(3, 3, "a.b")],
  ["a spread", "<Note {...props}>x</Note>", ["forbidden-code", 1, 7, "Content can't run code, and this is a spread: ...props."]],
  ["an import", 'import fs from "node:fs"\n\nText.', statement(1, "an import", 'import fs from "node:fs"')],
  [
    "an import of a file as text",
    'import hosts from "../../etc/hosts?raw"',
    statement(1, "an import", 'import hosts from "../../etc/hosts?raw"'),
  ],
  ["an import for its effects", 'Text.\n\nimport "./run.js"', statement(3, "an import", 'import "./run.js"')],
  ["a dynamic import", "import('./run.js')", statement(1, "an import", "import('./run.js')")],
  ["an export", "export const a = 1", statement(1, "an export", "export const a = 1")],
  ["a default export", "export default () => 1", statement(1, "an export", "export default () => 1")],
  ["an export of everything", 'export * from "node:fs"', statement(1, "an export", 'export * from "node:fs"')],
];

test.each(forbiddenCode)("takes %s for code", (_what, text, ...found) => {
  expect(judge(text)).toEqual(found);
});

test.each([
  ["a variable", "Good morning, {name}."],
  ["a variable with spaces", "{ name }, good morning."],
  ["a brace behind a backslash", "Write \\{name} or \\{a.b}."],
  ["a brace in a code span", "Write `{a.b}` or ``{`${1}`}``."],
  ["a brace in a block of code", '```js\nimport a from "a";\nexport const b = {...a};\n```'],
  ["a brace in the text of an attribute", '<Note title="{a.b}">x</Note>'],
  ["a brace that is only closed", "a } b"],
  ["a line that begins with the word import", "import the list into the CRM, then\nexport it again."],
])("takes %s for text", (_what, text) => {
  expect(judge(text)).toEqual([]);
});

const forbiddenLinks: [what: string, text: string, ...found: Found[]][] = [
  ["javascript:", "[a](javascript:alert(1))", link(1, 1, "javascript:")],
  ["javascript: in capitals with a tab in it", "[a](<JaVa&#9;ScRiPt:alert(1)>)", link(1, 1, "javascript:")],
  ["javascript: behind a control character", "[a](<&#1;javascript:alert(1)>)", link(1, 1, "\ufffdjavascript:")],
  ["javascript: behind a zero-width space", "[a](<\u200bjavascript:alert(1)>)", link(1, 1, "javascript:")],
  ["javascript: with an entity for its colon", "[a](javascript&colon;alert(1))", link(1, 1, "javascript:")],
  ["data:", "[a](data:text/html,hello)", link(1, 1, "data:")],
  ["vbscript:", "[a](vbscript:msgbox)", link(1, 1, "vbscript:")],
  ["file:", "[a](file:///etc/passwd)", link(1, 1, "file:")],
  ["blob:", "[a](blob:https://acorn.example/1)", link(1, 1, "blob:")],
  ["another host without a scheme", "[a](//acorn.example)", link(1, 1, "//")],
  ["another host with backslashes", "[a](<\\\\\\\\acorn.example>)", link(1, 1, "//")],
  ["a slash and a backslash", "[a](</\\acorn.example>)", link(1, 1, "//")],
  ["javascript: through a definition", "[a][b]\n\n[b]: javascript:alert(1)", link(3, 1, "javascript:")],
  ["javascript: in When", '<Branch>\n\n<When says="Yes." to="javascript:alert(1)">x</When>\n\n</Branch>', link(3, 19, "javascript:")],
  ["javascript: in DocLink", '<DocLink to="javascript:alert(1)" />', link(1, 10, "javascript:")],
  ["javascript: behind an entity in DocLink", '<DocLink to="java&#10;script:alert(1)" />', link(1, 10, "javascript:")],
];

test.each(forbiddenLinks)("lets no link lead to %s", (_what, text, ...found) => {
  expect(judge(text)).toEqual(found);
});

test.each([
  "[a](https://acorn.example)",
  "[a](HTTP://acorn.example)",
  "[a](mailto:sop@acorn.example)",
  "[a](tel:+8613800000000)",
  "https://acorn.example",
  "[a](../scripts/cold-call.mdx#reason)",
  "[a](#价格)",
])("lets the link %s be", (text) => {
  expect(judge(text)).toEqual([]);
});

const forbiddenHtml: [what: string, text: string, ...found: Found[]][] = [
  ["a script", "<script>alert(1)</script>", html(1, 1, "script")],
  ["a frame", '<iframe src="https://acorn.example"></iframe>', html(1, 1, "iframe")],
  ["an image that runs code when it fails", '<img src="x" onerror="alert(1)" />', html(1, 1, "img")],
  ["a style sheet", "<style>p</style>", html(1, 1, "style")],
  ["a link", '<a href="https://acorn.example">a</a>', html(1, 1, "a")],
  ["a form in a table", "| a |\n|---|\n| <form>x</form> |", html(3, 3, "form")],
  ["an SVG", "<svg><script>1</script></svg>", html(1, 1, "svg"), html(1, 6, "script")],
  ["a tag without a name", "<>a</>", html(1, 1, "")],
  ["an attribute style", '<kbd style="color: red">a</kbd>', html(1, 6, "kbd", "style")],
  ["an attribute that runs code", '<details ontoggle="alert(1)">a</details>', html(1, 10, "details", "ontoggle")],
  ["an attribute id", '<mark id="search">a</mark>', html(1, 7, "mark", "id")],
  [
    "an attribute of the prototype",
    '<kbd __proto__="a" constructor="b">a</kbd>',
    html(1, 6, "kbd", "__proto__"),
    html(1, 20, "kbd", "constructor"),
  ],
];

test.each(forbiddenHtml)("lets no %s through", (_what, text, ...found) => {
  expect(judge(text)).toEqual(found);
});

test("lets the HTML through for which Markdown has no sign", () => {
  expect(
    judge(
      '<details open>\n\n<summary>Why</summary>\n\nPress <kbd>Esc</kbd>, H<sub>2</sub>O, x<sup>2</sup>, <mark>a</mark><br /><abbr title="b">c</abbr>\n\n</details>',
    ),
  ).toEqual([]);
});

test.each<[what: string, text: string, ...found: Found[]]>([
  [
    "a name of the prototype",
    "<constructor /> <__proto__ /> <hasOwnProperty />",
    html(1, 1, "constructor"),
    html(1, 31, "hasOwnProperty"),
    ["unknown-component", 1, 17, "There is no component called <__proto__>."],
  ],
  ["a member of an object", "<Say.Ask />", ["unknown-component", 1, 1, "There is no component called <Say.Ask>."]],
  [
    "a component that the compiler itself uses",
    '<Fragment set:html="<script>" />',
    ["unknown-component", 1, 1, "There is no component called <Fragment>."],
  ],
  ["Chinese", "<说>你好</说>", ["unknown-component", 1, 1, "There is no component called <说>."]],
])("knows no component called by %s", (_what, text, ...found) => {
  expect(judge(text).toSorted(byPlace)).toEqual(found.toSorted(byPlace));
});

test.each<[what: string, text: string, message: string, mend: string, column: number]>([
  ["is missing", '<When says="Yes.">x</When>', "<When> has no meaning outside <Branch>.", "Put <When> directly into a <Branch>.", 1],
  ["is misspelt", '<Note titel="a">x</Note>', "`titel` of <Note> is not known.", 'Did you mean "title"?', 7],
  ["is one of the prototype", '<Say constructor="a">x</Say>', "`constructor` of <Say> is not known.", "<Say> takes: consent.", 6],
  ["has a value and needs none", '<Say consent="yes">x</Say>', "`consent` of <Say> takes no value.", "Write `consent` alone.", 6],
  ["has no value", "<Note title>x</Note>", "`title` of <Note> has no value.", 'Write it as `title="…"`.', 7],
  ["is empty", '<Note title=" ">x</Note>', "`title` of <Note> is empty.", "Write something.", 7],
  ["has another value", '<KpiValue kpi="win-rate" show="greem" />', '`show` of <KpiValue> can\'t be "greem".', 'Did you mean "green"?', 26],
  [
    "stands in the text of another",
    '<Note title="a titel b" titel="c">x</Note>',
    "`titel` of <Note> is not known.",
    'Did you mean "title"?',
    25,
  ],
  [
    "is missing where its name stands in the text",
    "<Tabs>\n\n<Tab>label</Tab>\n\n</Tabs>",
    "`label` of <Tab> is missing.",
    'Write it as `<Tab label="…">`.',
    1,
  ],
])("says so when an attribute %s", (_what, text, message, mend, column) => {
  expect(readBody(text, "a.mdx", []).problems.map((one) => [one.message, one.mend, one.column])).toEqual([[message, mend, column]]);
});

test.each<[what: string, text: string, reason: string]>([
  ["a comment", "a\n\n<!-- later -->", "<!-- begins a comment, which documents can't hold"],
  ["an address", "a\n\n<https://acorn.example>", "an address stands between < and >; write it without them"],
  ["an address of e-mail", "a\n\n<sop@acorn.example>", "an address stands between < and >; write it without them"],
  ["a sign for less", "a\n\n<5 days", "a < stands here that begins no tag"],
  ["a tag that breaks off", 'a\n\n<Note title="a" b', "this tag is not complete"],
  ["a tag that is not closed", "a\n\n<Note>", "expected a closing tag for `<Note>` (3:1)"],
  ["a tag that is not opened", "a\n\n</Note>", "unexpected closing tag `</Note>`, expected an open tag first"],
])("says what is wrong with %s", (_what, text, reason) => {
  expect(readBody(text, "a.mdx", []).problems).toMatchObject([
    { rule: "unclosed-tag", line: 3, column: 1, message: `The text can't be read from here on: ${reason}.` },
  ]);
});

test.each<[text: string, mend: string]>([
  ["{custmer}", 'Did you mean "customer"?'],
  ["{customer name}", "Give it a name of Latin letters in `variables` and write that between the braces, or write \\{ for a plain brace."],
  ["{客户称呼}", "Give it a name of Latin letters in `variables` and write that between the braces, or write \\{ for a plain brace."],
  ["{price}", "Add it to the frontmatter: `variables: { price: { label: …, example: … } }`."],
  ["{class}", "Add it to the frontmatter: `variables: { class: { label: …, example: … } }`."],
])("takes %s for a variable that is not declared", (text, mend) => {
  expect(readBody(text, "a.mdx", ["customer"]).problems).toMatchObject([{ rule: "unknown-variable", line: 1, column: 1, mend }]);
});

test("lets no picture come from elsewhere, by whatever way it is named", () => {
  const text =
    '![a](https://acorn.example/a.png)\n\n![a](/etc/a.png)\n\n![a](<\\\\acorn.example\\a.png>)\n\n![a][b]\n\n[b]: https://acorn.example/b.png\n\n<Figure src="data:image/png;base64," alt="a" />';
  expect(judge(text)).toEqual([
    ["invalid-image", 1, 1, 'The image "https://acorn.example/a.png" can\'t be used: it is not a file of the content folder.'],
    ["invalid-image", 3, 1, 'The image "/etc/a.png" can\'t be used: it is not a file of the content folder.'],
    ["invalid-image", 5, 1, 'The image "\\acorn.example\\a.png" can\'t be used: it is not a file of the content folder.'],
    ["invalid-image", 7, 1, 'The image "b" can\'t be used: it is named by a reference.'],
    ["invalid-image", 11, 9, 'The image "data:image/png;base64," can\'t be used: it is not a file of the content folder.'],
  ]);
});

function judge(text: string): Found[] {
  return readBody(text, "a.mdx", ["name"]).problems.map(({ rule, line, column, message }) => [rule, line, column, message]);
}

function byPlace(a: Found, b: Found): number {
  return a[1] - b[1] || a[2] - b[2];
}
