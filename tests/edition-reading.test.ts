import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { desktop, phone, visitSite } from "./browser.ts";
import { siteFolder } from "./built-site.ts";

const site = visitSite();
const old = "/en/guides/what-a-sales-sop-is/r1/?edition=edition-2026-4";
const noScript = { javaScriptEnabled: false };

test("goes on in an edition from document to document, and leads back to the current text", async () => {
  const page = await site.open(old);
  const notice = page.locator(".edition-banner, .old-notice");
  await expect
    .poll(() => notice.innerText())
    .toContain("You are reading edition 2026.4, published 16\u00a0November\u00a02026: revision r1, not the current text.");
  await page.getByRole("link", { name: "how this SOP is made" }).click();
  await page.waitForURL("**/en/guides/how-this-sop-is-made/r1/?edition=edition-2026-4");
  const next = page.locator(".neighbours-next");
  const words = (await next.locator("span").last().innerText()).trim();
  await next.click();
  await page.waitForURL("**/guides/**?edition=edition-2026-4");
  await expect.poll(() => notice.innerText()).toContain("You are reading edition 2026.4");
  expect(await page.locator("main h1").innerText()).toBe(words);
  await page.locator(".breadcrumbs").getByRole("link", { name: "Guides and policies" }).click();
  await page.waitForURL("**/en/editions/edition-2026-4/#guides");
  await page.goBack();
  await notice.getByRole("link", { name: "Back to the current text" }).click();
  await expect.poll(() => new URL(page.url()).search).toBe("");
  expect(await notice.count()).toBe(0);
});

test("leads an address that was kept to the text that the edition had", async () => {
  const page = await site.open("/en/guides/what-a-sales-sop-is/?edition=edition-2026-4#what-it-is-good-for");
  await page.waitForURL("**/en/guides/what-a-sales-sop-is/r1/?edition=edition-2026-4#what-it-is-good-for");
  await expect.poll(() => page.locator("article").innerText()).toContain("Less effort");
});

test("switches between editions, and knows the one that is read", async () => {
  const page = await site.open("/en/guides/what-a-sales-sop-is/", { viewport: phone });
  const choices = page.locator(".edition-switch");
  await choices.locator("summary").click();
  expect((await choices.locator("a").allInnerTexts()).map((one) => one.replace(/\s+/g, " ").trim())).toEqual([
    "Current text",
    "Edition 2026.7 In force from 14 December 2026 r5",
    "Edition 2026.6 In force from 7 December 2026 to 13 December 2026 r3",
    "Edition 2026.5 In force from 30 November 2026 to 6 December 2026 r2",
    "Edition 2026.4 In force from 23 November 2026 to 29 November 2026 r1",
    "Edition 2026.3 In force from 8 September 2026 to 22 November 2026 r1",
    "All editions",
  ]);
  await choices.getByRole("link", { name: "Edition 2026.3" }).click();
  await page.waitForURL("**/r1/?edition=edition-2026-3");
  await expect.poll(() => page.locator(".edition-choices [aria-current]").count()).toBe(1);
  await page.locator(".old-notice").getByRole("link", { name: "Read the newest edition 2026.7" }).click();
  await page.waitForURL("**/en/guides/what-a-sales-sop-is/?edition=edition-2026-7");
  await page.waitForLoadState("networkidle");
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});

test("says so where a document does not belong to the edition", async () => {
  const page = await site.open("/en/releases/edition-2026-6/?edition=edition-2026-4");
  await expect.poll(() => page.locator(".edition-banner").innerText()).toContain("This document is not part of edition 2026.4");
});

test.each(["edition-2026-9", "../../feed", "%3Cb%3E", "", "a/b"])("takes the edition %j, which there is not, for none", async (name) => {
  const page = await site.open(`/en/guides/what-a-sales-sop-is/?edition=${name}`);
  await page.waitForLoadState("networkidle");
  expect(await page.locator(".edition-banner").count()).toBe(0);
  expect(await page.locator("main h1").innerText()).toBe("What a sales SOP is");
});

test("leads on without JavaScript: from a revision to its editions, and from there to every document", async () => {
  const page = await site.open(old, noScript);
  const belongs = page.locator(".old-notice .old-editions a");
  expect(await belongs.allInnerTexts()).toEqual(["Edition 2026.4", "Edition 2026.3"]);
  await belongs.first().click();
  await page.waitForURL("**/en/editions/edition-2026-4/");
  await page.getByRole("link", { name: "How this SOP is made" }).click();
  await page.waitForURL("**/en/guides/how-this-sop-is-made/r1/?edition=edition-2026-4");
  await page.locator(".edition-switch summary").click();
  await page.getByRole("link", { name: "All editions" }).click();
  await page
    .getByRole("link", { name: /documents differ/ })
    .first()
    .click();
  await page.waitForURL("**/en/editions/edition-2026-7/changes/");
  expect(await page.locator(".edition-role").count()).toBeGreaterThan(2);
});

test.each([
  ["without", noScript],
  ["with", { viewport: desktop }],
])("filters what changed lately by role and section %s JavaScript", async (_name, options) => {
  const page = await site.open("/en/changes/", options);
  const shown = () =>
    page.locator(".landing-documents > li").evaluateAll((all) => {
      for (const folded of document.querySelectorAll("details")) folded.open = true;
      return all.filter((one) => getComputedStyle(one).display !== "none").length;
    });
  const all = await shown();
  await page.locator("select[name=section]").selectOption({ label: "KPIs" });
  const kpis = await shown();
  await page.locator("select[name=role]").selectOption({ label: "Sales development rep" });
  expect(all).toBeGreaterThan(kpis);
  expect(kpis).toBeGreaterThan(await shown());
  if (options !== noScript) {
    expect(await page.locator("output").innerText()).toBe(`${await shown()} of ${all}`);
    expect(new URL(page.url()).search).toBe("?section=kpis&role=sales-development-rep");
  }
});

test("says in words what changed, for each document, and leads to how it looks", async () => {
  const page = await site.open("/en/editions/edition-2026-5/changes/", noScript);
  const told = page.locator(".edition-role[open] .changed-told a");
  expect(await told.first().innerText()).toBe("Changed 1 paragraph, the reasons to disqualify, the activities");
  await told.first().click();
  await page.waitForURL("**/en/stages/lead-generation/r2/#whatChanged");
  await page.goto(site.url("/en/changes/"));
  const texts = await page.locator(".landing .changed-told a").allTextContents();
  expect(texts.length).toBeGreaterThan(50);
  expect(texts.filter((one) => !/^(?:Changed|Added|Removed|Moved) (?:\d|the )/.test(one))).toEqual([]);
});

test("leads from the home page to what changed lately", async () => {
  const page = await site.open("/en/");
  await page.getByRole("link", { name: "All changes" }).click();
  await page.waitForURL("**/en/changes/");
});

test("publishes each revision once, whatever the editions it belongs to", () => {
  const { documents } = JSON.parse(readFileSync(join(siteFolder, "en/editions/edition-2026-4/edition.json"), "utf8"));
  const html = documents.map((one: { path: string }) => one.path.replace(/\?.*/, ""));
  expect(new Set(html).size).toBe(documents.length);
  for (const path of html) expect(readFileSync(join(siteFolder, `${path}index.html`), "utf8")).toContain("<article");
});
