import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { phone, visitSite } from "./browser.ts";

const site = visitSite();

test("remembers the reader's role, on the home page and in the menu of every other page", async () => {
  const page = await site.open("/en/");
  await homeLens(page).selectOption("sales-manager");
  await page.goto(site.url("/en/stages/demo/"));
  await expect.poll(() => page.locator(".header .lens select").inputValue()).toBe("sales-manager");
  await page.locator(".header .lens select").selectOption("sales-rep");
  await page.goto(site.url("/"));
  await expect.poll(() => homeLens(page).inputValue()).toBe("sales-rep");
});

test("leads a reader first to what their role should read and to its onboarding path", async () => {
  const page = await site.open("/en/");
  await homeLens(page).selectOption("sales-manager");
  expect(
    await page
      .locator(".home-lens-shown > a")
      .evaluateAll((all) => all.map((one) => `${one.textContent.trim()} ${one.getAttribute("href")}`)),
  ).toEqual(["What I should read /en/roles/sales-manager/", "Sales manager onboarding /en/paths/sales-manager-onboarding/"]);
  expect(await page.locator(".card:has(path-progress) > a").first().innerText()).toBe("Sales manager onboarding");
  await homeLens(page).selectOption("");
  expect(await page.locator(".home-lens-shown > *").count()).toBe(0);
});

test("shows in an index what is for the reader's role, says so, and shows all when asked", async () => {
  const page = await site.open("/en/kpis/", { viewport: phone });
  const count = await page.locator(".entry").count();
  await page.locator(".bar [popovertarget]").click();
  await page.locator(".header .lens select").selectOption("solution-consultant");
  await page.keyboard.press("Escape");
  const line = page.locator(".filters-lens");
  expect(await line.innerText()).toMatch(/^Shown: for Solution consultant\.\s+Show all$/);
  expect(await page.locator(".entry:visible").count()).toBeLessThan(count);
  await page.reload();
  expect([new URL(page.url()).search, await line.isVisible()]).toEqual(["", true]);
  await line.getByRole("button").click();
  expect([await page.locator(".entry:visible").count(), await line.isVisible()]).toEqual([count, false]);
  await page.reload();
  expect([await page.locator(".entry:visible").count(), await line.isVisible()]).toEqual([count, false]);
});

test("lets a choice in the address go before the role that was remembered", async () => {
  const page = await site.open("/en/scripts/");
  await page.evaluate(() => localStorage.setItem("sopbook:role", "sales-manager"));
  await page.goto(site.url("/en/scripts/?role=sales-rep"));
  expect(await page.locator("select[name=role]").inputValue()).toBe("sales-rep");
  await page.goto(site.url("/en/scripts/?stage=demo"));
  expect(await page.locator("select[name=role]").inputValue()).toBe("");
});

test("shows documents that name no role to every role", async () => {
  const page = await site.open("/terms/");
  const count = () => page.locator(".glossary-term:visible").count();
  const all = await count();
  await page.locator("select[name=role]").selectOption("sales-rep");
  expect(await count()).toBeGreaterThan(all / 2);
});

test("says how far a reader is on a path and which step is next, and nothing of paths not begun", async () => {
  const page = await site.open("/en/paths/sales-rep-onboarding/");
  await page.locator('[data-tick="tools/crm"] input').check();
  await page.goto(site.url("/en/"));
  const shown = () =>
    page.locator(".card path-progress").evaluateAll((all) => all.map((one) => (one as HTMLElement).innerText.replace(/\s+/g, " ").trim()));
  await page.locator(".card path-progress progress").waitFor();
  expect(await shown()).toEqual(["1 of 18 done Next: What a sales SOP is and how to use it", "", ""]);
  expect(
    await page.locator("path-progress progress").evaluateAll((all) => all.map((one) => (one as HTMLProgressElement).position)),
  ).toEqual([1 / 18]);
  await page.locator(".card path-progress a").click();
  await page.waitForURL(site.url("/en/lessons/what-is-a-sales-sop/"));
});

test.each([
  [
    "is forbidden",
    () =>
      void Object.defineProperty(window, "localStorage", {
        get: () => {
          throw new DOMException("forbidden", "SecurityError");
        },
      }),
  ],
  ["holds a role that is gone", () => localStorage.getItem("sopbook:role") ?? localStorage.setItem("sopbook:role", "astronaut")],
  ["holds anything else", () => localStorage.getItem("sopbook:role") ?? localStorage.setItem("sopbook:role", '"]{}<b>\\')],
  [
    "is full",
    () =>
      void (Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      }),
  ],
])("offers the choice of a role where storage %s", async (_, spoil) => {
  const page = await site.open("/nowhere/");
  const errors: string[] = [];
  page.on("pageerror", (one) => errors.push(one.message));
  await page.addInitScript(spoil);
  await page.goto(site.url("/scripts/"));
  expect([await page.locator(".entry:visible").count(), await page.locator(".filters-lens").isVisible()]).toEqual([
    await page.locator(".entry").count(),
    false,
  ]);
  await page.goto(site.url("/"));
  expect(await homeLens(page).inputValue()).toBe("");
  await homeLens(page).selectOption("sales-rep");
  expect([errors, await page.locator(".home-lens-shown > a").first().getAttribute("href")]).toEqual([[], "/roles/sales-rep/"]);
});

test("leads by links to what a role should read, without JavaScript", async () => {
  const page = await site.open("/", { javaScriptEnabled: false, viewport: phone });
  expect([await page.locator(".lens:visible").count(), await page.locator(".home-lens:visible").count()]).toEqual([0, 0]);
  await page.locator(".home-roles").getByRole("link", { name: "销售代表", exact: true }).click();
  expect(new URL(page.url()).pathname).toBe("/roles/sales-rep/");
  await page.locator("main").getByRole("link", { name: "新销售上岗路径" }).click();
  expect(new URL(page.url()).pathname).toBe("/paths/sales-rep-onboarding/");
});

function homeLens(page: Page) {
  return page.locator(".home-lens select");
}
