import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { desktop, phone, visitSite } from "./browser.ts";

const site = visitSite();

test("jumps over the header by its first stop", async () => {
  const page = await site.open("/en/stages/demo/");
  await page.keyboard.press("Tab");
  const skip = page.locator(":focus");
  expect([await skip.innerText(), (await skip.boundingBox())?.y]).toEqual(["Skip to content", 8]);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement === document.querySelector("main :is(a, button, input, summary)"))).toBe(true);
});

test.each([
  ["home", "/", "desktop", desktop],
  ["an index", "/scripts/", "phone", phone],
  ["a script", "/scripts/cold-call/", "phone", phone],
  ["a stage", "/en/stages/demo/", "desktop", desktop],
  ["tabs", "/en/objections/no-budget/", "phone", phone],
  ["a checklist", "/en/paths/sales-rep-onboarding/", "desktop", desktop],
  ["the search page", "/en/search/?q=contract", "desktop", desktop],
])("stops at everything in the order of the page, in sight and marked: %s %s on a %s", async (_, path, __, viewport) => {
  const page = await site.open(path, { viewport, reducedMotion: "reduce" });
  if (path.includes("?q=")) await page.locator(".result").first().waitFor();
  // Parts of a page are fetched apart.
  await page.waitForLoadState("networkidle");
  const expected = await page.evaluate(listStops);
  const stops: string[] = [];
  const findings: string[] = [];
  for (const _ of expected) {
    await page.keyboard.press("Tab");
    const { name, marked, covered } = await page.evaluate(describeFocus);
    stops.push(name);
    if (!marked) findings.push(`${name} shows no focus`);
    if (covered) findings.push(`${name} is covered`);
  }
  expect(stops).toEqual(expected);
  expect(findings).toEqual([]);
});

test("leaves the menu of a phone with Escape, back on its button", async () => {
  const page = await site.open("/en/stages/demo/", { viewport: phone });
  const button = page.locator(".bar [popovertarget]");
  await button.focus();
  await page.keyboard.press("Enter");
  // The choice of the reader's role comes before the list.
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  expect(await focusedText(page)).toBe("Sales process");
  await page.keyboard.press("Escape");
  expect([await page.locator(".navigation").isVisible(), await focusedText(page)]).toEqual([false, "Menu"]);
});

function focusedText(page: Page): Promise<string | undefined> {
  return page.evaluate(() => (document.activeElement as HTMLElement | null)?.innerText.trim());
}

/** Everything that should be a stop of the Tab key, in the order of the page; of radio buttons only the chosen one. */
function listStops(): string[] {
  return [...document.querySelectorAll<HTMLElement>("a[href], button, input, select, summary, [tabindex]")]
    .filter((one) => {
      if (one.tabIndex < 0 || !one.checkVisibility({ visibilityProperty: true }) || one.matches(":disabled")) return false;
      return !(one instanceof HTMLInputElement) || one.type !== "radio" || one.checked;
    })
    .map((one) => `${one.localName} ${(one.ariaLabel ?? one.textContent).trim().replace(/\s+/g, " ")}`);
}

function describeFocus(): Promise<{ name: string; marked: boolean; covered: boolean }> {
  const one = document.activeElement ?? document.body;
  return new Promise((resolve) =>
    requestAnimationFrame(() => {
      const box = one.getBoundingClientRect();
      const shown = one.matches(".unseen") ? (one.closest("label") ?? one) : one;
      const at = shown.getBoundingClientRect();
      const top = document.elementFromPoint(
        (Math.max(at.left, 0) + Math.min(at.right, innerWidth)) / 2,
        (Math.max(at.top, 0) + Math.min(at.bottom, innerHeight)) / 2,
      );
      const { outlineStyle, outlineWidth } = getComputedStyle(shown);
      resolve({
        name: `${one.localName} ${(one.ariaLabel ?? one.textContent).trim().replace(/\s+/g, " ")}`,
        marked: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2,
        covered: box.height > 0 && !(top && (shown.contains(top) || top.contains(shown))),
      });
    }),
  );
}
