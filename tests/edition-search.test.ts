import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { phone, visitSite } from "./browser.ts";
import { listFiles, siteFolder } from "./built-site.ts";

const site = visitSite();
const words = "/en/editions/edition-2026-4/search/";

test("searches the edition and nothing else, also from the dialog of its pages", async () => {
  const page = await site.open(`${words}?q=less effort`);
  const loaded = watch(page);
  const hit = page.locator(".search-list a.result");
  await expect.poll(() => hit.first().innerText()).toContain("What a sales SOP is");
  await hit.first().click();
  await page.waitForURL("**/en/guides/what-a-sales-sop-is/r1/?edition=edition-2026-4");
  await page.locator(".old-notice [data-stay]").first().waitFor();
  await page.keyboard.press("/");
  expect(await page.locator("dialog .search-input").getAttribute("aria-label")).toBe("Search edition 2026.4");
  await page.keyboard.type("less effort");
  await expect
    .poll(() => page.locator("dialog a.result").first().getAttribute("href"))
    .toBe("/en/guides/what-a-sales-sop-is/r1/?edition=edition-2026-4");
  expect(loaded.filter((one) => one.startsWith("/pagefind/"))).toEqual([]);
  expect(await page.locator("dialog .search-after").innerText()).not.toContain("Something missing");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/en/editions/edition-2026-4/search/?q=less+effort");
});

test("understands pinyin, slips and words that mean the same, and leads to what the edition said", async () => {
  const page = await site.open("/editions/edition-2026-4/search/");
  const first = page.locator("main a.result").first();
  const ask = async (query: string) => {
    await page.locator("main .search-input").fill(query);
    await expect.poll(() => page.locator("main .search-list").getAttribute("data-query")).toBe(query);
    return `${await first.locator(".result-title").innerText()} ${await first.getAttribute("href")}`;
  };
  expect(await ask("taiguile")).toBe("太贵了 /objections/too-expensive/r1/?edition=edition-2026-4");
  expect(await ask("嫌貴")).toBe("太贵了 /objections/too-expensive/r1/?edition=edition-2026-4");
  expect(await page.locator("main .search-list").getAttribute("data-match")).toBe("exact");
  await page.goto(site.url(words));
  expect(await ask("pricey")).toBe("Too expensive /en/objections/too-expensive/r1/?edition=edition-2026-4");
  expect(await ask("too expensve")).toBe("Too expensive /en/objections/too-expensive/r1/?edition=edition-2026-4");
  expect(await page.locator("main .search-status").innerText()).toMatch(/^Searched for “too expensive”\. \d+ results$/);
});

test("narrows what an edition held by section, stage and role, and keeps that in the address", async () => {
  const page = await site.open(`${words}?q=discount`);
  await page.locator("main .search-kinds label", { hasText: "Guides and policies" }).click();
  await expect.poll(() => page.url()).toContain("q=discount&kind=guides");
  await expect.poll(() => page.locator("main .result-kind").allInnerTexts()).not.toContain("Script");
  const kinds = await page.locator("main .result-kind").allInnerTexts();
  expect(new Set(kinds)).toEqual(new Set(["Guide"]));
  await page.reload();
  await expect.poll(() => page.locator("main .result-kind").allInnerTexts()).toEqual(kinds);
});

test("marks on the page of the past what was searched, and leads to its sections", async () => {
  const page = await site.open(`${words}?q=less effort`, { viewport: phone });
  await page.locator("main a.result").first().click();
  await page.waitForURL("**/r1/?edition=edition-2026-4");
  await expect.poll(() => page.evaluate(() => [...(CSS.highlights.get("search") ?? [])].length)).toBeGreaterThan(0);
  await page.goto(site.url(`${words}?q=closing reasons`));
  const section = page.locator("main a.result-section").first();
  await expect.poll(() => section.getAttribute("href")).toMatch(/\?edition=edition-2026-4#./);
});

test("tells that there is nothing, and loads no index before it is asked", async () => {
  const page = await site.open("/editions/edition-2026-5/");
  const loaded = watch(page);
  await page.waitForLoadState("networkidle");
  expect(loaded.filter((one) => one.includes("pagefind"))).toEqual([]);
  const field = page.locator("main .search-input");
  await field.fill("关单原因");
  await expect.poll(() => page.locator("main a.result").count()).toBeGreaterThan(0);
  await field.fill("zzqx");
  await expect.poll(() => page.locator("main .search-status").innerText()).toBe("没有找到“zzqx”。换个说法，或者少打几个字。");
});

test("says so where the index of an edition can't be loaded, and searches when it can", async () => {
  const page = await site.open("/en/editions/", { userAgent: "no index" });
  await page.route("**/editions/*/pagefind/**", (route) => route.abort());
  await page.goto(site.url(`${words}?q=discount`));
  await expect.poll(() => page.locator("main .search-status").innerText()).toMatch(/^Search could not be opened/);
  await page.unroute("**/editions/*/pagefind/**");
  await page.locator("main .search-input").fill("discounts");
  await expect.poll(() => page.locator("main a.result").count()).toBeGreaterThan(0);
});

test("needs no code that is compiled in the browser: neither files for it nor leave to run it", async () => {
  expect(listFiles(siteFolder).filter((one) => /wasm|(?:^|\/)pagefind[^/]*\.(?:js|css|json)$/.test(one))).toEqual([]);
  const page = await site.open("/en/");
  const policy = await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
  expect(policy).toMatch(/(?:^|; )script-src 'self'(?:;|$)/);
});

function watch(page: Page): string[] {
  const loaded: string[] = [];
  page.on("request", (request) => loaded.push(new URL(request.url()).pathname));
  return loaded;
}
