import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { desktop, phone, visitSite } from "./browser.ts";

const site = visitSite();
const consent =
  "您问得对。就是您的称呼、职务、公司和这个号码，没有别的。您要是不希望留着，我今天就交给同事去删，只在勿扰名单里留个号码，免得再有人打给您。";

test("copies what the rep says, and says that it did", async () => {
  const page = await site.open("/scripts/cold-call/", { permissions: ["clipboard-read", "clipboard-write"] });
  const button = page.locator(".spoken", { hasText: "您问得对" }).getByRole("button");
  expect(await button.innerText()).toBe("复制");
  await button.click();
  await expect.poll(() => button.innerText()).toBe("已复制");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(consent);
  await expect.poll(() => button.innerText()).toBe("复制");
});

test.each([phone, desktop])("moves nothing when a script that comes late adds boxes, counts, buttons and forms, %o", async (viewport) => {
  const page = await site.open("/404.html", { viewport });
  for (const [path, added] of [
    ["/en/paths/sales-rep-onboarding/", ".timeline > .checklist-state"],
    ["/en/guides/customer-segments/", ".checklist > .checklist-state"],
    ["/en/objections/too-expensive/", ".copy"],
  ] as const) {
    const { promise: painted, resolve: letGo } = Promise.withResolvers<void>();
    await page.route("**/*.js", (route) => painted.then(() => route.continue()));
    await page.goto(site.url(path), { waitUntil: "commit" });
    await page.locator("footer").waitFor();
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    expect(await page.locator(added).count()).toBe(0);
    letGo();
    await page.locator(added).first().waitFor();
    expect(await page.evaluate(listShifts)).toEqual([]);
    await page.unroute("**/*.js");
  }
});

test.each([
  ["/en/", phone],
  ["/scripts/cold-call/history/", phone],
  ["/en/editions/", phone],
  ["/en/stages/demo/", desktop],
  ["/objections/too-expensive/", desktop],
])("paints the first screen of %s before the styles of what is below have come, and moves nothing then", async (path, viewport) => {
  const page = await site.open("/404.html", { viewport });
  const { promise: painted, resolve: letGo } = Promise.withResolvers<void>();
  await page.route("**/below.*.css", (route) => painted.then(() => route.continue()));
  await page.goto(site.url(path), { waitUntil: "commit" });
  await expect.poll(() => page.evaluate(() => performance.getEntriesByName("first-contentful-paint").length)).toBe(1);
  expect([await page.locator("h1").isVisible(), await page.locator("footer").count()]).toEqual([true, 0]);
  letGo();
  await page.locator("footer").waitFor();
  expect(await page.evaluate(listShifts)).toEqual([]);
});

test("copies what the rep says where the browser offers no clipboard", async () => {
  const page = await site.open("/scripts/cold-call/", { permissions: ["clipboard-read"] });
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error("not allowed"));
  });
  await page.locator(".spoken", { hasText: "您问得对" }).getByRole("button").click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(consent);
});

test("keeps the ticks of a checklist after a reload, and clears them", async () => {
  const page = await site.open("/stages/demo/");
  await boxes(page).nth(0).check();
  await page
    .locator(".checklist li")
    .nth(3)
    .click({ position: { x: 60, y: 12 } });
  await boxes(page).nth(1).check();
  await boxes(page).nth(1).uncheck();
  const before = await readTicks(page);
  expect(before.slice(0, 3)).toEqual([true, false, false]);
  await page.reload();
  expect(await readTicks(page)).toEqual(before);
  await page.locator(".checklist").getByRole("button", { name: "全部清空" }).click();
  await page.reload();
  expect([await readTicks(page), await page.locator(".checklist [role=status]").innerText()]).toEqual([
    [false, false, false, false, false],
    "已完成 0/5",
  ]);
});

test("keeps the ticks of an onboarding path by step, and those of one document apart from another's", async () => {
  const page = await site.open("/en/paths/sales-rep-onboarding/");
  await page.locator('[data-tick="lessons/what-is-a-sales-sop"] input').check();
  await page.reload();
  const ticked = await page.locator("[data-tick]:has(:checked)").evaluateAll((all) => all.map((one) => one.getAttribute("data-tick")));
  expect(ticked).toEqual(["lessons/what-is-a-sales-sop"]);
  await page.goto(site.url("/en/paths/sales-manager-onboarding/"));
  expect(await page.locator("[data-tick] :checked").count()).toBe(0);
});

test.each([
  [
    "is full",
    () =>
      void (Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      }),
  ],
  [
    "is forbidden",
    () =>
      void Object.defineProperty(window, "localStorage", {
        get: () => {
          throw new DOMException("forbidden", "SecurityError");
        },
      }),
  ],
  ["holds no JSON", () => localStorage.setItem("sopbook:ticks:stages/demo", '{"a":')],
  ["holds JSON of another shape", () => localStorage.setItem("sopbook:ticks:stages/demo", '{"length":2,"0":1}')],
  ["holds a list of other things", () => localStorage.setItem("sopbook:ticks:stages/demo", "[null,7,{}]")],
])("ticks a checklist where storage %s", async (_, spoil) => {
  const page = await site.open("/nowhere/");
  const errors: string[] = [];
  page.on("pageerror", (one) => errors.push(one.message));
  await page.addInitScript(spoil);
  await page.goto(site.url("/stages/demo/"));
  await boxes(page).nth(1).check();
  expect([errors, await readTicks(page), await page.locator(".checklist [role=status]").innerText()]).toEqual([
    [],
    [false, true, false, false, false],
    "已完成 1/5",
  ]);
});

test("turns tabs with the keyboard, one stop for the row and one for the panel", async () => {
  const page = await site.open("/objections/no-budget/");
  const seen: string[] = [];
  const note = async () => {
    const panels = await page.locator("[role=tabpanel]:visible").allInnerTexts();
    seen.push(`${await page.locator(":focus").innerText()} → ${panels.map((one) => one.slice(0, 6))}`);
  };
  await page.getByRole("tab").first().focus();
  await note();
  for (const key of ["ArrowRight", "End", "ArrowRight", "ArrowLeft", "Home"]) {
    await page.keyboard.press(key);
    await note();
  }
  expect(seen).toEqual([
    "正在做预算 → 十月到十二月",
    "预算花完了 → 问运营自己能",
    "全面冻结 → 问清哪些还能",
    "正在做预算 → 十月到十二月",
    "全面冻结 → 问清哪些还能",
    "正在做预算 → 十月到十二月",
  ]);
  await page.keyboard.press("Tab");
  expect(await page.locator("[role=tabpanel]:focus").getAttribute("aria-labelledby")).toBe(
    await page.getByRole("tab").first().getAttribute("id"),
  );
  expect(await page.getByRole("tab", { selected: true }).allInnerTexts()).toEqual(["正在做预算"]);
});

test("explains a term beside it, by tap or key, and leads on to the glossary", async () => {
  const page = await site.open("/stages/demo/", { viewport: phone, hasTouch: true });
  const term = page.locator(".term").first();
  await term.tap();
  expect(await page.locator(".term-card:popover-open p").innerText()).toMatch(/^.{10,}$/);
  await page.keyboard.press("Escape");
  await expect.poll(() => page.locator(".term-card:popover-open").count()).toBe(0);
  await term.press("Enter");
  await page.locator(".term-card:popover-open a").click();
  await page.waitForURL(site.url("/terms/demo/"));
});

test.each([true, false])("filters an index by stage and role, JavaScript allowed: %s", async (javaScriptEnabled) => {
  const page = await site.open("/en/scripts/", { javaScriptEnabled });
  const count = await page.locator(".entry").count();
  await page.locator("select[name=stage]").selectOption("demo");
  const shown = () =>
    page.locator(".entry-title:visible").evaluateAll((all) => all.map((one) => one.getAttribute("href")?.split("/").at(-2)));
  expect(await shown()).toEqual(["demo-meeting", "demo-follow-up-email"]);
  await page.locator("select[name=role]").selectOption("solution-consultant");
  expect(await shown()).toEqual(["demo-meeting", "demo-follow-up-email"]);
  await page.getByRole("link", { name: "Clear filters" }).click();
  await expect.poll(async () => (await shown()).length).toBe(count);
});

test("keeps the choice of a filter in the address and says how many entries are left", async () => {
  const page = await site.open("/en/scripts/");
  await page.locator("select[name=stage]").selectOption("demo");
  const count = await page.locator(".entry").count();
  expect([new URL(page.url()).search, await page.locator("output").innerText()]).toEqual(["?stage=demo", `2 of ${count}`]);
  await page.reload();
  expect(await page.locator(".entry:visible").count()).toBe(2);
  await page.getByRole("link", { name: "Clear filters" }).click();
  expect([page.url(), await page.locator(":focus").getAttribute("name")]).toEqual([site.url("/en/scripts/"), "stage"]);
});

test("hides the letters of the glossary under which filters leave no term, and shows them again", async () => {
  const page = await site.open("/en/terms/");
  /** Of each letter, whether it is seen, and whether one of its terms is. */
  const letters = () =>
    page
      .locator(".entries section")
      .evaluateAll((all) =>
        all.map((one) => [one.checkVisibility(), [...one.querySelectorAll(".glossary-term")].some((term) => term.checkVisibility())]),
      );
  const before = await letters();
  await page.locator("select[name=role]").selectOption("sales-development-rep");
  await page.locator("select[name=tag]").selectOption("price");
  const filtered = await letters();
  expect(filtered.filter(([letter, terms]) => letter !== terms)).toEqual([]);
  expect(filtered.filter(([letter]) => letter).length).toBeLessThan(before.length);
  await page.getByRole("link", { name: "Clear filters" }).click();
  expect(await letters()).toEqual(before);
});

function boxes(page: Page) {
  return page.locator(".checklist input");
}

function readTicks(page: Page): Promise<boolean[]> {
  return boxes(page).evaluateAll((all) => all.map((one) => (one as HTMLInputElement).checked));
}

/** What moved since the page was first painted, by how much of the window. */
function listShifts(): Promise<number[]> {
  return new Promise((resolve) => {
    const seen: number[] = [];
    new PerformanceObserver((list) =>
      seen.push(...list.getEntries().map((one) => (one as PerformanceEntry & { value: number }).value)),
    ).observe({
      type: "layout-shift",
      buffered: true,
    });
    setTimeout(() => resolve(seen), 500);
  });
}
