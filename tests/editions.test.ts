import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkHandbook } from "#checks/check-handbook.ts";
import { listExports } from "#exports/list-exports.ts";
import { describeDocumentPage } from "#handbook/document-page.ts";
import { describeEditionChangesPage } from "#handbook/edition-changes-page.ts";
import { describeEditionPage } from "#handbook/edition-page.ts";
import { describeEditionsPage } from "#handbook/editions-page.ts";
import type { Handbook } from "#handbook/handbook.ts";
import { describePage, planPages } from "#handbook/plan.ts";
import { describeRevisionPage } from "#handbook/revision-page.ts";
import { pathOf } from "#handbook/addresses.ts";
import { file, guide, plans, readStory, releaseNote, startStory } from "./history-story.ts";
import type { Repository } from "./repository.ts";

test("lists editions, newest first, each with what it holds and how much it changed", () => {
  const page = describeEditionsPage(readStory(tellTwo()), { page: "editions", locale: "en" });
  expect(page.editions.map(({ id, name, path, documents, changed, changes }) => [id, name, path, documents, changed, changes])).toEqual([
    ["second", "2026.2", "/editions/second/", 15, 5, "/editions/second/changes/"],
    ["first", "2026.1", "/editions/first/", 14, 0, undefined],
  ]);
});

test("says of an edition until which day it is in force, and of the last one from which", () => {
  const page = describeEditionsPage(readStory(tellTwo()), { page: "editions", locale: "en" });
  expect(page.editions.map(({ effective, until }) => [effective, until])).toEqual([
    ["2026-02-05", undefined],
    ["2026-02-02", "2026-02-04"],
  ]);
});

test("shows the table of contents of an edition as it was, each entry leading to its revision", () => {
  const handbook = readStory(tellTwo());
  const { contents, next, previous, edition } = describeEditionPage(handbook, { page: "edition", locale: "en", edition: "first" });
  const guides = contents.find((one) => one.collection === "guides")?.entries;
  expect(guides).toEqual([
    { title: "Gone", path: "/guides/gone/r1/?edition=first", lang: undefined, revision: 1, change: undefined },
    { title: "Old name", path: "/guides/new-name/r1/?edition=first", lang: undefined, revision: 1, change: undefined },
    { title: "Plans", path: "/guides/plans/r1/?edition=first", lang: undefined, revision: 1, change: undefined },
    { title: "Pricing", path: "/guides/pricing/?edition=first", lang: undefined, revision: 1, change: undefined },
  ]);
  expect(contents.map((one) => one.collection)).toEqual([
    "stages",
    "scripts",
    "objections",
    "kpis",
    "paths",
    "roles",
    "terms",
    "guides",
    "releases",
  ]);
  expect(contents[0]?.entries.map((one) => one.title)).toEqual(["Lead", "Demo", "Closing"]);
  expect([previous, next, edition.note]).toEqual([undefined, { name: "2026.2", path: "/editions/second/" }, "/releases/first/"]);
});

test("tells what an edition changed, for whom, and what is to be read again", () => {
  const page = describeEditionChangesPage(readStory(tellTwo()), { page: "edition-changes", locale: "en", edition: "second" });
  expect(page.counts).toEqual({ added: 2, changed: 1, moved: 1, removed: 1 });
  const told = page.groups.map(({ role, changes }) => [
    role?.id,
    ...changes.map(({ kind, altered, title, formerly, before, after, subjects }) => [
      kind,
      altered,
      title,
      formerly,
      before?.path,
      after?.path,
      subjects.map((one) => one.text),
    ]),
  ]);
  expect(told).toEqual([
    ["sales-rep", ["added", false, "Second", undefined, undefined, "/releases/second/?edition=second", []]],
    [
      undefined,
      ["added", false, "Late", undefined, undefined, "/guides/late/?edition=second", []],
      ["moved", true, "New name", "Old name", "/guides/new-name/r1/?edition=first", "/guides/new-name/?edition=second", ["Release two"]],
      ["changed", true, "Plans", undefined, "/guides/plans/r1/?edition=first", "/guides/plans/r3/?edition=second", ["Change"]],
      ["removed", false, "Gone", undefined, "/guides/gone/r1/?edition=first", undefined, []],
    ],
  ]);
  expect([page.task.action, page.task.roles.map((one) => one.id), page.task.documents.map((one) => one.path)]).toEqual([
    "read",
    ["sales-rep"],
    ["/guides/plans/r3/?edition=second", "/kpis/win-rate/?edition=second"],
  ]);
});

test("offers on each document the editions that it belongs to", () => {
  const handbook = readStory(tellTwo());
  const today = describeDocumentPage(handbook, { page: "document", ...plans });
  expect(today.switcher).toEqual({
    root: "/editions/",
    path: "/guides/plans/",
    living: true,
    editions: [
      {
        name: "2026.2",
        path: "/guides/plans/r3/?edition=second",
        contents: "/editions/second/",
        revision: 3,
        current: false,
        effective: "2026-02-05",
        until: undefined,
      },
      {
        name: "2026.1",
        path: "/guides/plans/r1/?edition=first",
        contents: "/editions/first/",
        revision: 1,
        current: false,
        effective: "2026-02-02",
        until: "2026-02-04",
      },
    ],
  });
  expect(describeDocumentPage(handbook, { page: "document", locale: "en", collection: "releases", id: "second" }).edition).toMatchObject({
    path: "/editions/second/",
    changes: "/editions/second/changes/",
  });
});

test("shows documents of an edition that are gone today, and leads old links to them and to those that moved", () => {
  const handbook = readStory(tellTwo());
  const gone = describeRevisionPage(handbook, { page: "revision", locale: "en", collection: "guides", id: "gone", revision: 1 });
  expect([gone.title, gone.current, gone.shell.canonical, gone.shell.alternates.map((one) => one.path)]).toEqual([
    "Gone",
    undefined,
    undefined,
    ["/guides/gone/r1/", "/zh-CN/"],
  ]);
  expect(gone.switcher?.living).toBe(false);
  const first = describeRevisionPage(handbook, { page: "revision", ...plans, revision: 1 });
  expect(first.past.text?.body.links).toEqual({ "gone.mdx": "/guides/gone/r1/", "old-name.mdx#why": "/guides/new-name/" });
  const pages = planPages(handbook).map((one) => pathOf(handbook.settings, one));
  expect(pages.filter((one) => one.includes("gone"))).toEqual(["/guides/gone/history/", "/guides/gone/r1/"]);
});

test("gives the browser what it needs to go on in an edition", async () => {
  const json = JSON.parse(await write(readStory(tellTwo()), "editions/first/edition.json"));
  const { documents, sections, words, ...rest } = json;
  expect(rest).toEqual({
    id: "first",
    name: "2026.1",
    date: "2026-02-02",
    path: "/editions/first/",
    search: "/editions/first/search/",
    index: "editions/first/pagefind",
    suffix: "?edition=first",
    newer: { name: "2026.2", path: "/editions/second/", id: "second" },
  });
  expect(words.reading).toBe("You are reading edition {name}, published {date}.");
  expect(sections["/guides/"]).toBe("/editions/first/#guides");
  expect(documents.filter((one: { collection: string }) => one.collection === "guides")).toEqual([
    { of: "/guides/gone/r1/", path: "/guides/gone/r1/?edition=first", collection: "guides", title: "Gone" },
    { of: "/guides/new-name/", path: "/guides/new-name/r1/?edition=first", collection: "guides", title: "Old name" },
    { of: "/guides/plans/", path: "/guides/plans/r1/?edition=first", collection: "guides", title: "Plans" },
    { of: "/guides/pricing/", path: "/guides/pricing/?edition=first", collection: "guides", title: "Pricing" },
  ]);
});

test("has every edition in every language, with what had no translation in its own", () => {
  const page = describeEditionPage(readStory(tellTwo()), { page: "edition", locale: "zh-CN", edition: "first" });
  expect(page.contents.find((one) => one.collection === "guides")?.entries.map(({ path, lang }) => [path, lang])).toEqual([
    ["/zh-CN/guides/pricing/?edition=first", undefined],
    ["/guides/gone/r1/?edition=first", "en"],
    ["/guides/new-name/r1/?edition=first", "en"],
    ["/guides/plans/r1/?edition=first", "en"],
  ]);
  expect([page.edition.title, page.edition.lang, page.edition.note]).toEqual(["First", "en", "/zh-CN/releases/first/"]);
});

test("keeps what was restricted, or is, out of every page and file of editions", async () => {
  const story = tellTwo();
  story.write("en/guides/open.mdx", guide("For all.", "public")).commit("2026-02-06", "Open one");
  story.write("en/guides/open.mdx", guide("Whisper one.", "internal")).write("en/guides/lost.mdx", guide("Whisper.", "internal"));
  story.write("en/guides/buried.mdx", guide("Open once.", "public")).commit("2026-02-07", "Whisper two");
  story.write("en/guides/closed.mdx", guide("Whisper four.", "public").replace("Plans", "Whisper title"));
  story.write("en/releases/third.mdx", releaseNote("2026-02-08", "Third")).commit("2026-02-08", "Release three");
  story.write("en/guides/buried.mdx", guide("Whisper five.", "internal")).commit("2026-02-09", "Close the buried one");
  story.remove("en/guides/lost.mdx").remove("en/guides/buried.mdx").write("en/guides/open.mdx", guide("For all again.", "public"));
  story.write("en/guides/closed.mdx", guide("Whisper six.", "internal")).commit("2026-02-10", "Open two");
  story.write("en/releases/fourth.mdx", releaseNote("2026-02-11", "Fourth")).commit("2026-02-11", "Release four");

  const open = readStory(story, "public");
  const titles = (handbook: Handbook) =>
    describeEditionPage(handbook, { page: "edition", locale: "en", edition: "third" })
      .contents.flatMap((one) => one.entries)
      .map((one) => one.path);
  expect(titles(open)).toEqual(["/releases/first/?edition=third", "/releases/second/?edition=third", "/releases/third/?edition=third"]);
  expect(titles(readStory(story))).toContain("/guides/open/r2/?edition=third");
  expect(titles(readStory(story))).toContain("/guides/buried/r1/?edition=third");
  const shown = JSON.stringify([
    ...planPages(open).map((one) => [one, describePage(open, one)]),
    ...(await Promise.all(listExports(open).map(async (one) => [one.file, await one.write()]))),
  ]);
  expect(shown).not.toMatch(/whisper|buried|lost/i);
});

test("tells of an edition whose ref leads nowhere, and makes the others", () => {
  const story = tellTwo();
  story.write("en/releases/third.mdx", releaseNote("2026-02-08", "Third", "at: v2026.3")).commit("2026-02-08", "Release three");
  story.git("tag", "v2026.2");
  const handbook = readStory(story);
  expect(checkHandbook(handbook, { today: "2026-02-09" }).filter((one) => one.rule === "unreadable-snapshot")).toEqual([
    {
      rule: "unreadable-snapshot",
      severity: "error",
      file: "en/releases/third.mdx",
      line: 14,
      column: 1,
      message: 'The repository has no tag, branch or commit called "v2026.3".',
      mend: 'Did you mean "v2026.2"?',
    },
  ]);
  expect(handbook.editions.byLocale.get("en")?.map((one) => one.id)).toEqual(["first", "second"]);
});

test("says which documents a release note names although nothing changed in them", () => {
  const story = tellTwo();
  const find = (repository: Repository, audience?: string) =>
    checkHandbook(readStory(repository, audience), { today: "2026-02-09" }).filter((one) => one.rule === "unaffected-document");
  expect(find(story)).toEqual([
    {
      rule: "unaffected-document",
      severity: "warning",
      file: "en/releases/second.mdx",
      line: 15,
      column: 25,
      message: "The note says that kpis/win-rate changed, and in this edition it did not.",
      mend: "Take it out of `affects`, or let the change land before the note, or with it.",
    },
  ]);
  // A clone that lacks the edition before knows nothing of it, and neither do readers who may not see the document.
  expect(find(story.clone("--depth=2"))).toEqual([]);
  expect(find(story.clone("--depth=4"))).toEqual([]);
  expect(find(story, "public")).toEqual([]);
  // What moved, what came with the note, what changed in another language and what shows pictures is affected.
  story
    .move("en/guides/late.mdx", "en/guides/early.mdx")
    .write("zh-CN/kpis/win-rate.mdx", readFileSync(join(story.root, "zh-CN/kpis/win-rate.mdx"), "utf8").replace("title: ", "title: 新"))
    .write("en/guides/plans.svg", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'/>")
    .write(
      "en/releases/third.mdx",
      releaseNote(
        "2026-02-08",
        "Third",
        "affects: [guides/early, guides/new-name, releases/third, kpis/win-rate, guides/pricing, terms/lead]",
      ),
    )
    .commit("2026-02-08", "Release three");
  expect(find(story).map(({ file, message }) => [file, message])).toEqual([
    ["en/releases/second.mdx", "The note says that kpis/win-rate changed, and in this edition it did not."],
    ["en/releases/third.mdx", "The note says that guides/new-name, terms/lead changed, and in this edition they did not."],
  ]);
});

test("says nothing of the documents of notes that one commit brought", () => {
  const story = startStory();
  story
    .write("en/releases/first.mdx", releaseNote("2026-02-02", "First"))
    .write("en/releases/second.mdx", releaseNote("2026-02-05", "Second", "affects: [terms/lead]"))
    .commit("2026-02-05", "Import");
  const problems = checkHandbook(readStory(story), { today: "2026-02-09" });
  expect(problems.filter((one) => one.rule === "unaffected-document")).toEqual([]);
});

test("tells of an edition that a shallow clone can't show", () => {
  const handbook = readStory(tellTwo().clone("--depth=1"));
  const problems = checkHandbook(handbook, { today: "2026-02-09" }).filter((one) => one.rule === "shallow-snapshot");
  expect(problems.map(({ severity, file }) => [severity, file])).toEqual([
    ["warning", "en/releases/first.mdx"],
    ["warning", "en/releases/second.mdx"],
  ]);
  expect(planPages(handbook).map((one) => one.page)).not.toContain("edition");
});

test("has no editions where there is no repository", () => {
  const story = tellTwo();
  rmSync(join(story.top, ".git"), { recursive: true });
  const handbook = readStory(story);
  expect(planPages(handbook).map((one) => one.page)).not.toContain("editions");
  expect(describeDocumentPage(handbook, { page: "document", ...plans }).switcher).toBeUndefined();
});

/** Two editions, between which a guide was written, one changed, one renamed, one only wrapped anew and one deleted. */
function tellTwo(): Repository {
  const story = startStory();
  story
    .write(file, guide("One plan, see [gone](gone.mdx) and [old](old-name.mdx#why).\n\n## Why"))
    .write("en/guides/gone.mdx", guide("How prices were asked for before there was a list. ".repeat(12)).replace("Plans", "Gone"))
    .write("en/guides/old-name.mdx", guide("Where deals\nstand and where they go, week by week.").replace("Plans", "Old name"))
    .write("en/releases/first.mdx", releaseNote("2026-02-02", "First", 'edition: "2026.1"'))
    .commit("2026-02-02", "Release one");
  story.write(file, guide("Two plans.")).commit("2026-02-03", "Change");
  story.write(file, guide("Two\nplans.")).commit("2026-02-04", "Change");
  story
    .write("en/guides/late.mdx", guide("Whoever comes late reads here what the team has agreed on. ".repeat(12)).replace("Plans", "Late"))
    .move("en/guides/old-name.mdx", "en/guides/new-name.mdx")
    .write("en/guides/new-name.mdx", guide("Where deals stand and where they go, day by day.").replace("Plans", "New name"))
    .remove("en/guides/gone.mdx")
    .write("en/releases/second.mdx", releaseNote("2026-02-05", "Second", 'edition: "2026.2"\naffects: [guides/plans, kpis/win-rate]'))
    .commit("2026-02-05", "Release two");
  story.write(file, guide("Three plans.")).commit("2026-02-06", "Change again");
  return story;
}

async function write(handbook: Handbook, name: string): Promise<string> {
  const found = listExports(handbook).find((one) => one.file === name);
  if (!found) throw new Error(`${name} is not written.`);
  return found.write();
}
