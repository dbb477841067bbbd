import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkHandbook } from "#checks/check-handbook.ts";
import { listNewest } from "#handbook/changes-page.ts";
import type { Handbook } from "#handbook/handbook.ts";
import { file, guide, readStory as read, startStory } from "./history-story.ts";

test("lists the changes of the documents that are there, those that landed last first", () => {
  const story = startStory();
  story.write("en/guides/gone.mdx", guide()).write(file, guide()).commit("2026-06-03", "Write");
  story.write(file, guide("Two plans.")).remove("en/guides/gone.mdx").commit("2026-06-01", "Change (#2)");
  expect(listChanges(read(story)).slice(0, 3)).toEqual([
    `${file} changed 2026-06-01T12:00:00.000Z Change`,
    `${file} added 2026-06-03T12:00:00.000Z Write`,
    "en/guides/pricing.mdx added 2026-01-05T12:00:00.000Z Begin",
  ]);
});

test("keeps back every revision whose readers were fewer, with its subject and author", () => {
  const story = startStory();
  story.write(file, guide("For all.", "public")).commit("2026-02-01", "Open one");
  story.write(file, guide("Whisper one.", "internal")).commit("2026-02-02", "Whisper two", { author: "Whisper Three" });
  story.write(file, guide("Whisper four.", "")).commit("2026-02-03", "Whisper five");
  story.write(file, guide("Whisper six.", "board")).commit("2026-02-04", "Whisper seven");
  story.write(file, `---\n: Whisper eight\n---\n`).commit("2026-02-05", "Whisper nine");
  story.write(file, guide("Whisper ten.", "public\ndraft: true")).commit("2026-02-06", "Whisper eleven");
  story.write(file, guide("For all again.", "public")).commit("2026-02-07", "Open two");
  const open = read(story, "public");
  expect(tellNumbers(open)).toEqual([1, 7]);
  expect(listChanges(open)).toEqual([
    `${file} changed 2026-02-07T12:00:00.000Z Open two`,
    `${file} added 2026-02-01T12:00:00.000Z Open one`,
  ]);
  const told = [...open.history.values()].flatMap(({ revisions }) =>
    revisions.map((one) => [one, one.source(), one.fields(), one.facts()]),
  );
  expect(JSON.stringify(told)).toContain("For all again.");
  expect(JSON.stringify(told)).not.toMatch(/whisper/i);
  expect(tellNumbers(read(story, "internal"))).toEqual([1, 2, 3, 4, 5, 7]);
});

test("keeps back the whole history of a document that is restricted today", () => {
  const story = startStory();
  story.write(file, guide("For all.", "public")).commit("2026-02-01", "Open one");
  story.write(file, guide("Whisper.", "internal")).commit("2026-02-02", "Whisper");
  expect([...read(story, "public").history.keys()]).toEqual([]);
  expect(listChanges(read(story, "public"))).toEqual([]);
});

test("takes the change that narrowed the readers for no news, while the file on disk is open again", () => {
  const story = startStory();
  story.write(file, guide("For all.", "public")).commit("2026-02-01", "Open one");
  story.write(file, guide("Whisper.", "internal")).commit("2026-02-02", "Whisper");
  story.write(file, guide("For all.", "public"));
  const handbook = read(story, "public");
  expect(listChanges(handbook)).toEqual([`${file} added 2026-02-01T12:00:00.000Z Open one`]);
  expect(handbook.history.get(file)?.newest).toBe(2);
});

test("checks the history too", () => {
  const story = startStory();
  story.write("zh-CN/guides/pricing.mdx", guide("One plan.")).commit("2026-02-01", "Change");
  const problems = checkHandbook(read(story.clone("--depth=1")), { today: "2026-02-02" });
  expect(problems.map(({ rule, severity, file }) => [rule, severity, file])).toEqual([["shallow-history", "warning", "handbook.yaml"]]);
});

test("has no history where there is no repository", () => {
  const story = startStory();
  rmSync(join(story.top, ".git"), { recursive: true });
  expect(read(story).history.size).toBe(0);
  expect(listChanges(read(story))).toEqual([]);
});

function tellNumbers({ history }: Handbook): number[] | undefined {
  return history.get(file)?.revisions.map((one) => one.number);
}

function listChanges(handbook: Handbook): string[] {
  const { changes } = listNewest(handbook, "en", 10);
  return changes.map(({ document, revision: { kind, date, subject } }) => `${document.file} ${kind} ${date} ${subject}`);
}
