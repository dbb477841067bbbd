import { expect, test } from "vitest";
import { Repository, tell } from "./repository.ts";

const prose = (topic: string) => `---\ntitle: ${topic}\n---\n\nAll that a rep must know about ${topic}.\n\nIt takes ten minutes.\n`;

test("numbers the revisions of a document from the oldest one and tells all about each", () => {
  const story = new Repository();
  story.write("en/guides/demo.mdx", "content 0");
  const first = story.commit("2026-06-21", "Write the demo guide");
  story.write("en/guides/demo.mdx", "content 1");
  const second = story.commit("2026-06-25", "Mend the demo guide (#12)\n\nReviewed-by: Zhang Min <zhang@example.com>\n", { author: "Bo" });

  const history = story.read();
  expect(history.problems).toEqual([]);
  expect(history.documents).toEqual([
    {
      address: { locale: "en", collection: "guides", id: "demo" },
      file: "en/guides/demo.mdx",
      blob: "a523607ad5f83095b205cedf0b336b2d47eebc57",
      gone: false,
      earlier: undefined,
      revisions: [
        {
          number: 1,
          commit: first,
          order: 0,
          date: "2026-06-21T12:00:00.000Z",
          author: "Li Wei",
          subject: "Write the demo guide",
          request: undefined,
          approvals: [],
          kind: "added",
          file: "en/guides/demo.mdx",
          blob: "e73e20da465e05e1804b0cdc655746e2c0f0fb30",
        },
        {
          number: 2,
          commit: second,
          order: 1,
          date: "2026-06-25T12:00:00.000Z",
          author: "Bo",
          subject: "Mend the demo guide",
          request: { kind: "pull", number: 12 },
          approvals: ["Zhang Min"],
          kind: "changed",
          file: "en/guides/demo.mdx",
          blob: "a523607ad5f83095b205cedf0b336b2d47eebc57",
        },
      ],
      states: [
        { order: 0, gone: false, file: "en/guides/demo.mdx", blob: "e73e20da465e05e1804b0cdc655746e2c0f0fb30", revisions: 1 },
        { order: 1, gone: false, file: "en/guides/demo.mdx", blob: "a523607ad5f83095b205cedf0b336b2d47eebc57", revisions: 2 },
      ],
    },
  ]);
});

test("follows a document through several renames in a row, over collections and languages", () => {
  const story = new Repository();
  story.write("zh-CN/guides/10-demo.mdx", prose("demo"));
  story.commit("2026-06-01", "Write");
  story.move("zh-CN/guides/10-demo.mdx", "zh-CN/guides/20-show.mdx");
  story.commit("2026-06-02", "Rename");
  story.move("zh-CN/guides/20-show.mdx", "zh-CN/lessons/show.mdx");
  story.write("zh-CN/lessons/show.mdx", `${prose("demo")}\nOne more sentence.\n`);
  story.commit("2026-06-03", "Move to another collection and add a sentence");
  story.move("zh-CN/lessons/show.mdx", "en/lessons/show.mdx");
  story.commit("2026-06-04", "Move to another language");
  story.write("en/lessons/show.mdx", prose("showing"));
  story.commit("2026-06-05", "Change");
  expect(tell(story.read())).toEqual({
    "en/lessons/show.mdx": [
      "r1 2026-06-01 added: Write",
      "r2 2026-06-02 moved to zh-CN/guides/20-show.mdx: Rename",
      "r3 2026-06-03 moved to zh-CN/lessons/show.mdx: Move to another collection and add a sentence",
      "r4 2026-06-04 moved to en/lessons/show.mdx: Move to another language",
      "r5 2026-06-05 changed: Change",
    ],
  });
});

test("counts a new number alone as a revision that moved nothing", () => {
  const story = new Repository();
  story.write("en/guides/10-demo.mdx", prose("demo")).commit("2026-06-01", "Write");
  story.move("en/guides/10-demo.mdx", "en/guides/30-demo.mdx").commit("2026-06-02", "Order");
  expect(tell(story.read())).toEqual({ "en/guides/30-demo.mdx": ["r1 2026-06-01 added: Write", "r2 2026-06-02 changed: Order"] });
});

test("knows a document by its name when its number changes with all of its text", () => {
  const story = new Repository();
  story.write("en/guides/10-demo.mdx", prose("demo")).commit("2026-06-01", "Write");
  story.move("en/guides/10-demo.mdx", "en/guides/30-demo.mdx").write("en/guides/30-demo.mdx", "Nothing is as it was.\n");
  story.commit("2026-06-02", "Write it anew, further down");
  expect(tell(story.read())).toEqual({
    "en/guides/30-demo.mdx": ["r1 2026-06-01 added: Write", "r2 2026-06-02 changed: Write it anew, further down"],
  });
});

test("takes a translation for a document of its own, though it begins as a copy", () => {
  const story = new Repository();
  story.write("en/guides/demo.mdx", prose("demo")).commit("2026-06-01", "Write");
  story.write("zh-CN/guides/demo.mdx", prose("demo")).commit("2026-06-02", "Begin to translate");
  expect(tell(story.read())).toEqual({
    "en/guides/demo.mdx": ["r1 2026-06-01 added: Write"],
    "zh-CN/guides/demo.mdx": ["r1 2026-06-02 added: Begin to translate"],
  });
});

test("goes on with a document that was deleted and restored", () => {
  const story = new Repository();
  story.write("en/guides/demo.mdx", prose("demo")).commit("2026-06-01", "Write");
  story.remove("en/guides/demo.mdx").commit("2026-06-02", "Delete");
  story.write("en/guides/20-demo.mdx", "Another text\n").commit("2026-06-09", "Restore");
  expect(tell(story.read())).toEqual({
    "en/guides/20-demo.mdx": ["r1 2026-06-01 added: Write", "r2 2026-06-09 restored: Restore"],
  });
});

test("leaves a deleted document its name and revisions when another one takes the name", () => {
  const story = new Repository();
  story.write("en/guides/demo.mdx", "one\n").write("en/guides/show.mdx", prose("show")).commit("2026-06-01", "Write");
  story.remove("en/guides/demo.mdx").commit("2026-06-02", "Delete");
  story.move("en/guides/show.mdx", "en/guides/demo.mdx").commit("2026-06-03", "Rename");
  expect(tell(story.read())).toEqual({
    "en/guides/demo.mdx": ["r1 2026-06-01 added: Write", "r2 2026-06-03 restored: Rename"],
    "en/guides/show.mdx (gone)": ["r1 2026-06-01 added: Write"],
  });
});

test("keeps the revisions of a document that is gone", () => {
  const story = new Repository();
  story.write("en/guides/demo.mdx", prose("demo")).commit("2026-06-01", "Write");
  story.remove("en/guides/demo.mdx").commit("2026-06-02", "Delete");
  const history = story.read();
  expect(tell(history)).toEqual({ "en/guides/demo.mdx (gone)": ["r1 2026-06-01 added: Write"] });
  expect([...history.byFile]).toEqual([]);
});

test("counts a revert as a revision", () => {
  const story = new Repository();
  story.write("en/guides/demo.mdx", "one\n").commit("2026-06-01", "Write");
  story.write("en/guides/demo.mdx", "two\n").commit("2026-06-02", "Change");
  story.write("en/guides/demo.mdx", "one\n").commit("2026-06-03", 'Revert "Change"');
  expect(tell(story.read())).toEqual({
    "en/guides/demo.mdx": ["r1 2026-06-01 added: Write", "r2 2026-06-02 changed: Change", 'r3 2026-06-03 changed: Revert "Change"'],
  });
});

test("makes no revision of a change of the file's mode", () => {
  const story = new Repository();
  story.write("en/guides/demo.mdx", "one\n").commit("2026-06-01", "Write");
  story.git("update-index", "--chmod=+x", "content/en/guides/demo.mdx");
  story.git("commit", "--quiet", "-m", "Make it executable");
  expect(tell(story.read())).toEqual({ "en/guides/demo.mdx": ["r1 2026-06-01 added: Write"] });
});

test("takes no link for a text", () => {
  const story = new Repository();
  story.write("en/guides/demo.mdx", "one\n").commit("2026-06-01", "Write");
  const link = story.store("blob", "../other.mdx");
  story.remove("en/guides/demo.mdx");
  story.git("update-index", "--cacheinfo", `120000,${link},content/en/guides/demo.mdx`);
  story.git("commit", "--quiet", "-m", "Make it a link");
  story.write("en/guides/demo.mdx", "two\n").commit("2026-06-03", "Make it a text again");
  expect(tell(story.read())).toEqual({
    "en/guides/demo.mdx": ["r1 2026-06-01 added: Write", "r2 2026-06-03 restored: Make it a text again"],
  });
});

test("skips the commits that .git-blame-ignore-revs names, and still follows the names they give", () => {
  const story = new Repository();
  story.write("en/guides/demo.mdx", prose("demo")).commit("2026-06-01", "Write");
  story.move("en/guides/demo.mdx", "en/guides/show.mdx").write("en/guides/show.mdx", `${prose("demo")}\n`);
  const tidying = story.commit("2026-06-02", "Tidy up");
  story.write("en/guides/show.mdx", prose("showing"));
  story.write("../.git-blame-ignore-revs", `# Tidying\n${tidying} # wraps lines\n`).commit("2026-06-03", "Change");
  expect(tell(story.read())).toEqual({ "en/guides/show.mdx": ["r1 2026-06-01 added: Write", "r2 2026-06-03 changed: Change"] });
});

test("reads a rewritten history as it is now", () => {
  const story = new Repository();
  story.write("en/guides/demo.mdx", "one\n").commit("2026-06-01", "Write");
  story.write("en/guides/demo.mdx", "two\n").commit("2026-06-02", "Change");
  expect(tell(story.read())).toEqual({ "en/guides/demo.mdx": ["r1 2026-06-01 added: Write", "r2 2026-06-02 changed: Change"] });
  story.git("reset", "--quiet", "--soft", "HEAD~1");
  story.commit("2026-06-05", "Write at once", { args: ["--amend"] });
  expect(tell(story.read())).toEqual({ "en/guides/demo.mdx": ["r1 2026-06-01 added: Write at once"] });
});

test("follows the content folder when it is renamed, and no text that came in from outside it", () => {
  const story = new Repository();
  story.write("../notes/demo.mdx", prose("demo"));
  story
    .write("../handbook/handbook.yaml", "title: A handbook\n")
    .write("../handbook/en/guides/price.mdx", prose("price"))
    .commit("2026-06-01", "Write");
  story.remove(".").move("../handbook", "../content").commit("2026-06-02", "Rename the folder");
  story.move("../notes/demo.mdx", "en/guides/demo.mdx").commit("2026-06-03", "Publish a note");
  story.write("en/guides/price.mdx", prose("prices")).commit("2026-06-04", "Change");
  expect(tell(story.read())).toEqual({
    "en/guides/price.mdx": ["r1 2026-06-01 added: Write", "r2 2026-06-04 changed: Change"],
    "en/guides/demo.mdx": ["r1 2026-06-03 added: Publish a note"],
  });
});

test("follows a document that was plain Markdown before", () => {
  const story = new Repository();
  story.write("en/guides/demo.md", prose("demo")).commit("2026-06-01", "Write");
  story.move("en/guides/demo.md", "en/guides/demo.mdx").commit("2026-06-02", "Make it MDX");
  expect(tell(story.read())).toEqual({
    "en/guides/demo.mdx": ["r1 2026-06-01 added: Write", "r2 2026-06-02 moved to en/guides/demo.mdx: Make it MDX"],
  });
});
