import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readChanges } from "#history/changes.ts";

let repository: string;
let content: string;

beforeEach(() => {
  repository = mkdtempSync(join(tmpdir(), "sopbook-git-"));
  content = join(repository, "content");
  mkdirSync(content);
  git("2026-01-01T00:00:00Z", "init", "--quiet", "--initial-branch=main");
});
afterEach(() => rmSync(repository, { recursive: true, force: true }));

test("gives each file its newest change, newest first", () => {
  commit("2026-01-05T08:00:00Z", "Add both", { "content/a.mdx": "1", "content/b.mdx": "1" });
  commit("2026-02-05T08:00:00Z", "Change a", { "content/a.mdx": "2" });
  commit("2026-03-05T08:00:00Z", "Add c, which is not content", { "c.md": "1" });
  expect(readChanges(content)).toEqual([
    { file: "a.mdx", kind: "changed", date: "2026-02-05T08:00:00.000Z", subject: "Change a" },
    { file: "b.mdx", kind: "added", date: "2026-01-05T08:00:00.000Z", subject: "Add both" },
  ]);
});

test("tells of files that were removed", () => {
  commit("2026-01-05T08:00:00Z", "Add a", { "content/a.mdx": "1" });
  rmSync(join(content, "a.mdx"));
  commit("2026-02-05T08:00:00Z", "Remove a", {});
  mkdirSync(content, { recursive: true });
  expect(readChanges(content)).toEqual([{ file: "a.mdx", kind: "removed", date: "2026-02-05T08:00:00.000Z", subject: "Remove a" }]);
});

test.each([
  "zh-CN/话术/陌生电话.mdx",
  'a "quoted" name.mdx',
  "with\na line.mdx",
  "with\ta tab.mdx",
  "A",
  "👍.mdx",
  "-n.mdx",
  "1 2.mdx",
  "\u001e1 x.mdx",
])("keeps the name %j as it is", (file) => {
  commit("2026-01-05T08:00:00Z", "Add it", { [`content/${file}`]: "1" });
  expect(readChanges(content)).toEqual([{ file, kind: "added", date: "2026-01-05T08:00:00.000Z", subject: "Add it" }]);
});

test.each([
  ["<script>alert(1)</script>", "<script>alert(1)</script>"],
  ["\u001e99\u001fM\u001b[31m spoof", " 99 M [31m spoof"],
  ["M", "M"],
  ["1 2", "1 2"],
  ["修改：报价 👍", "修改：报价 👍"],
  ["One line\n\nand a body\u001e7 that is left out", "One line"],
])("takes the subject %j for text", (message, subject) => {
  commit("2026-01-05T08:00:00Z", message, { "content/a.mdx": "1", "content/b.mdx": "1" });
  expect(readChanges(content)).toEqual([
    { file: "a.mdx", kind: "added", date: "2026-01-05T08:00:00.000Z", subject },
    { file: "b.mdx", kind: "added", date: "2026-01-05T08:00:00.000Z", subject },
  ]);
});

test("takes a merged branch for one change", () => {
  commit("2026-01-05T08:00:00Z", "Add a", { "content/a.mdx": "1" });
  git("2026-01-06T08:00:00Z", "switch", "--quiet", "--create", "branch");
  commit("2026-01-07T08:00:00Z", "Change a for a start", { "content/a.mdx": "2" });
  commit("2026-01-08T08:00:00Z", "Change a once more", { "content/a.mdx": "3" });
  git("2026-01-09T08:00:00Z", "switch", "--quiet", "main");
  commit("2026-01-09T08:00:00Z", "Add b", { "content/b.mdx": "1" });
  git("2026-01-10T08:00:00Z", "merge", "--quiet", "--no-ff", "--message", "Make a better", "branch");
  expect(readChanges(content)).toEqual([
    { file: "a.mdx", kind: "changed", date: "2026-01-10T08:00:00.000Z", subject: "Make a better" },
    { file: "b.mdx", kind: "added", date: "2026-01-09T08:00:00.000Z", subject: "Add b" },
  ]);
});

test("takes a date that JavaScript can't hold for the first of all days", () => {
  commit("@9999999999999 +0000", "Add a", { "content/a.mdx": "1" });
  expect(readChanges(content)).toEqual([{ file: "a.mdx", kind: "added", date: "1970-01-01T00:00:00.000Z", subject: "Add a" }]);
});

test("shows the same whatever the settings of the repository", () => {
  commit("2026-01-05T08:00:00Z", "Add 话术", { "content/话术.mdx": "1" });
  const marker = join(repository, "marker");
  for (const [name, value] of [
    ["core.quotePath", "true"],
    ["core.fsmonitor", `touch ${marker}`],
    ["core.pager", `touch ${marker}`],
    ["diff.external", `touch ${marker}`],
    ["color.ui", "always"],
    ["log.showRoot", "false"],
    ["log.showSignature", "true"],
    ["log.decorate", "full"],
    ["log.date", "iso"],
    ["diff.noprefix", "true"],
    ["format.pretty", "oneline"],
  ] as const) {
    git("2026-01-06T08:00:00Z", "config", name, value);
  }
  expect(readChanges(content)).toEqual([{ file: "话术.mdx", kind: "added", date: "2026-01-05T08:00:00.000Z", subject: "Add 话术" }]);
  expect(() => execFileSync("ls", [marker], { stdio: "ignore" })).toThrow();
});

test("is not led to another repository by a hook that runs it", () => {
  commit("2026-01-05T08:00:00Z", "Add a", { "content/a.mdx": "1" });
  process.env["GIT_DIR"] = join(tmpdir(), "nowhere");
  try {
    expect(readChanges(content).map((one) => one.file)).toEqual(["a.mdx"]);
  } finally {
    delete process.env["GIT_DIR"];
  }
});

test("has nothing to tell where there are no commits or no repository", () => {
  expect(readChanges(content)).toEqual([]);
  rmSync(join(repository, ".git"), { recursive: true });
  expect(readChanges(content)).toEqual([]);
});

function commit(date: string, message: string, files: Record<string, string>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(repository, file)), { recursive: true });
    writeFileSync(join(repository, file), text);
  }
  git(date, "add", "--all");
  git(date, "commit", "--quiet", "--cleanup=verbatim", "--message", message);
}

function git(date: string, ...args: string[]): void {
  const person = {
    GIT_AUTHOR_NAME: "Li",
    GIT_AUTHOR_EMAIL: "li@acorn.example",
    GIT_COMMITTER_NAME: "Li",
    GIT_COMMITTER_EMAIL: "li@acorn.example",
  };
  const settings = { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null", GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
  execFileSync("git", args, { cwd: repository, env: { ...process.env, ...person, ...settings }, stdio: ["ignore", "ignore", "pipe"] });
}
