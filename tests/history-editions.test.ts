import { expect, test } from "vitest";
import { readEditions } from "#history/editions.ts";
import type { Document } from "#model/document.ts";
import type { History } from "#history/revisions.ts";
import { Repository } from "./repository.ts";

/** A release note as the reader of content hands it over, as far as editions look at it. */
function note(file: string, at?: string): Document<"releases"> {
  const [locale = "", , name = ""] = file.split("/");
  const address = { locale, collection: "releases", id: name.replace(/\.mdx$/, "") };
  return { address, file, data: { at }, locate: () => ({ file, line: 5, column: 1 }) } as unknown as Document<"releases">;
}

/** Each edition by its id with its documents in one line each: `en/guides/demo.mdx r2`. */
function tellEditions(story: Repository, notes: Document<"releases">[], history: History = story.read()) {
  const { editions, problems } = readEditions(story.root, history, notes);
  return {
    editions: Object.fromEntries(
      editions.map((one) => [one.note.id, one.entries.map(({ document, revision }) => `${document.file} r${revision.number}`)]),
    ),
    problems: problems.map(({ rule, message, mend }) => ({ rule, message, mend })),
  };
}

test("makes an edition of the commit in which a release note landed", () => {
  const story = new Repository();
  story.write("en/guides/demo.mdx", "one\n").write("en/guides/gone.mdx", "gone\n").commit("2026-06-01", "Write");
  story.write("en/guides/demo.mdx", "two\n").write("en/releases/first.mdx", "First\n");
  const landed = story.commit("2026-06-02", "Release (#3)");
  story
    .write("en/releases/first.mdx", "First, mended\n")
    .write("en/guides/demo.mdx", "three\n")
    .remove("en/guides/gone.mdx")
    .commit("2026-06-03", "Change");
  story.move("en/guides/demo.mdx", "en/lessons/demo.mdx").write("en/releases/second.mdx", "Second\n").commit("2026-06-04", "Release again");
  story.write("en/guides/late.mdx", "late\n").commit("2026-06-05", "Write more");

  const notes = [note("en/releases/first.mdx"), note("en/releases/second.mdx")];
  expect(tellEditions(story, notes)).toEqual({
    editions: {
      first: ["en/lessons/demo.mdx r2", "en/guides/gone.mdx r1", "en/releases/first.mdx r1"],
      second: ["en/lessons/demo.mdx r4", "en/releases/first.mdx r2", "en/releases/second.mdx r1"],
    },
    problems: [],
  });
  expect(readEditions(story.root, story.read(), notes).editions[0]).toMatchObject({
    note: { locale: "en", collection: "releases", id: "first" },
    commit: landed,
  });
});

test("takes the day on which a guide became a release note", () => {
  const story = new Repository();
  story.write("en/guides/first.mdx", "What changes\n").commit("2026-06-01", "Write");
  story.write("en/guides/demo.mdx", "one\n").commit("2026-06-02", "Write");
  story.move("en/guides/first.mdx", "en/releases/first.mdx").commit("2026-06-03", "Release");
  expect(tellEditions(story, [note("en/releases/first.mdx")]).editions).toEqual({
    first: ["en/releases/first.mdx r2", "en/guides/demo.mdx r1"],
  });
});

test("makes no edition of a note that has not landed", () => {
  const story = new Repository();
  story.write("en/guides/demo.mdx", "one\n").commit("2026-06-01", "Write");
  story.write("en/releases/first.mdx", "First\n");
  expect(tellEditions(story, [note("en/releases/first.mdx")])).toEqual({ editions: {}, problems: [] });
});

test("makes no edition where there is no repository", () => {
  const history: History = { documents: [], byFile: new Map(), commits: [], problems: [] };
  expect(readEditions("/", history, [note("en/releases/first.mdx", "v1")])).toEqual({ editions: [], problems: [] });
});

test("shows the tag, branch or commit that a note names", () => {
  const story = new Repository();
  story.write("en/guides/demo.mdx", "one\n").commit("2026-06-01", "Write");
  story.write("../README", "Nothing of the handbook\n");
  const early = story.commit("2026-06-02", "Explain");
  story.git("tag", "-a", "v2026.1", "-m", "A tag of its own");
  story.write("en/guides/demo.mdx", "two\n").commit("2026-06-03", "Change");
  story.git("branch", "季度/二");
  story.git("update-ref", "refs/remotes/origin/served", "HEAD");
  story.write("en/guides/demo.mdx", "one\n").write("en/releases/first.mdx", "First\n").commit("2026-06-04", "Take it back and release");
  expect(
    tellEditions(story, [
      note("en/releases/tag.mdx", "v2026.1"),
      note("en/releases/branch.mdx", "季度/二"),
      note("en/releases/served.mdx", "served"),
      note("en/releases/commit.mdx", early.slice(0, 8)),
      note("en/releases/full.mdx", "refs/tags/v2026.1"),
      note("en/releases/first.mdx"),
    ]),
  ).toEqual({
    editions: {
      tag: ["en/guides/demo.mdx r1"],
      branch: ["en/guides/demo.mdx r2"],
      served: ["en/guides/demo.mdx r2"],
      commit: ["en/guides/demo.mdx r1"],
      full: ["en/guides/demo.mdx r1"],
      first: ["en/guides/demo.mdx r3", "en/releases/first.mdx r1"],
    },
    problems: [],
  });
});

test("leaves out of an edition what its commit had just deleted", () => {
  const story = new Repository();
  story.write("en/guides/demo.mdx", "one\n").write("en/guides/gone.mdx", "gone\n").commit("2026-06-01", "Write");
  story.remove("en/guides/gone.mdx").commit("2026-06-02", "Delete");
  story.git("tag", "v1");
  story.write("en/guides/gone.mdx", "back\n").commit("2026-06-03", "Restore");
  expect(tellEditions(story, [note("en/releases/first.mdx", "v1")]).editions).toEqual({ first: ["en/guides/demo.mdx r1"] });
});

test("shows a commit beside the main line by the revisions that have its texts", () => {
  const story = new Repository();
  story.write("handbook.yaml", "title: A handbook\n");
  for (const name of ["kept", "back", "fixed"]) story.write(`en/guides/${name}.mdx`, `${name} 1\n`);
  story.commit("2026-06-01", "Write");
  story.write("en/guides/back.mdx", "back 2\n").commit("2026-06-02", "Change");
  story.git("checkout", "--quiet", "-b", "release-1");
  story.write("en/guides/back.mdx", "back 1\n").write("en/guides/fixed.mdx", "fixed 2\n");
  story.write("en/guides/stray.mdx", "stray\n").write("en/guides/hot.mdx", "hot\n").commit("2026-06-03", "Fix on the branch");
  story.git("checkout", "--quiet", "main");
  story
    .write("en/guides/kept.mdx", "kept 2\n")
    .write("en/guides/fixed.mdx", "fixed 2\n")
    .write("en/guides/hot.mdx", "hot, otherwise\n")
    .commit("2026-06-04", "Fix on main");
  story.write("en/guides/fixed.mdx", "fixed 3\n").commit("2026-06-05", "Fix more");
  expect(tellEditions(story, [note("en/releases/first.mdx", "release-1")])).toEqual({
    editions: { first: ["en/guides/back.mdx r1", "en/guides/fixed.mdx r2", "en/guides/kept.mdx r1"] },
    problems: [
      {
        rule: "stray-snapshot",
        message: '"release-1" holds a text that never landed on the main line: en/guides/hot.mdx, and 1 more.',
        mend: "Merge it, or let `at` name a commit of the main line; until then the edition has the nearest revision in its place, if there is one.",
      },
    ],
  });
});

test("says what is wrong with a name that leads nowhere", () => {
  const story = new Repository();
  story.write("en/guides/demo.mdx", "one\n").commit("2026-06-01", "Write");
  story.git("tag", "v2026.1");
  const blob = story.git("rev-parse", "HEAD:content/en/guides/demo.mdx");
  const message = (ref: string) => `The repository has no tag, branch or commit called "${ref}".`;
  const mend = "Correct it, or fetch it with `git fetch --tags`; without `at`, the edition is the handbook as this note found it.";
  const names = ["summer", "--output=trap", "HEAD", ":/Write", "v1\nHEAD", "main@{0}", blob, "2026"];
  expect(tellEditions(story, [note("en/releases/near.mdx", "v2026.2"), ...names.map((one) => note("en/releases/first.mdx", one))])).toEqual(
    {
      editions: {},
      problems: [
        { rule: "unreadable-snapshot", message: message("v2026.2"), mend: 'Did you mean "v2026.1"?' },
        ...names.map((one) => ({ rule: "unreadable-snapshot", message: message(one), mend })),
      ],
    },
  );
});

test("says which editions a shallow clone can't show", () => {
  const story = new Repository();
  story.write("en/guides/demo.mdx", "one\n").write("en/releases/first.mdx", "First\n").commit("2026-06-01", "Release");
  story.git("tag", "v1");
  story.write("en/guides/demo.mdx", "two\n").commit("2026-06-02", "Change");
  story.write("en/releases/second.mdx", "Second\n").commit("2026-06-03", "Release");
  const clone = story.clone("--depth=2", "--no-tags");
  const problem = {
    rule: "shallow-snapshot",
    message: "The edition can't be read, because this clone lacks history that belongs to it.",
    mend: "Fetch the whole history with `git fetch --unshallow --tags`.",
  };
  const notes = [
    note("en/releases/first.mdx"),
    note("en/releases/second.mdx"),
    note("en/releases/third.mdx", "v1"),
    note("en/releases/not-landed.mdx"),
  ];
  expect(tellEditions(clone, notes)).toEqual({ editions: {}, problems: [problem, problem, problem] });
});
