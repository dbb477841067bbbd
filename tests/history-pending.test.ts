import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readPending } from "#history/pending.ts";
import { readHistory } from "#history/revisions.ts";
import { makeFolder, Repository } from "./repository.ts";

function tellPending(story: Repository): string[] {
  return [...readPending(story.root, story.read()).values()].map(
    ({ number, kind, file, document }) => `${file} r${number} ${kind}${document ? ` (${document.file})` : ""}`,
  );
}

test("tells what would be the next revision of each document", () => {
  const story = new Repository();
  for (const name of ["kept", "changed", "moved", "removed"]) story.write(`en/guides/${name}.mdx`, `${name}\n`);
  story.commit("2026-06-01", "Write");
  story.write("en/guides/changed.mdx", "Changed\n").move("en/guides/moved.mdx", "en/lessons/moved.mdx").remove("en/guides/removed.mdx");
  story.write("en/guides/new.mdx", "new\n").write("en/guides/Not a document.mdx", "new\n").write("notes.md", "new\n");
  story.git("add", "content/en/guides/new.mdx");
  expect(tellPending(story)).toEqual([
    "en/guides/changed.mdx r2 changed (en/guides/changed.mdx)",
    "en/guides/new.mdx r1 added",
    "en/lessons/moved.mdx r2 moved (en/guides/moved.mdx)",
  ]);
  expect(story.read().documents.map((one) => one.revisions.length)).toEqual([1, 1, 1, 1]);
});

test("takes a file that was checked out with CRLF for unchanged", () => {
  const story = new Repository();
  story.write("en/guides/demo.mdx", "one\ntwo\n").commit("2026-06-01", "Write");
  story.write("en/guides/demo.mdx", "one\r\ntwo\r\n");
  expect(tellPending(story)).toEqual([]);
  story.write("en/guides/demo.mdx", "one\r\nthree\r\n");
  expect(tellPending(story)).toEqual(["en/guides/demo.mdx r2 changed (en/guides/demo.mdx)"]);
});

test("sees no change after a commit that is no revision", () => {
  const story = new Repository();
  story.write("en/guides/demo.mdx", "one\n").commit("2026-06-01", "Write");
  const tidying = story.write("en/guides/demo.mdx", "one\n\n").commit("2026-06-02", "Tidy up");
  story.write("../.git-blame-ignore-revs", `${tidying}\n`).commit("2026-06-03", "Ignore");
  expect(tellPending(story)).toEqual([]);
});

test("sees no change in a link", () => {
  const story = new Repository();
  story.write("en/guides/demo.mdx", "one\n");
  symlinkSync("demo.mdx", join(story.root, "en/guides/link.mdx"));
  symlinkSync("guides", join(story.root, "en/lessons"));
  story.commit("2026-06-01", "Write");
  expect(tellPending(story)).toEqual([]);
});

test("sees no change where there is no repository", () => {
  const root = makeFolder();
  mkdirSync(join(root, "en/guides"), { recursive: true });
  writeFileSync(join(root, "en/guides/demo.mdx"), "one\n");
  expect([...readPending(root, readHistory(root))]).toEqual([]);
});

test("takes every document for new before the first commit, and in a repository of SHA-256 only the new ones", () => {
  const story = new Repository(undefined, { args: ["--object-format=sha256"] });
  story.write("en/guides/demo.mdx", "one\n");
  expect(tellPending(story)).toEqual(["en/guides/demo.mdx r1 added"]);
  story.commit("2026-06-01", "Write");
  story.write("en/guides/late.mdx", "two\n");
  expect(tellPending(story)).toEqual(["en/guides/late.mdx r1 added"]);
});
