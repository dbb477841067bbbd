import { expect, test } from "vitest";
import { visitSite } from "./browser.ts";

const site = visitSite();
const lesson = "/en/lessons/reading-the-kpis/";

test("hides the answers of a lesson until the reader has chosen, then says why", async () => {
  const page = await site.open(lesson);
  const first = page.locator("[data-quiz]").first();
  expect(await first.locator(":checked").count()).toBe(0);
  const why = page.locator("quiz-set details").first();
  expect(await why.evaluate((one: HTMLDetailsElement) => one.open)).toBe(false);
  await first.locator("input").nth(0).check();
  expect(await first.locator("li").evaluateAll((items) => items.map((one) => (one as HTMLElement).dataset["verdict"]))).toEqual([
    "wrong",
    "right",
    "",
  ]);
  expect(await why.evaluate((one: HTMLDetailsElement) => one.open)).toBe(true);
  await first.locator("input").nth(1).check();
  expect(await page.locator(".quiz-score").innerText()).toMatch(/^1 of \d right$/);
  expect(await page.locator(".quiz-score").evaluate((one) => one.nextElementSibling?.textContent)).toBe("Practice");
});

test("shows the right answers without JavaScript", async () => {
  const page = await site.open(lesson, { javaScriptEnabled: false });
  expect(await page.locator("quiz-set .contains-task-list :checked").count()).toBeGreaterThan(2);
});
