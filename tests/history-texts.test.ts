import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { GitError } from "#history/git.ts";
import { mayReadOld, readOldText } from "#history/old-text.ts";
import type { DocumentHistory } from "#history/revisions.ts";
import { learnTexts, openTexts, shareTexts } from "#history/texts.ts";
import { settings as schema } from "#model/settings.ts";
import { makeFolder, readTexts, Repository } from "./repository.ts";

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
  const documents = cases.map(([bytes]) => document(story.store("blob", bytes)));
  expect([...readTexts(story.root, documents)]).toEqual(cases.map(([, text], index) => [documents[index]!.blob, text]));
});

test("knows which texts are not there", () => {
  const story = new Repository();
  const blob = story.store("blob", "one\n");
  const lost = "f".repeat(40);
  const texts = openTexts(
    story.root,
    ["0".repeat(40), blob, lost].map((one) => document(one)),
  );
  expect([texts.has(lost), texts.has(blob), texts.read(blob)]).toEqual([false, true, "one\n"]);
  expect(() => texts.read(lost)).toThrow(`The repository has lost the text ${lost} of an old revision.`);
});

test("reads no texts without a process", () => {
  expect([...readTexts("/nowhere", [])]).toEqual([]);
});

test("reads the texts of one document together, and soon those of all", () => {
  const story = new Repository();
  const folder = makeFolder();
  const log = join(folder, "log");
  const real = execFileSync("sh", ["-c", "command -v git"], { encoding: "utf8" }).trim();
  writeFileSync(join(folder, "git"), `#!/bin/sh\necho run >> '${log}'\nexec '${real}' "$@"\n`, { mode: 0o755 });
  const store = (name: string) => document(story.store("blob", `${name} 2\n`), story.store("blob", `${name} 1\n`));
  const documents = ["a", "b", "c", "d"].map(store);
  const texts = openTexts(story.root, documents);
  vi.stubEnv("PATH", `${folder}:${process.env["PATH"]}`);
  const read = (index: number) => {
    const { blob, earlier } = documents[index]!;
    return [texts.read(blob), texts.read(earlier!.blob), readFileSync(log, "utf8").split("\n").length - 1];
  };
  expect([0, 1, 2, 3].map(read)).toEqual([
    ["a 2\n", "a 1\n", 1],
    ["b 2\n", "b 1\n", 2],
    ["c 2\n", "c 1\n", 3],
    ["d 2\n", "d 1\n", 3],
  ]);
  vi.unstubAllEnvs();
});

test("shares texts with a thread, which asks git for no more than it lacks", () => {
  const story = new Repository();
  const [one, two, later] = ["价格\r\n", "", "later\n"].map((text) => document(story.store("blob", text)));
  const texts = openTexts(story.root, [one!, two!]);
  expect([texts.read(one!.blob), texts.read(two!.blob)]).toEqual(["价格\n", ""]);
  const shared = structuredClone(shareTexts(story.root));
  // As if that were a thread: of a folder that is no repository nothing can be asked.
  const elsewhere = makeFolder();
  expect(() => openTexts(elsewhere, [one!]).read(one!.blob)).toThrow(GitError);
  learnTexts(elsewhere, shared);
  const given = openTexts(elsewhere, [one!, two!, later!]);
  expect([given.has(one!.blob), given.read(one!.blob), given.read(two!.blob)]).toEqual([true, "价格\n", ""]);
  expect(() => given.has(later!.blob)).toThrow(GitError);
  learnTexts(story.root, shared);
  expect(openTexts(story.root, [one!, later!]).read(later!.blob)).toBe("later\n");
});

function document(blob: string, earlier?: string): Pick<DocumentHistory, "blob" | "earlier" | "revisions"> {
  return { blob, earlier: earlier === undefined ? undefined : { file: "", blob: earlier }, revisions: [] };
}

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
  expect(settings.audiences.filter((audience) => mayReadOld(settings, audience, readOldText(text).data))).toEqual(expected);
});

test("shows drafts to those who ask for them", () => {
  expect(mayReadOld(settings, "public", { audience: "public", draft: true }, { drafts: true })).toBe(true);
  expect(mayReadOld(settings, "partner", { audience: "internal", draft: true }, { drafts: true })).toBe(false);
});
