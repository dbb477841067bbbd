import { expect, test } from "vitest";
import { mayReadOld, readOldText } from "#history/old-text.ts";
import { readTexts } from "#history/texts.ts";
import { settings as schema } from "#model/settings.ts";
import { Repository } from "./repository.ts";

test("reads texts of any encoding and line end", () => {
  const story = new Repository();
  const cases: [bytes: Buffer, text: string][] = [
    [Buffer.from("价格\n"), "价格\n"],
    [Buffer.from("\ufeffone\r\ntwo\r\n"), "one\ntwo\n"],
    [Buffer.from([0xbc, 0xdb, 0xb8, 0xf1, 0x0a]), "\ufffd\u06f8\ufffd\n"],
    [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x00, 0xff]), "\ufffdPNG\n\ufffd\ufffd"],
    [Buffer.alloc(0), ""],
    [Buffer.from(`${"0".repeat(40)} blob 3\nabc\n`), `${"0".repeat(40)} blob 3\nabc\n`],
  ];
  const blobs = cases.map(([bytes]) => story.store("blob", bytes));
  expect([...readTexts(story.root, blobs)]).toEqual(cases.map(([, text], index) => [blobs[index], text]));
});

test("leaves out texts that are not there", () => {
  const story = new Repository();
  const blob = story.store("blob", "one\n");
  expect([...readTexts(story.root, ["0".repeat(40), blob, "f".repeat(40)])]).toEqual([[blob, "one\n"]]);
});

test("reads no texts without a process", () => {
  expect([...readTexts("/nowhere", [])]).toEqual([]);
});

test("reads old texts whatever today's schema asks for", () => {
  expect(readOldText("---\nname: Demo\nstages: demo\n---\n\n<Gone>\n\nHello\n\n</Gone>\n")).toEqual({
    frontmatter: "name: Demo\nstages: demo\n",
    data: { name: "Demo", stages: "demo" },
    body: "\n<Gone>\n\nHello\n\n</Gone>\n",
  });
  expect(readOldText("---\ntitle: [\n---\nHello\n")).toEqual({ frontmatter: "title: [\n", data: undefined, body: "Hello\n" });
  expect(readOldText("---\n- one\n---\nHello\n")).toEqual({ frontmatter: "- one\n", data: undefined, body: "Hello\n" });
  expect(readOldText("---\na: &a { b: *a }\n---\n")).toEqual({ frontmatter: "a: &a { b: *a }\n", data: undefined, body: "" });
  expect(readOldText("Hello\n\n---\n\nYou\n\n---\n")).toEqual({
    frontmatter: undefined,
    data: undefined,
    body: "Hello\n\n---\n\nYou\n\n---\n",
  });
  expect(readOldText("---\n---\nHello\n---\n")).toEqual({ frontmatter: "", data: undefined, body: "Hello\n---\n" });
  expect(readOldText("--- a line\n---\na: 1\n---\n")).toEqual({
    frontmatter: undefined,
    data: undefined,
    body: "--- a line\n---\na: 1\n---\n",
  });
  expect(readOldText("")).toEqual({ frontmatter: undefined, data: undefined, body: "" });
});

const settings = schema.parse({
  title: { en: "A handbook" },
  url: "https://example.com",
  locales: ["en"],
  audiences: ["public", "partner", "internal"],
  audience: "internal",
});

const readers: [text: string, readers: string[]][] = [
  ["---\naudience: public\n---\n", ["public", "partner", "internal"]],
  ["---\naudience: partner\n---\n", ["partner", "internal"]],
  ["---\naudience: internal\n---\n", ["internal"]],
  ["---\ntitle: It names none\n---\n", ["internal"]],
  ["---\naudience: everybody\n---\n", ["internal"]],
  ["---\naudience: [public]\n---\n", ["internal"]],
  ["---\naudience: public\naudience: internal\n---\n", ["internal"]],
  ["---\naudience: public\nbroken: [\n---\n", ["internal"]],
  ["audience: public\n", ["internal"]],
  ["---\naudience: public\ndraft: true\n---\n", []],
];

test.for(readers)("shows %j to its readers only", ([text, expected]) => {
  expect(settings.audiences.filter((audience) => mayReadOld(settings, audience, text))).toEqual(expected);
});

test("shows drafts to those who ask for them", () => {
  expect(mayReadOld(settings, "public", "---\naudience: public\ndraft: true\n---\n", { drafts: true })).toBe(true);
  expect(mayReadOld(settings, "partner", "---\naudience: internal\ndraft: true\n---\n", { drafts: true })).toBe(false);
});
