import { expect, test } from "vitest";
import { listExports } from "#exports/list-exports.ts";
import { type ChangesPage, describeChangesPage } from "#handbook/changes-page.ts";
import type { Handbook } from "#handbook/handbook.ts";
import { file, guide, readStory, startStory } from "./history-story.ts";
import type { Repository } from "./repository.ts";

const forge = "repository: { forge: github, url: https://forge.example/acorn }\n";

test("tells what changed day by day, newest first, without what left the meaning as it was", () => {
  expect(tell(describeChangesPage(readStory(tellWeeks()), "en"))).toEqual({
    "2026-02-15": [["Change both (#7)", "guides/other r2", "guides/plans r4"]],
    "2026-02-08": [["Write another", "guides/other r1"]],
    "2026-02-03": [["Change", "guides/plans r2"]],
    "2026-02-02": [["Write", "guides/plans r1"]],
    "2026-01-05": [["Begin", ...begun]],
  });
});

test("knows for each change the roles and sections by which it can be filtered", () => {
  const page = describeChangesPage(readStory(tellWeeks()), "en");
  expect([page.filters.role.map((one) => one.id), page.filters.collection.indexOf("guides") + 1]).toEqual([["sales-rep"], 8]);
  const first = page.days[0]?.landings[0];
  expect([first?.request?.url, first?.places, first?.documents.map(({ role, section }) => [role, section])]).toEqual([
    "https://forge.example/acorn/pull/7",
    { role: "1", section: "8" },
    [
      ["1", "8"],
      [undefined, "8"],
    ],
  ]);
});

test("tells of a handbook without history that there is nothing", () => {
  const { days, count, cut } = describeChangesPage({ ...readStory(tellWeeks()), history: new Map() }, "en");
  expect([days, count, cut]).toEqual([[], 0, false]);
});

test("has a feed for all and one for each role, in which each change has a name of its own", async () => {
  const handbook = readStory(tellWeeks());
  const all = await readFeed(handbook, "feed.xml");
  expect(all.slice(0, 3)).toEqual([
    ["Plans", "Change both", "https://acorn.example/guides/other/r2/"],
    ["Plans", "Change both", "https://acorn.example/guides/plans/r4/"],
    ["Plans", "Write another", "https://acorn.example/guides/other/r1/"],
  ]);
  expect(new Set(all.map(([, , name]) => name)).size).toBe(all.length);
  const own = await readFeed(handbook, "roles/sales-rep/feed.xml");
  expect(own.filter(([, , name]) => name?.includes("/guides/"))).toEqual([
    ["Plans", "Change both", "https://acorn.example/guides/other/r2/"],
    ["Plans", "Write another", "https://acorn.example/guides/other/r1/"],
    ["Pricing", "Begin", "https://acorn.example/guides/pricing/r1/"],
  ]);
  expect(await readFeed(handbook, "zh-CN/roles/sales-rep/feed.xml")).not.toEqual([]);
});

test("tells of nothing that readers may not see", async () => {
  const story = tellWeeks();
  story.write("en/guides/open.mdx", guide("Open.", "public").replace("Plans", "Open")).commit("2026-02-16", "Open one");
  story.write("en/guides/open.mdx", guide("Whisper.", "internal")).commit("2026-02-17", "Whisper two");
  story.write("en/guides/open.mdx", guide("Open again.", "public").replace("Plans", "Open")).commit("2026-02-18", "Open three");
  const handbook = readStory(story, "public");
  expect(tell(describeChangesPage(handbook, "en"))).toEqual({
    "2026-02-18": [["Open three", "guides/open r3"]],
    "2026-02-16": [["Open one", "guides/open r1"]],
  });
  expect(JSON.stringify(await readFeed(handbook, "feed.xml"))).not.toMatch(/whisper/i);
});

const begun = [
  "stages/lead r1",
  "stages/demo r1",
  "stages/closing r1",
  "scripts/cold-call r1",
  "objections/too-expensive r1",
  "kpis/win-rate r1",
  "paths/onboarding r1",
  "roles/sales-rep r1",
  "terms/lead r1",
  "guides/pricing r1",
];

/** Plans are for a role that the handbook does not have; another guide is for the sales rep. */
function tellWeeks(): Repository {
  const story = startStory(forge);
  const plansFor = (text: string, role: string) => guide(text, `internal\nroles: [${role}]`);
  story.write(file, plansFor("One plan.", "nobody")).commit("2026-02-02", "Write");
  story.write(file, plansFor("Two plans.", "nobody")).commit("2026-02-03", "Change");
  story.write(file, plansFor("Two\nplans.", "nobody")).commit("2026-02-04", "Wrap");
  story.write("en/guides/other.mdx", plansFor("Other.", "sales-rep")).commit("2026-02-08", "Write another");
  story
    .write(file, plansFor("Three plans.", "nobody"))
    .write("en/guides/other.mdx", plansFor("Others.", "sales-rep"))
    .commit("2026-02-15", "Change both (#7)");
  return story;
}

function tell({ days }: ChangesPage): Record<string, string[][]> {
  return Object.fromEntries(
    days.map(({ day, landings }) => [
      day,
      landings.map(({ subject, request, documents }) => [
        request ? `${subject.text} (#${request.number})` : subject.text,
        ...documents.map((one) => `${one.collection}/${one.id} r${one.revision}`),
      ]),
    ]),
  );
}

async function readFeed(handbook: Handbook, name: string): Promise<(string | undefined)[][]> {
  const text =
    (await listExports(handbook)
      .find((one) => one.file === name)
      ?.write()) ?? "";
  return [...text.matchAll(/<item>(.*?)<\/item>/gs)].map(([, item = ""]) =>
    ["title", "description", "guid"].map((one) => new RegExp(`<${one}[^>]*>(.*?)</${one}>`).exec(item)?.[1]),
  );
}
