import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { GitError } from "#history/git.ts";
import { readHistory } from "#history/revisions.ts";
import { openTexts, reportMissingTexts } from "#history/texts.ts";
import { makeFolder, readTexts, Repository, tell } from "./repository.ts";

afterEach(() => vi.unstubAllEnvs());

const nothing = { documents: [], byFile: new Map(), commits: [], problems: [] };
const lines = Array.from({ length: 20 }, (_, index) => `Line ${index}`).join("\n");

/** Two documents: one that was written early and changed late, one that was never changed. */
function tellStory(options?: ConstructorParameters<typeof Repository>[1]): Repository {
  const story = new Repository(undefined, options);
  story.write("handbook.yaml", "title: A handbook\n");
  story.write("en/guides/demo.mdx", `${lines}\n`).write("en/guides/price.mdx", "price\n").commit("2026-06-01", "Write");
  story.write("en/guides/demo.mdx", `${lines}\nLine 20\n`).commit("2026-06-02", "Change");
  story
    .move("en/guides/demo.mdx", "en/guides/show.mdx")
    .write("en/guides/show.mdx", `${lines}\nLine 21\n`)
    .commit("2026-06-03", "Rename and change");
  return story;
}

const wholeStory = {
  "en/guides/show.mdx": [
    "r1 2026-06-01 added: Write",
    "r2 2026-06-02 changed: Change",
    "r3 2026-06-03 moved to en/guides/show.mdx: Rename and change",
  ],
  "en/guides/price.mdx": ["r1 2026-06-01 added: Write"],
};

test("finds nothing where there is no repository", () => {
  expect(readHistory(makeFolder())).toEqual(nothing);
});

test("finds nothing where there are no commits", () => {
  const story = new Repository().write("en/guides/demo.mdx", "one\n");
  expect(story.read()).toEqual(nothing);
});

test("finds nothing of a folder that git ignores", () => {
  const story = new Repository();
  story.write("../.gitignore", "content\n").write("en/guides/demo.mdx", "one\n").commit("2026-06-01", "Write");
  expect(story.read()).toEqual(nothing);
});

test("names the boundary of a shallow clone and blames it for nothing", () => {
  const clone = tellStory().clone("--depth=2");
  const history = clone.read();
  expect(tell(history)).toEqual({
    "en/guides/show.mdx": ["r1 2026-06-03 moved to en/guides/show.mdx: Rename and change"],
    "en/guides/price.mdx": [],
  });
  expect(history.documents.map((one) => one.earlier?.file)).toEqual(["en/guides/demo.mdx", "en/guides/price.mdx"]);
  const boundary = clone.git("rev-parse", "HEAD~1").slice(0, 10);
  expect(history.problems).toEqual([
    {
      rule: "shallow-history",
      severity: "warning",
      file: "handbook.yaml",
      line: 1,
      column: 1,
      message: `History before 2026-06-02 (commit ${boundary}) is not in this clone.`,
      mend: "Fetch it with `git fetch --unshallow`; in GitHub Actions set `fetch-depth: 0` for the checkout, in GitLab CI set `GIT_DEPTH: 0`.",
    },
  ]);
});

test("says nothing of a shallow clone that lacks only what was before the handbook", () => {
  const story = new Repository();
  story.write("../README", "one\n").commit("2026-05-01", "Begin");
  story.write("../README", "two\n").commit("2026-05-02", "Go on");
  story.write("en/guides/demo.mdx", "one\n").commit("2026-06-01", "Write");
  const history = story.clone("--depth=2").read();
  expect(history.problems).toEqual([]);
  expect(tell(history)).toEqual({ "en/guides/demo.mdx": ["r1 2026-06-01 added: Write"] });
});

test("reads a blobless clone without fetching, and tells which texts are missing", () => {
  const story = tellStory();
  story.git("config", "uploadpack.allowFilter", "true");
  const clone = story.clone("--filter=blob:none");
  const count = () => clone.git("count-objects", "-v");
  const before = count();
  const history = clone.read();
  expect(tell(history)).toEqual({
    "en/guides/show.mdx": ["r1 2026-06-03 added: Rename and change"],
    "en/guides/price.mdx": ["r1 2026-06-01 added: Write"],
    "en/guides/demo.mdx (gone)": ["r1 2026-06-01 added: Write", "r2 2026-06-02 changed: Change"],
  });
  expect([...readTexts(clone.root, history.documents).values()].sort()).toEqual([`${lines}\nLine 21\n`, "price\n"]);
  expect(count()).toBe(before);
  expect(history.problems).toEqual([
    {
      rule: "partial-clone",
      severity: "warning",
      file: "handbook.yaml",
      line: 1,
      column: 1,
      message: "Texts of earlier revisions are not in this clone.",
      mend: "Fetch them with `git fetch --refetch --no-filter`, or clone without `--filter`.",
    },
  ]);
  expect(reportMissingTexts(history, openTexts(clone.root, history.documents))).toEqual([]);

  clone.git("-c", "protocol.file.allow=always", "fetch", "--quiet", "--refetch", "--no-filter");
  expect(clone.read().problems).toEqual([]);
  expect(tell(clone.read())).toEqual(wholeStory);
});

test("says that texts are missing where that is found out only when they are read", () => {
  const story = new Repository();
  story.write("en/guides/demo.mdx", "one\n").commit("2026-06-01", "Write");
  story.write("en/guides/demo.mdx", "two\n").commit("2026-06-02", "Change");
  story.git("config", "uploadpack.allowFilter", "true");
  const clone = story.clone("--filter=blob:none");
  const history = clone.read();
  const texts = openTexts(clone.root, history.documents);
  expect(history.problems).toEqual([]);
  expect(reportMissingTexts(history, texts).map((one) => one.rule)).toEqual(["partial-clone"]);
});

test("reads a clone without trees not at all, with git's own words", () => {
  const story = tellStory();
  story.git("config", "uploadpack.allowFilter", "true");
  const clone = story.clone("--filter=tree:0");
  expect(() => clone.read()).toThrow(/promisor remote/);
});

test("reads a handbook that lies at the top of its repository", () => {
  expect(tell(tellStory({ content: "." }).read())).toEqual(wholeStory);
});

test("reads the history of the content's own repository, though it lies in another one", () => {
  const generator = new Repository();
  generator.write("../README", "one\n").write("../.gitignore", "handbook\n").commit("2026-01-01", "Begin");
  const story = new Repository(join(generator.top, "handbook"));
  story.write("en/guides/demo.mdx", "one\n").commit("2026-06-01", "Write");
  expect(tell(story.read())).toEqual({ "en/guides/demo.mdx": ["r1 2026-06-01 added: Write"] });
});

test("reads a worktree", () => {
  const story = tellStory();
  const other = join(makeFolder(), "other");
  story.git("worktree", "add", "--quiet", other, "HEAD");
  expect(tell(readHistory(join(other, "content")))).toEqual(wholeStory);
});

test("reads a submodule", () => {
  const outer = new Repository();
  outer.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", tellStory().top, "handbook");
  expect(tell(readHistory(join(outer.top, "handbook/content")))).toEqual(wholeStory);
});

test("reads a repository whose hashes are SHA-256", () => {
  const story = tellStory({ args: ["--object-format=sha256"] });
  const history = story.read();
  expect(tell(history)).toEqual(wholeStory);
  expect(history.documents[0]?.blob).toHaveLength(64);
  expect(readTexts(story.root, history.documents).size).toBe(4);
});

test("stops with git's own remedy where the repository belongs to somebody else", () => {
  const story = tellStory();
  vi.stubEnv("GIT_CONFIG_GLOBAL", "/dev/null").stubEnv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1");
  const read = () => story.read();
  expect(read).toThrow(GitError);
  expect(read).toThrow(
    `fatal: detected dubious ownership in repository at '${story.top}'\nTo add an exception for this directory, call:\n\n\tgit config --global --add safe.directory ${story.top}`,
  );
});

test("stops where the repository can't be read", () => {
  const story = new Repository().write(".git", "gitdir: /nowhere\n");
  expect(() => story.read()).toThrow("not a git repository: /nowhere");
});

test("reads its own repository where a hook of another one starts it", () => {
  const [story, other] = [tellStory(), new Repository()];
  other.write("en/guides/other.mdx", "one\n").commit("2026-06-01", "Write");
  vi.stubEnv("GIT_DIR", join(other.top, ".git"))
    .stubEnv("GIT_WORK_TREE", other.top)
    .stubEnv("GIT_INDEX_FILE", "/nowhere")
    .stubEnv("GIT_LITERAL_PATHSPECS", "1");
  expect(tell(story.read())).toEqual(wholeStory);
});
