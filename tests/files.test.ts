import { mkdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkFolder, copyBase, readFolder, write } from "./content-folder.ts";

let folder: string;
let content: string;

beforeEach(() => {
  ({ folder, content } = copyBase());
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const guide = "en/guides/pricing.mdx";
const frontmatter =
  "---\ntitle: Pricing\nsummary: What we charge.\nowner: sales-rep\nreviewed: 2026-10-01\naudience: internal\nkind: how-to\n---\n";
/** Its tag is on line 10, at column 10. */
const text = `${frontmatter}\n价格 👩‍💻 <Sai>x</Sai>\n`;

test.each([
  ["line feeds", text],
  ["carriage returns and line feeds", text.replaceAll("\n", "\r\n")],
  ["carriage returns", text.replaceAll("\n", "\r")],
  ["a byte order mark", `\ufeff${text}`],
])("reads a file with %s", (_what, written) => {
  write(content, guide, written);
  expect(checkFolder(content)).toMatchObject([{ rule: "unknown-component", line: 10, column: 10 }]);
});

test.each<[what: string, bytes: string | Uint8Array, line: number, column: number, message: string]>([
  ["UTF-16", Buffer.from(`\ufeff${text}`, "utf16le"), 1, 1, "The file is not UTF-8 text."],
  ["GBK", Buffer.from([...Buffer.from(`${frontmatter}\n价格 `), 0xbc, 0xdb]), 10, 4, "The file is not UTF-8 text."],
  ["half a character at its end", Buffer.from(text).subarray(0, frontmatter.length + 3), 10, 1, "The file is not UTF-8 text."],
  ["a NUL", `${frontmatter}\n价格 \0`, 10, 4, "The file holds the invisible character U+0000."],
  ["a backspace", `${frontmatter}\n价格\u0008`, 10, 3, "The file holds the invisible character U+0008."],
  ["a form feed", `${frontmatter}\n\f`, 10, 1, "The file holds the invisible character U+000C."],
  ["a noncharacter", `${frontmatter}\n\ufdd0a.b}`, 10, 1, "The file holds the invisible character U+FDD0."],
])("does not take %s for text", (_what, bytes, line, column, message) => {
  write(content, guide, bytes);
  expect(checkFolder(content)).toMatchObject([{ rule: "invalid-encoding", file: guide, line, column, message }]);
});

test.each([
  ["nothing", ""],
  ["a byte order mark", "\ufeff"],
  ["text before the frontmatter", `\n${text}`],
  ["frontmatter without an end", text.replace(/---\n\n[^]*$/, "")],
  ["frontmatter as TOML", "+++\ntitle = 1\n+++\n"],
  ["four hyphens", `-${text}`],
  ["a line separator for a line feed", "---\u2028title: Pricing\u2028---\u2028"],
])("misses the frontmatter of a file that holds %s", (_what, written) => {
  write(content, guide, written);
  expect(checkFolder(content)).toMatchObject([{ rule: "missing-frontmatter", file: guide, line: 1, column: 1 }]);
});

test("ends the frontmatter at a line of three hyphens only", () => {
  write(content, guide, frontmatter.replace("Pricing", '"a\u2028---\u2028b"').replace(/---\n$/, "aliases:\n  - ---x\n--- \n"));
  expect(checkFolder(content)).toEqual([]);
  expect(readFolder(content).byFile.get(guide)?.data).toMatchObject({ title: "a\u2028---\u2028b", aliases: ["---x"] });
});

test("takes names of the prototype in the frontmatter for unknown fields", () => {
  write(content, guide, frontmatter.replace(/---\n$/, "__proto__: { draft: true }\nconstructor: a\ntoString: b\n---\n"));
  expect(checkFolder(content).map(({ rule, line, message }) => [rule, line, message])).toEqual([
    ["unknown-field", 8, "There is no field called `__proto__` here."],
    ["unknown-field", 9, "There is no field called `constructor` here."],
    ["unknown-field", 10, "There is no field called `toString` here."],
  ]);
});

test("takes a whole frontmatter in Chinese punctuation for what it is", () => {
  write(content, guide, "---\n标题：报价\n---\n");
  expect(checkFolder(content)).toMatchObject([
    {
      rule: "invalid-field",
      line: 2,
      column: 1,
      message: '`frontmatter` is "标题：报价", not a group of fields.',
      mend: "Write each field on a line of its own: its name, a colon, a space, its value.",
    },
  ]);
});

test("follows links within the content folder, and no link around in a circle", () => {
  for (const locale of ["en", "zh-CN"]) symlinkSync("../../en/terms/lead.mdx", join(content, locale, "terms/linked.mdx"));
  symlinkSync("..", join(content, "en/guides/up"));
  symlinkSync("self.mdx", join(content, "en/self.mdx"));
  expect(checkFolder(content).map(({ rule, file, message }) => [rule, file, message])).toEqual([
    ["outside-root", "en/guides/up", "This is a link to a folder in which it lies itself."],
    ["unreadable-file", "en/self.mdx", "The file can't be read: it is a link to a file that does not exist."],
  ]);
  expect(readFolder(content).byFile.has("zh-CN/terms/linked.mdx")).toBe(true);
});

test("does not read through a link to elsewhere, whatever it is called", () => {
  const outside = join(folder, "outside");
  mkdirSync(outside);
  write(outside, "secret.mdx", text);
  write(outside, "plans.svg", readFileSync(join(content, "en/guides/plans.svg")));
  symlinkSync(outside, join(content, "en/tools"));
  rmSync(join(content, "en/guides/plans.svg"));
  symlinkSync(join(outside, "plans.svg"), join(content, "en/guides/plans.svg"));
  expect(checkFolder(content).map(({ rule, file, message }) => [rule, file, message])).toEqual([
    ["outside-root", "en/guides/plans.svg", "This is a link to ../outside/plans.svg, outside the content folder."],
    ["missing-image", guide, 'The image "plans.svg" does not exist.'],
    ["outside-root", "en/tools", "This is a link to ../outside, outside the content folder."],
  ]);
  rmSync(join(content, "handbook.yaml"));
  symlinkSync(join(outside, "secret.mdx"), join(content, "handbook.yaml"));
  expect(checkFolder(content).map(({ rule, file }) => [rule, file])).toEqual([["outside-root", "handbook.yaml"]]);
});

test("takes a folder for no document, and leaves hidden files out", () => {
  mkdirSync(join(content, "en/guides/folder.mdx"));
  write(content, "en/guides/.hidden.mdx", "");
  write(content, ".git/index.mdx", "");
  write(content, "README.md", "# How this handbook is kept\n");
  expect(checkFolder(content)).toEqual([]);
});

test("finds ids that a file system may take for the same, and leaves links to either alone", () => {
  write(content, "en/terms/20-lead.mdx", readFileSync(join(content, "en/terms/lead.mdx")));
  write(content, "en/terms/ｌead.mdx", readFileSync(join(content, "en/terms/lead.mdx")));
  write(content, guide, `${frontmatter}\n[a](../terms/20-lead.mdx) [b](../terms/lead.mdx)\n`);
  expect(checkFolder(content).map(({ rule, file, message }) => [rule, file, message])).toEqual([
    ["duplicate-id", "en/terms/lead.mdx", '"lead" is also the id of en/terms/20-lead.mdx.'],
    ["duplicate-id", "en/terms/ｌead.mdx", '"ｌead" is also the id of en/terms/20-lead.mdx.'],
  ]);
});

test("shows where a conflict begins, and takes a line of equals signs for a heading", () => {
  write(content, guide, `${frontmatter}\nPrice\n=======\n\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other\n`);
  expect(checkFolder(content)).toMatchObject([{ rule: "conflict-marker", line: 13, column: 1 }]);
  write(content, guide, `${frontmatter}\nPrice\n=======\n`);
  expect(checkFolder(content)).toEqual([]);
});
