import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inspect } from "node:util";
import { expect, test } from "vitest";
import { describeDocumentPage } from "#handbook/document-page.ts";
import type { Handbook } from "#handbook/handbook.ts";
import { describeHistoryPage, type HistoryPage } from "#handbook/history-page.ts";
import { planPages } from "#handbook/plan.ts";
import { pathOf } from "#handbook/addresses.ts";
import { describeRevisionPage, type RevisionPage } from "#handbook/revision-page.ts";
import { writeSitemap } from "#exports/sitemap.ts";
import { file, guide, plans, readStory, startStory } from "./history-story.ts";
import { fixtures } from "./content-folder.ts";
import type { Repository } from "./repository.ts";

const forge = "repository: { forge: github, url: https://forge.example/acorn }\n";

test("lists the revisions of a document, newest first, and folds those that mean the same", () => {
  const story = startStory(forge);
  story.write(file, guide("One plan.")).commit("2026-02-01", "Write the plans");
  story.write(file, guide("One\nplan.")).commit("2026-02-02", "Wrap lines");
  story.write(file, guide("One  plan.")).commit("2026-02-03", "Wrap lines anew");
  story.write(file, guide("Two plans.")).commit("2026-02-04", "Add a plan (#7)\n\nReviewed-by: Wang Fang <w@acorn.example>");
  const page = readHistoryPage(readStory(story));
  expect(page.groups.map(({ folded, revisions }) => [folded, ...revisions.map((one) => `${one.path} ${one.subject.text}`)])).toEqual([
    [false, "/guides/plans/ Add a plan"],
    [true, "/guides/plans/r3/ Wrap lines anew", "/guides/plans/r2/ Wrap lines"],
    [false, "/guides/plans/r1/ Write the plans"],
  ]);
  const { past, before, ...shown } = page.groups[0]!.revisions[0]!;
  expect([past.number, before?.number, page.groups[2]?.revisions[0]?.before]).toEqual([4, 3, undefined]);
  expect(shown).toEqual({
    number: 4,
    date: "2026-02-04T12:00:00.000Z",
    kind: "changed",
    subject: { text: "Add a plan", lang: undefined },
    request: { kind: "pull", number: 7, url: "https://forge.example/acorn/pull/7" },
    author: undefined,
    approvals: { count: 1, names: [] },
    path: "/guides/plans/",
    current: true,
    own: "/guides/plans/r4/",
    changes: "/guides/plans/r4/",
  });
  expect(page.groups[2]?.revisions[0]?.changes).toBeUndefined();
  expect([page.document.title, page.current, page.cut]).toEqual(["Plans", "/guides/plans/", false]);
});

test("never folds the current revision, even where it left the meaning as it was", () => {
  const story = startStory(forge);
  story.write(file, guide("One plan.")).commit("2026-02-01", "Write the plans");
  story.write(file, guide("One\nplan.")).commit("2026-02-02", "Wrap lines");
  story.write(file, guide("One  plan.")).commit("2026-02-03", "Wrap lines anew");
  const page = readHistoryPage(readStory(story));
  expect(page.groups.map(({ folded, revisions }) => [folded, ...revisions.map((one) => `${one.path} ${one.current}`)])).toEqual([
    [false, "/guides/plans/ true"],
    [true, "/guides/plans/r2/ false"],
    [false, "/guides/plans/r1/ false"],
  ]);
});

test.each([
  ["name", "Li Wei", ["Wang Fang"]],
  ["role", "Sales rep", []],
  ["nobody", undefined, []],
])("names for a change what the settings say: %s", (setting, author, names) => {
  const story = startStory(`history: { author: ${setting} }\n`);
  story.write(file, guide()).commit("2026-02-01", "Write\n\nApproved-by: Wang Fang <w@acorn.example>");
  const { control } = describeDocumentPage(readStory(story), { page: "document", ...plans });
  expect([control.history?.revision?.author, control.history?.revision?.approvals]).toEqual([author, { count: 1, names }]);
  expect(control.history?.history).toBe("/guides/plans/history/");
});

test("shows nothing of the past where there is no repository, and of a request that its forge does not have", () => {
  const story = startStory(forge);
  story.write(file, guide()).commit("2026-02-01", "Merge branch 'a'\n\nWrite\n\nSee merge request acorn/handbook!3");
  const handbook = readStory(story);
  expect(readHistoryPage(handbook).groups[0]?.revisions[0]?.request).toEqual({ kind: "merge", number: 3, url: undefined });
  const alone: Handbook = { ...handbook, history: new Map() };
  expect(describeDocumentPage(alone, { page: "document", ...plans }).control.history).toBeUndefined();
  expect(planPages(alone).map((one) => one.page)).not.toContain("history");
});

test("keeps pages of the past from search engines, and leads from them to those of today", async () => {
  const handbook = readStory(tellThree());
  const { shell } = readRevisionPage(handbook, 1);
  expect([shell.noindex, shell.canonical, shell.alternates]).toEqual([
    true,
    "https://acorn.example/guides/plans/",
    [
      { locale: "en", path: "/guides/plans/r1/", url: undefined },
      { locale: "zh-CN", path: "/zh-CN/guides/plans/", url: undefined },
    ],
  ]);
  const pages = planPages(handbook).map((one) => pathOf(handbook.settings, one));
  expect(pages.filter((one) => /plans\/./.test(one))).toEqual([
    "/guides/plans/history/",
    "/guides/plans/r1/",
    "/guides/plans/r2/",
    "/guides/plans/r3/",
  ]);
  expect(pages.filter((one) => /pricing\/./.test(one))).toEqual(["/guides/pricing/history/", "/zh-CN/guides/pricing/history/"]);
  expect(await writeSitemap(handbook)).not.toMatch(/history|\/r\d/);
});

test("shows a revision with the facts of today's schema and its neighbours", () => {
  const page = readRevisionPage(readStory(tellThree()), 2);
  expect([page.title, page.document?.data.summary, page.fields, page.past.raw]).toEqual(["Plans", "What we offer.", [], undefined]);
  expect(page.past.text?.body.source).toContain("Two plans.");
  expect([page.current, page.history, page.previous, page.next]).toEqual([
    "/guides/plans/",
    "/guides/plans/history/",
    { number: 1, path: "/guides/plans/r1/" },
    { number: 3, path: "/guides/plans/r3/" },
  ]);
  expect([page.past.number, page.before?.number]).toEqual([2, 1]);
});

test("shows fields that today's schema does not know as they were", () => {
  const story = startStory();
  story
    .write(file, "---\ntitle: Our plans\nkind: flyer\nprice: { list: 12, tags: [a, b] }\ntags: [x, y]\n---\n\nText.\n")
    .commit("2026-02-01", "Write");
  story.write(file, guide()).commit("2026-02-02", "Write anew");
  const page = readRevisionPage(readStory(story), 1);
  expect([page.title, page.document, page.fields]).toEqual([
    "Our plans",
    undefined,
    [
      { name: "kind", value: "flyer" },
      { name: "price", value: "list: 12\ntags:\n  - a\n  - b" },
      { name: "tags", value: "x, y" },
    ],
  ]);
});

test.each([
  ["---\n: [\n---\n\nText.\n", { frontmatter: ": [", raw: undefined }],
  ["No fields at all.\n", { frontmatter: undefined, raw: undefined }],
  ["---\ntitle: Plans\n---\n\n<Say>\n\nNot closed.\n", { frontmatter: undefined, raw: "<Say>\n\nNot closed." }],
])("shows %j, which could not be published today", (text, { frontmatter, raw }) => {
  const story = startStory();
  story.write(file, text).commit("2026-02-01", "Write");
  story.write(file, guide()).commit("2026-02-02", "Write anew");
  const page = readRevisionPage(readStory(story), 1);
  expect([page.title, page.document, page.frontmatter, page.past.raw]).toEqual(["Plans", undefined, frontmatter, raw]);
  expect(page.past.text === undefined).toBe(raw !== undefined);
});

test("leads links of an old text where they lead today, and others nowhere", () => {
  const story = startStory();
  const links = [
    "pricing.mdx",
    "pricing.mdx#gone",
    "../scripts/cold-call.mdx#reason",
    "../stages/15-demo.mdx",
    "gone.mdx",
    "#plans-now",
    "#gone",
    "javascript:alert(1)",
    "https://acorn.example/",
  ];
  story
    .write(file, guide(`## Plans now\n\n${links.map((one) => `[x](${one})`).join(" ")}\n\n<DocLink to="javascript:alert(2)" />\n`))
    .commit("2026-02-01", "Write");
  story.write(file, guide()).commit("2026-02-02", "Write anew");
  const body = readRevisionPage(readStory(story), 1).past.text?.body;
  expect(body?.links).toEqual({
    "pricing.mdx": "/guides/pricing/",
    "pricing.mdx#gone": "/guides/pricing/",
    "../scripts/cold-call.mdx#reason": "/scripts/cold-call/#reason",
    "../stages/15-demo.mdx": "/stages/demo/",
    "#plans-now": "#plans-now",
    "https://acorn.example/": "https://acorn.example/",
  });
  expect(Object.values(body?.elements ?? {})).toEqual([{}]);
});

test("has pages only for revisions that readers may see, and nothing of the others on any page", () => {
  const story = startStory();
  story.write(file, guide("For all.", "public")).commit("2026-02-01", "Open one");
  story.write(file, guide("Whisper one.", "internal")).commit("2026-02-02", "Whisper two", { author: "Whisper Three" });
  story.write(file, guide("For all again.", "public")).commit("2026-02-03", "Open two");
  story.write(file, guide("For all at last.", "public")).commit("2026-02-04", "Open three");
  const handbook = readStory(story, "public");
  const revisions = planPages(handbook).flatMap((one) => (one.page === "revision" ? [one] : []));
  expect(revisions.map((one) => one.revision)).toEqual([1, 3, 4]);
  expect(describeRevisionPage(handbook, revisions[1]!).before?.number).toBe(1);
  expect(() => readRevisionPage(handbook, 2)).toThrow("/guides/plans/r2/ is not a page of the handbook.");
  const pages = [
    readHistoryPage(handbook),
    ...revisions.map((one) => describeRevisionPage(handbook, one)),
    describeDocumentPage(handbook, { page: "document", ...plans }),
  ];
  expect(writeAll(pages)).not.toMatch(/whisper/i);
  expect(writeAll(pages)).not.toContain("/r2/");
  expect(writeAll(readRevisionPage(readStory(story), 2))).toContain("Whisper one.");
});

test("leaves the page of an old revision as it is when a newer one lands, but for the way to it", () => {
  const story = tellThree();
  const before = readRevisionPage(readStory(story), 1);
  story.write(file, guide("Four plans.")).commit("2026-02-04", "Add one more");
  expect(JSON.stringify(readRevisionPage(readStory(story), 1))).toBe(JSON.stringify(before));
});

test("names what was compared by all that it shows", () => {
  const story = tellThree();
  const keys = () => [1, 2].map((number) => readRevisionPage(readStory(story), number).past.key);
  const [one, two] = keys();
  expect(one).not.toBe(two);
  expect(keys()).toEqual([one, two]);
  story.write("en/roles/10-sales-rep.mdx", readRole().replace("title: Sales rep", "title: Seller")).remove("en/roles/sales-rep.mdx");
  story.commit("2026-02-05", "Rename the role");
  expect(keys()[0]).not.toBe(one);
});

/** Everything within, also what JSON leaves out. */
function writeAll(value: unknown): string {
  return inspect(value, { depth: null, getters: true, maxStringLength: null, maxArrayLength: null });
}

function readRole(): string {
  return readFileSync(join(fixtures, "base/en/roles/sales-rep.mdx"), "utf8");
}

function tellThree(): Repository {
  const story = startStory();
  story.write(file, guide("One plan.")).commit("2026-02-01", "Write");
  story.write(file, guide("Two plans.")).commit("2026-02-02", "Add a plan");
  story.write(file, guide("Three plans.")).commit("2026-02-03", "Add another");
  return story;
}

function readHistoryPage(handbook: Handbook): HistoryPage {
  return describeHistoryPage(handbook, { page: "history", ...plans });
}

function readRevisionPage(handbook: Handbook, revision: number): RevisionPage {
  return describeRevisionPage(handbook, { page: "revision", ...plans, revision });
}
