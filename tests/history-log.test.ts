import { expect, test } from "vitest";
import { type Landing, type LogCache, readLog } from "#history/log.ts";
import { findRepository } from "#history/repository.ts";
import { Repository, tell } from "./repository.ts";

/** A cache that says what was put into it, and forgets what it is told to. */
function openCache() {
  const kept = new Map<string, string>();
  const written: string[][] = [];
  const cache: LogCache = {
    read: (key) => JSON.parse(kept.get(key) ?? "null") ?? undefined,
    write(key, value) {
      kept.set(key, JSON.stringify(value));
      written.push((value as { landings: Landing[] }).landings.map((one) => one.message.trim()));
    },
  };
  return { cache, written, forget: (index: number) => kept.delete([...kept.keys()][index]!) };
}

function readMessages({ root }: Repository, cache: LogCache): string[] {
  const { landings } = readLog(root, findRepository(root).circumstances, cache);
  expect(landings).toEqual(readLog(root, "").landings);
  return landings.map((one) => one.message.trim());
}

/** Three commits of one document. */
function tellStory(): Repository {
  const story = new Repository().write("handbook.yaml", "title: A handbook\n");
  for (const day of [1, 2, 3]) story.write("en/guides/demo.mdx", `day ${day}\n`).commit(`2026-06-0${day}`, `Day ${day}`);
  return story;
}

test("asks git only for what landed since", () => {
  const story = tellStory();
  const { cache, written } = openCache();
  readMessages(story, cache);
  expect(readMessages(story, cache)).toEqual(["Day 1", "Day 2", "Day 3"]);
  story.write("en/guides/demo.mdx", "day 4\n").commit("2026-06-04", "Day 4");
  story.write("notes.txt", "no text of the handbook\n").commit("2026-06-05", "Note");
  expect(readMessages(story, cache)).toEqual(["Day 1", "Day 2", "Day 3", "Day 4"]);
  expect(written).toEqual([["Day 1", "Day 2", "Day 3"], ["Day 4"]]);
});

test("asks for all where some of what git said is lost", () => {
  const story = tellStory();
  const { cache, written, forget } = openCache();
  readMessages(story, cache);
  story.write("en/guides/demo.mdx", "day 4\n").commit("2026-06-04", "Day 4");
  readMessages(story, cache);
  forget(0);
  expect(readMessages(story, cache)).toEqual(["Day 1", "Day 2", "Day 3", "Day 4"]);
  expect(written.at(-1)).toEqual(["Day 1", "Day 2", "Day 3", "Day 4"]);
});

test("tells nothing of a line that was left: rewritten, taken back, or merged from the other side", () => {
  const story = tellStory();
  const { cache } = openCache();
  readMessages(story, cache);
  story.write("en/guides/demo.mdx", "another day\n").commit("2026-06-03", "Amended", { args: ["--amend"] });
  expect(readMessages(story, cache)).toEqual(["Day 1", "Day 2", "Amended"]);
  story.git("reset", "--quiet", "--hard", "HEAD~1");
  expect(readMessages(story, cache)).toEqual(["Day 1", "Day 2"]);
  story.git("branch", "old");
  story.git("reset", "--quiet", "--hard", "HEAD~1");
  story.write("en/guides/price.mdx", "price\n").commit("2026-06-06", "Price");
  story.merge("2026-06-07", "Merge", "old");
  expect(readMessages(story, cache)).toEqual(["Day 1", "Price", "Merge"]);
});

test("asks anew where a clone becomes whole, people get other names, or another commit stands for one", () => {
  const clone = tellStory().clone("--depth=2");
  expect(tell(clone.read())).toEqual({ "en/guides/demo.mdx": ["r1 2026-06-03 changed: Day 3"] });
  clone.git("-c", "protocol.file.allow=always", "fetch", "--quiet", "--unshallow");
  expect(tell(clone.read())["en/guides/demo.mdx"]).toHaveLength(3);

  clone.write("../.mailmap", "Zhang Min <li@example.com>\n");
  expect(clone.read().documents[0]?.revisions[0]?.author).toBe("Zhang Min");

  const other = clone.store("commit", clone.git("cat-file", "commit", "HEAD").replace("Day 3", "Another day").concat("\n"));
  clone.git("replace", clone.git("rev-parse", "HEAD"), other);
  expect(clone.read().documents[0]?.revisions.at(-1)?.subject).toBe("Another day");
});
