import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { desktop, phone, visitSite } from "./browser.ts";
import { run } from "./command.ts";
import { fixtures } from "./content-folder.ts";
import { file } from "./history-story.ts";
import { Repository } from "./repository.ts";

const top = mkdtempSync(join(tmpdir(), "sopbook-"));
afterAll(() => rmSync(top, { recursive: true, force: true }));
const site = visitSite(buildStory());
const withoutJavaScript = { javaScriptEnabled: false, viewport: desktop };

test("shows a revision as it was, and by a link that needs no JavaScript what changed", async () => {
  const page = await site.open("/guides/plans/r4/", withoutJavaScript);
  expect(await page.locator(".old-notice").innerText()).toContain("This is revision r4 of 1 March 2026, not the current text.");
  expect(await readText(page)).toEqual([
    "Two plans",
    "We have two plans for those who sell cars parts.",
    "Ask them which one fits.",
    "Then wait.1",
    "Write it down",
    "Send it",
  ]);
  expect(await page.locator(".field-changes, .change-note").filter({ visible: true }).count()).toBe(0);
  await page.getByRole("link", { name: "Show changes" }).click();
  expect(page.url()).toBe(site.url("/guides/plans/r4/#whatChanged"));
  expect(await page.locator(".field-changes tbody tr").allInnerTexts()).toEqual([
    "Last review\t1 January 2026 → 1 March 2026",
    "Kind\tHow-to → Playbook",
  ]);
  expect(await page.locator(".text :is(ins, del)").filter({ visible: true }).count()).toBe(1);
  expect(await page.locator("del img").isVisible()).toBe(true);
  expect((await page.locator(".change-note").allInnerTexts()).map((one) => one.trim())).toEqual([
    "split from the paragraph above",
    "moved down",
  ]);
  // What moved is still shown as moved after one went there.
  await page.getByRole("link", { name: "moved from here to below" }).click();
  expect(await page.locator(".change-note").first().isVisible()).toBe(true);
  await page.getByRole("link", { name: "Text only" }).click();
  expect(await page.locator(".change-note").filter({ visible: true }).count()).toBe(0);
});

test("leads from change to change, and keeps showing them when a link leads elsewhere on the page", async () => {
  const page = await site.open("/guides/plans/r4/#whatChanged");
  await expect.poll(() => page.locator(".change-jump").innerText()).toContain("Changes: 6");
  expect(await page.locator(".what-changed-views [aria-current]").innerText()).toBe("Show changes");
  for (let time = 0; time < 4; time++) await page.getByRole("button", { name: "Next change" }).click();
  expect(await page.locator(".change-jump").innerText()).toContain("Change 4 of 6");
  expect(await page.locator(".change-current").innerText()).toContain("Ask them which one fits.");
  await page.getByRole("button", { name: "Previous change" }).press("Enter");
  expect(await page.locator(".change-jump").innerText()).toContain("Change 3 of 6");
  await page.locator("[data-footnote-ref]").click();
  expect(page.url()).toContain("#user-content-fn-1");
  expect(await page.locator(".field-changes").isVisible()).toBe(true);
  await page.getByRole("link", { name: "Text only" }).click();
  await expect.poll(() => page.locator(".field-changes").isVisible()).toBe(false);
  expect(await page.locator(".change-jump").isVisible()).toBe(false);
  await page.goBack();
  await page.goBack();
  await expect.poll(() => page.locator(".field-changes").isVisible()).toBe(true);
});

test("says of the current revision that it is, and of the first one nothing before it", async () => {
  const page = await site.open("/guides/plans/r5/");
  expect(await page.locator(".old-notice").innerText()).toContain("This is revision r5, the current text since 1 April 2026.");
  await page.goto(site.url("/guides/plans/r1/"));
  expect(await page.locator(".what-changed").count()).toBe(0);
});

test("lists the revisions with what changed in words, without JavaScript too", async () => {
  const page = await site.open("/guides/plans/history/", withoutJavaScript);
  expect(
    await page
      .locator(".revision-told")
      .allTextContents()
      .then((all) => all.map((one) => one.trim())),
  ).toEqual([
    "Added 1 note",
    "Changed the last review, the kind; removed 1 picture; moved 1 list; split 1 paragraph",
    "Nothing changed that readers see",
    "Changed 1 paragraph, 1 table row, the tags",
  ]);
  expect(await page.locator(".history-folded summary").innerText()).toBe("1 revision with no change in meaning");
  expect(await page.locator("form, fieldset").filter({ visible: true }).count()).toBe(0);
  await page.getByRole("link", { name: /^Changed 1 paragraph/ }).click();
  expect(page.url()).toBe(site.url("/guides/plans/r2/#whatChanged"));
});

test("filters the revisions by what changed, by day and by meaning, and keeps the choice in the address", async () => {
  const page = await site.open("/guides/plans/history/");
  const shown = () => page.locator(".revision:not([hidden]) strong:first-child").allTextContents();
  const choices = await page.locator("select[name=kind] option").allInnerTexts();
  expect(choices).toEqual(["Anything", "Text", "Tables", "Pictures", "Last review", "Kind", "Tags"]);
  await page.getByLabel("What changed").selectOption("Tables");
  expect(await shown()).toEqual(["r2"]);
  expect(await page.locator("output").innerText()).toBe("1 of 5 revisions");
  await page.getByLabel("What changed").selectOption("Anything");
  await page.getByLabel("Since").fill("2026-02-11");
  await page.getByLabel("Until").fill("2026-03-01");
  expect(await shown()).toEqual(["r4", "r3"]);
  await page.getByLabel("Only changes in meaning").check();
  expect(await shown()).toEqual(["r4"]);
  expect(page.url()).toBe(site.url("/guides/plans/history/?since=2026-02-11&until=2026-03-01&meaning=changed"));
  await page.reload();
  await expect.poll(shown).toEqual(["r4"]);
  await page.getByLabel("Since").fill("2027-01-01");
  expect(await page.locator("output").innerText()).toBe("No revision matches.");
  await page.goto(site.url("/guides/plans/history/?kind=nonsense"));
  await expect.poll(shown).toHaveLength(5);
});

test("shows its forms beside the revisions where there is room", async () => {
  const page = await site.open("/guides/plans/history/");
  await expect.poll(() => page.locator(".history-choice[open]").count()).toBe(2);
  const [list, form] = await Promise.all([".history-list", ".history-choice"].map((one) => page.locator(one).first().boundingBox()));
  expect(form!.x).toBeGreaterThan(list!.x + list!.width);
  expect(form!.y).toBeLessThan(list!.y + 40);
});

test("keeps its forms folded on a phone until they are asked for", async () => {
  const page = await site.open("/guides/plans/history/", { viewport: phone });
  const shown = () =>
    page
      .locator(".history-choice")
      .evaluateAll((all) => all.map((one) => [one.querySelector("summary")?.textContent, (one as HTMLDetailsElement).open]));
  await expect.poll(() => page.locator(".history-choice").filter({ visible: true }).count()).toBe(2);
  expect(await shown()).toEqual([
    ["Compare two revisions", false],
    ["Filter", false],
  ]);
  const list = await page.locator(".revision").first().boundingBox();
  expect(list?.y).toBeLessThan(phone.height / 2);
  await page.goto(site.url("/guides/plans/history/?since=2026-02-11"));
  await expect.poll(shown).toEqual([
    ["Compare two revisions", false],
    ["Filter", true],
  ]);
  // What is compared takes the place of the list, so there is nothing to filter.
  await page.goto(site.url("/guides/plans/history/?from=r1&to=r1"));
  await expect.poll(() => page.locator(".history-choice").filter({ visible: true }).count()).toBe(1);
});

test("compares any two revisions in the browser, by an address that can be shared", async () => {
  const page = await site.open("/guides/plans/history/");
  const loaded: string[] = [];
  page.on("request", (request) => loaded.push(new URL(request.url()).pathname));
  await page.getByLabel("Older").selectOption({ index: 4 });
  await page.getByRole("button", { name: "Compare" }).click();
  await page.getByRole("heading", { name: "What changed from r1 to r5" }).waitFor();
  expect(loaded.filter((path) => path.startsWith("/guides/"))).toEqual(["/guides/plans/r1/", "/guides/plans/r5/"]);
  expect(loaded.some((path) => /comparison/.test(path))).toBe(true);
  expect(page.url()).toBe(site.url("/guides/plans/history/?from=r1&to=r5"));
  expect(await page.locator(".what-changed-told").innerText()).toBe(
    "Changed 1 table row, the last review, the kind, the tags; added 1 note; removed 1 picture; moved 1 list; split 1 paragraph",
  );
  expect(await page.locator(".field-changes tbody th").allInnerTexts()).toEqual(["Last review", "Kind", "Tags"]);
  expect(await page.locator(".comparison td [data-change], .comparison td[data-change]").allInnerTexts()).toContain("¥108,000¥120,000");
  expect(await page.locator(".history-list").isVisible()).toBe(false);
  await page.goBack();
  await expect.poll(() => page.locator(".history-list").isVisible()).toBe(true);
  await page.goto(site.url("/guides/plans/history/?from=r5&to=r1"));
  await page.getByRole("heading", { name: "What changed from r1 to r5" }).waitFor();
});

test("finds in the browser what the build found", async () => {
  // Nothing that readers see changed from r2 to r3, so r1 to r3 is what r1 to r2 was.
  const page = await site.open("/guides/plans/history/?from=r1&to=r3");
  await page.getByRole("heading", { name: "What changed from r1 to r3" }).waitFor();
  const read = () => page.locator(".text [data-change]").evaluateAll((all) => all.map((one) => one.outerHTML));
  const here = await read();
  const table = await page.locator(".field-changes").innerHTML();
  await page.goto(site.url("/guides/plans/r2/#whatChanged"));
  expect(here).toEqual(await read());
  expect(here.length).toBeGreaterThan(1);
  expect(table).toBe(await page.locator(".field-changes").innerHTML());
});

test("leads to the page that the build made for neighbours", async () => {
  const page = await site.open("/guides/plans/history/?from=r3&to=r4");
  await page.waitForURL("**/guides/plans/r4/#whatChanged");
  expect(await page.locator(".field-changes").isVisible()).toBe(true);
});

test.each([
  ["/guides/plans/history/?from=r1&to=r9", "There is no revision r9 that you may read. Choose another one above."],
  ["/guides/plans/history/?from=%3Cb%3E&to=r1", "There is no revision <b> that you may read. Choose another one above."],
  ["/guides/plans/history/?from=r1&to=r1", "Both sides are the same revision. Choose two that differ."],
])("says what is wrong with %s", async (address, message) => {
  const page = await site.open(address);
  await expect.poll(() => page.locator(".comparison-state").innerText()).toBe(message);
});

test("shows in its lists which two were asked for, also where both are the same", async () => {
  const page = await site.open("/guides/plans/history/?from=r2&to=r2");
  await expect.poll(() => page.locator(".comparison-state").innerText()).toMatch(/^Both sides/);
  expect(
    await page
      .locator("compare-revisions :is([name=from], [name=to])")
      .evaluateAll((all) => all.map((one) => (one as HTMLSelectElement).value)),
  ).toEqual(["r2", "r2"]);
});

test.each([
  ["there is no connection", 0, "There is no connection, so the revisions can’t be compared. Try again when you are online."],
  ["a page is gone", 404, "There is no revision r1 that you may read. Choose another one above."],
  ["something else answers", 200, "Revision r1 can’t be read here, so it can’t be compared. You can still open it by itself."],
])("says so where %s", async (_, status, message) => {
  const page = await site.open("/guides/plans/history/", { userAgent: `status ${status}` });
  await page.route("**/guides/plans/r1/", (route) =>
    status === 0 ? route.abort("internetdisconnected") : route.fulfill({ status, contentType: "text/html", body: "<p data-shown>{</p>" }),
  );
  await page.getByRole("button", { name: "Compare" }).click();
  await expect.poll(() => page.locator(".comparison-state").innerText()).toBe(message);
  await page.unroute("**/guides/plans/r1/");
  await page.getByRole("button", { name: "Compare" }).click();
  await page.getByRole("heading", { name: "What changed from r1 to r5" }).waitFor();
});

/** What the reader sees of the text, by blocks. */
async function readText(page: Page): Promise<string[]> {
  return page
    .locator(".text > :is(h2, p, ul > li), .text > ul > li")
    .evaluateAll((all) => all.filter((one) => one.getClientRects().length > 0).map((one) => (one as HTMLElement).innerText));
}

/** Five revisions of a guide; the third one means the same as the second. */
function buildStory(): string {
  const story = new Repository(top);
  cpSync(join(fixtures, "base"), story.root, { recursive: true });
  story.commit("2026-01-05", "Begin");
  const list = "- Write it down\n- Send it\n";
  const table = (price: string) => `| Plan | Price |\n| --- | --- |\n| Small | ¥36,000 |\n| Large | ${price} |\n`;
  const end = "Then wait.[^1]\n\n[^1]: At weekends too.\n";
  const first = (ask: string, joint: string) =>
    `## Two plans\n\nWe have two plans for those who sell ~~cars~~ parts.${joint}Ask ${ask}which one fits.\n`;
  const write = (fields: string, body: string[]) =>
    story.write(file, `---\ntitle: Plans\nsummary: What we offer.\nowner: sales-rep\n${fields}\n---\n\n${body.join("\n")}`);
  const picture = "![The plans](plans.svg)\n";
  write("reviewed: 2026-01-01\nkind: how-to\ntags: [price]", [first("", " "), table("¥108,000"), picture, list, end]).commit(
    "2026-02-01",
    "Write",
  );
  write("reviewed: 2026-01-01\nkind: how-to\ntags: [price, seats]", [first("them ", " "), table("¥120,000"), picture, list, end]).commit(
    "2026-02-10",
    "Raise the price",
  );
  write("reviewed: 2026-01-01\nkind: how-to\ntags: [ price, seats ]", [first("them ", "\n"), table("¥120,000"), picture, list, end]).commit(
    "2026-02-12",
    "Tidy",
  );
  const after = [first("them ", "\n\n"), table("¥120,000"), end, list];
  write("reviewed: 2026-03-01\nkind: playbook\ntags: [price, seats]", after).commit("2026-03-01", "Move the list");
  write("reviewed: 2026-03-01\nkind: playbook\ntags: [price, seats]", [...after, "<Note>\n\nNew: the tiny plan.\n\n</Note>\n"]).commit(
    "2026-04-01",
    "Tell of the tiny plan",
  );
  const { status, stderr } = run("build", ["--content", story.root, "--out", join(top, "site")]);
  if (status !== 0) throw new Error(stderr);
  return join(top, "site");
}
