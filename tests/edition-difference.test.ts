import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { compareEntries } from "#diff/entries.ts";
import { listExports } from "#exports/list-exports.ts";
import { compareEditions } from "#handbook/edition-changes.ts";
import type { ComparedEntry } from "#handbook/edition-entries.ts";
import { desktop, phone, visitSite } from "./browser.ts";
import { run } from "./command.ts";
import { file, guide, readStory, releaseNote, startStory } from "./history-story.ts";
import type { Repository } from "./repository.ts";

const top = mkdtempSync(join(tmpdir(), "sopbook-"));
afterAll(() => rmSync(top, { recursive: true, force: true }));
const story = tellStory(join(top, "story"));
const site = visitSite(build(story));
const pair = "/editions/?from=first&to=third";

test("finds in the published files the same differences as the build does, between any two editions", async () => {
  const handbook = readStory(story);
  const files = new Map(listExports(handbook).map((one) => [one.file, one]));
  const read = async (id: string) =>
    (JSON.parse(String(await files.get(`editions/${id}/entries.json`)?.write())) as { entries: ComparedEntry[] }).entries;
  const editions = handbook.editions.byLocale.get("en") ?? [];
  expect(editions.map((one) => one.id)).toEqual(["first", "second", "third"]);
  for (const before of editions) {
    for (const after of editions) {
      const built = compareEditions(before, after).map(({ kind, altered, before, after }) => [kind, altered, before?.title, after?.title]);
      const found = compareEntries(await read(before.id), await read(after.id), (a, b) => meaningOf(a) === meaningOf(b));
      expect(found.map(({ kind, altered, before, after }) => [kind, altered, before?.title, after?.title])).toEqual(built);
    }
  }
});

test("tells two editions apart that are no neighbours: what came, went, moved and changed, for whom, and what to read again", async () => {
  const page = await site.open("/editions/second/changes/");
  await page.getByText("Compare any two").click();
  await page.getByLabel("Older").selectOption("Edition 1");
  await page.getByLabel("Newer").selectOption("Edition 3");
  await page.getByRole("button", { name: "Compare" }).click();
  await page.waitForURL(`**${pair}`);
  await page.getByRole("heading", { name: "1 → 3" }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("1 → 3");
  expect(await page.locator(".edition-list").isVisible()).toBe(false);
  expect(await page.locator(".comparison strong").allInnerTexts()).toEqual(["4 added", "1 changed", "1 renamed", "1 removed"]);
  expect(await page.locator(".edition-do").allInnerTexts()).toEqual(["Say it anew in edition 3.", "Say it anew in edition 2."]);
  expect(await page.locator(".edition-task > .edition-links").innerText()).toBe("Plans Term\nNew name\nPlans Guide");
  expect(await page.locator(".edition-task > h4").innerText()).toBe("Read again");
  await page.locator(".edition-role summary").last().click();
  // What was changed and changed back is the same.
  expect(await listShown(page)).toEqual([
    ["Sales rep: Second", "New", "/releases/second/?edition=third"],
    ["Sales rep: Third", "New", "/releases/third/?edition=third"],
    ["For everyone: Plans", "New", "/terms/plans/?edition=third"],
    ["For everyone: Late <b>", "New", "/guides/late/?edition=third"],
    ["For everyone: New name", "Renamed", "/guides/new-name/r2/?edition=third"],
    ["For everyone: Plans", "Changed", "/guides/plans/r3/?edition=third"],
    ["For everyone: Gone", "Removed", undefined],
  ]);
  expect(await page.locator(".changed > li", { hasText: "New name" }).innerText()).toContain("formerly “Old name”");
});

test("says in words what changed in a document once it is seen, and leads to both of its texts compared", async () => {
  const page = await site.open(pair);
  const loaded: string[] = [];
  page.on("request", (request) => loaded.push(new URL(request.url()).pathname));
  await page.locator(".edition-role summary").first().waitFor();
  await page.waitForLoadState("networkidle");
  expect(loaded.filter((one) => /\/guides\//.test(one))).toEqual([]);
  await page.locator(".edition-role summary").last().click();
  const told = page.locator(".changed-told a");
  await expect.poll(() => told.allInnerTexts()).toEqual(["Changed 1 paragraph, the title", "Changed 1 paragraph; added the tags"]);
  expect(await page.locator(".changed-sentence").evaluateAll((all) => all.map((one) => one.innerHTML))).toEqual([
    "Where deals stand and where they go, <ins>day</ins> by <ins>day</ins>.",
    "<ins>Three plans</ins>.",
  ]);
  await told.last().click();
  await page.getByRole("heading", { name: "What changed from r1 to r3" }).waitFor();
  expect(await page.locator(".comparison .text").innerText()).toBe("One planThree plans.");
  await page.goBack();
  await page.getByRole("heading", { name: "1 → 3" }).waitFor();
});

test("leads to each document's own page of changes where its two texts are neighbours", async () => {
  const page = await site.open("/editions/?from=second&to=");
  await page.getByRole("heading", { name: "2 → current text" }).waitFor();
  const links = page.locator(".changed-told a");
  for (const one of await page.locator(".edition-role:not([open]) summary").all()) await one.click();
  expect(await links.evaluateAll((all) => all.map((one) => one.getAttribute("href")))).toEqual([
    "/guides/back/r3/#whatChanged",
    "/guides/new-name/history/?from=r1&to=r3",
    "/guides/plans/history/?from=r2&to=r4",
  ]);
});

test("compares an edition with what is now, whichever of the two was chosen first, and keeps it in the address", async () => {
  const page = await site.open("/editions/");
  expect(await page.getByLabel("Newer").inputValue()).toBe("");
  await page.getByText("Compare any two").click();
  await page.getByLabel("Older").focus();
  await page.keyboard.type("Edition 1");
  await page.getByRole("button", { name: "Compare" }).press("Enter");
  const heading = page.getByRole("heading", { name: "1 → current text" });
  await heading.waitFor();
  expect(new URL(page.url()).search).toBe("?from=first&to=");
  expect(await page.locator(".comparison .edition-facts a").nth(1).getAttribute("href")).toBe("/");
  expect(await page.locator(".changed-title a[href='/guides/plans/']").first().textContent()).toBe("Plans");
  await page.getByLabel("Older").selectOption("Edition 3");
  await page.getByLabel("Newer").selectOption("Edition 1");
  await page.getByRole("button", { name: "Compare" }).click();
  await page.getByRole("heading", { name: "1 → 3" }).waitFor();
  expect([await page.getByLabel("Older").inputValue(), await page.getByLabel("Newer").inputValue()]).toEqual(["first", "third"]);
  await page.goBack();
  await heading.waitFor();
  await page.goBack();
  await expect.poll(() => page.locator(".edition-list").isVisible()).toBe(true);
  await page.goForward();
  await heading.waitFor();
  await page.getByRole("link", { name: "Back to all editions" }).click();
  await expect.poll(() => page.locator(".edition-list").isVisible()).toBe(true);
});

test("names the kind of documents that share a title where a note says what to read again", async () => {
  const page = await site.open("/editions/third/");
  const again = page.getByRole("heading", { name: "Read again" }).locator("+ .edition-links");
  expect(await again.locator("li").allInnerTexts()).toEqual(["New name", "Plans Guide", "Plans Term"]);
});

test("leads to the page that the build made for neighbours", async () => {
  const page = await site.open("/editions/?from=third&to=second");
  await page.waitForURL("**/editions/third/changes/");
});

test.each([
  ["/editions/?from=%3Cb%3E&to=first", "There is no edition <b>. Choose another one above."],
  ["/editions/?from=first&to=../first", "There is no edition ../first. Choose another one above."],
  ["/editions/?from=first&to=first", "Both sides are the same edition. Choose two that differ."],
])("says what is wrong with %s", async (address, message) => {
  const page = await site.open(address);
  await expect.poll(() => page.locator(".comparison-state").innerText()).toBe(message);
});

test("shows in its lists which two were asked for, also where both are the same", async () => {
  const page = await site.open("/editions/?from=second&to=second");
  await expect.poll(() => page.locator(".comparison-state").innerText()).toMatch(/^Both sides/);
  expect(await page.locator("compare-editions select").evaluateAll((all) => all.map((one) => (one as HTMLSelectElement).value))).toEqual([
    "second",
    "second",
  ]);
});

test.each([
  ["there is no connection", "**/difference.json", undefined],
  ["a file is gone", "**/third/entries.json", "gone"],
  ["something else answers", "**/third/entries.json", "<p>Sign in</p>"],
  ["a file is of another kind", "**/third/entries.json", "null"],
])("says so where %s, and compares when asked again", async (_, pattern, body) => {
  const page = await site.open("/editions/", { userAgent: `answers ${body}` });
  await page.route(pattern, (route) =>
    body === undefined ? route.abort("internetdisconnected") : route.fulfill({ status: body === "gone" ? 404 : 200, body }),
  );
  await page.getByText("Compare any two").click();
  await page.getByLabel("Older").selectOption("Edition 1");
  await page.getByLabel("Newer").selectOption("Edition 3");
  await page.getByRole("button", { name: "Compare" }).click();
  await expect.poll(() => page.locator(".comparison-state").innerText()).toMatch(/^There is no connection/);
  await page.unroute(pattern);
  await page.getByRole("button", { name: "Compare" }).click();
  await page.getByRole("heading", { name: "1 → 3" }).waitFor();
});

test("lists what differs although what changed in the texts can't be found out", async () => {
  const page = await site.open("/editions/", { userAgent: "no texts" });
  await page.route("**/guides/**", (route) => route.abort());
  await page.goto(site.url(pair));
  await page.locator(".edition-role summary").last().click();
  await page.waitForLoadState("networkidle");
  expect(await page.locator(".changed-told a").allInnerTexts()).toEqual(["See what changed", "See what 2 revisions changed"]);
});

test("shows nothing that can't work without JavaScript, and fits a phone", async () => {
  const bare = await site.open(pair, { javaScriptEnabled: false, viewport: desktop });
  expect(await bare.locator("main form").filter({ visible: true }).count()).toBe(0);
  expect(await bare.locator(".edition-list h2").count()).toBe(4);
  const page = await site.open(pair, { viewport: phone });
  await page.getByRole("heading", { name: "1 → 3" }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});

function meaningOf({ meaning, revision }: ComparedEntry): number {
  return meaning ?? revision;
}

async function listShown(page: Page): Promise<(string | undefined)[][]> {
  return page.locator(".changed > li").evaluateAll((all) =>
    all.map((one) => {
      const role = one.closest("details")?.querySelector("h4")?.textContent;
      const title = one.querySelector(".changed-title > :first-child");
      return [`${role}: ${title?.textContent}`, one.querySelector(".tag")?.textContent ?? "", title?.getAttribute("href") ?? undefined];
    }),
  );
}

/** Three editions and changes after them; one guide is changed and changed back, others come, go, move and change. */
function tellStory(folder: string): Repository {
  const story = startStory("", folder);
  const say = (text: string) => text.repeat(12);
  const note = (date: string, title: string, fields: string) =>
    releaseNote(date, title, fields)
      .replace("audience: public", "audience: internal")
      .replace("Say it anew.", `Say it anew in edition ${fields.at(10)}.`);
  story
    .write(file, guide("One plan."))
    .write("en/guides/back.mdx", guide("As it was.").replace("Plans", "There and back"))
    .write("en/guides/gone.mdx", guide(say("How prices were asked for before there was a list. ")).replace("Plans", "Gone"))
    .write("en/guides/old-name.mdx", guide("Where deals\nstand and where they go, week by week.").replace("Plans", "Old name"))
    .write("en/releases/first.mdx", note("2026-02-02", "First", 'edition: "1"'))
    .commit("2026-02-02", "Release one");
  story
    .write(file, guide("Two plans."))
    .write("en/guides/back.mdx", guide("As it is not.").replace("Plans", "There and back"))
    .write("en/releases/second.mdx", note("2026-02-05", "Second", 'edition: "2"\naffects: [guides/plans, guides/back]'))
    .commit("2026-02-05", "Release two");
  story
    .write(file, guide("Three plans.").replace("kind:", "tags: [price]\nkind:"))
    .write("en/guides/back.mdx", guide("As it\nwas.").replace("Plans", "There and back"))
    .write("en/guides/late.mdx", guide(say("Whoever comes late reads here what was agreed on. ")).replace("Plans", '"Late <b>"'))
    .move("en/guides/old-name.mdx", "en/guides/new-name.mdx")
    .write("en/guides/new-name.mdx", guide("Where deals\nstand and where they go, day by day.").replace("Plans", "New name"))
    .remove("en/guides/gone.mdx")
    .write("en/releases/third.mdx", note("2026-02-08", "Third", 'edition: "3"\naffects: [guides/new-name, guides/plans, terms/plans]'))
    .write("en/terms/plans.mdx", guide("A way to pay.").replace("kind: how-to", "definition: What customers pay for."))
    .commit("2026-02-08", "Release three");
  story
    .write(file, guide("Four plans."))
    .write("en/guides/new-name.mdx", guide("Where deals\nstand and where they go, hour by hour.").replace("Plans", "New name"))
    .commit("2026-02-09", "Change again");
  return story;
}

function build(story: Repository): string {
  const out = join(top, "site");
  const { status, stderr } = run("build", ["--content", story.root, "--out", out]);
  if (status !== 0) throw new Error(stderr);
  return out;
}
