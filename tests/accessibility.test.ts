import axe from "axe-core";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { desktop, phone, visitSite } from "./browser.ts";
import { inspectTemplates } from "./templates.ts";

const site = visitSite();
const standards = { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] };
/** The rules whose outcome depends on the theme. */
const colours = { runOnly: { type: "rule" as const, values: ["color-contrast", "link-in-text-block"] } };

test("passes axe on every template, on a phone and a desktop, light and dark", async () => {
  const findings = await inspectTemplates(site, {
    options: { reducedMotion: "reduce" },
    prepare: (page) => page.addInitScript(axe.source),
    async inspect(page) {
      const found: string[] = [];
      for (const [name, { width }] of Object.entries({ phone, desktop })) {
        await showWhole(page, width);
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme });
          const all = await runAxe(page, colorScheme === "light" ? standards : colours);
          found.push(...all.map((one) => `on a ${colorScheme} ${name}: ${one}`));
        }
      }
      return found;
    },
  });
  expect(findings).toEqual([]);
});

test.each<[string, string, (page: Page) => Promise<void>]>([
  ["search is open", ".search-dialog .result", (page) => page.locator(".bar button[aria-haspopup=dialog]").click().then(() => page.keyboard.type("CRM"))],
  ["the menu is open", ".navigation a", (page) => page.locator(".bar [popovertarget]").click()],
  ["the contents are open", ".contents a", (page) => page.locator('.bar [href="#contents"]').click()],
  ["a term is explained", ".term-card a", (page) => page.locator(".term").first().click()],
])("passes axe on a phone while %s", async (_, shown, open) => {
  const page = await site.open("/en/stages/demo/", { viewport: phone, reducedMotion: "reduce" });
  await page.evaluate(axe.source);
  await open(page);
  await page.locator(shown).first().waitFor();
  const findings: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    findings.push(...(await runAxe(page, standards)).map((one) => `${colorScheme}: ${one}`));
  }
  expect(findings).toEqual([]);
});

test("needs no scrolling sideways on any template, magnified to 400 %", async () => {
  const options = { viewport: { width: 320, height: 256 } };
  expect(await inspectTemplates(site, { options, inspect: (page) => page.evaluate(listTooWide) })).toEqual([]);
});

test("offers a thumb at least 44 pixels on every template", async () => {
  expect(await inspectTemplates(site, { options: { viewport: phone }, inspect: (page) => page.evaluate(listSmallTargets) })).toEqual([]);
});

/** Makes the window as tall as the page, because axe takes what lies under the bar at the bottom for covered. */
async function showWhole(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: phone.height });
  await page.setViewportSize({ width, height: await page.evaluate(() => document.documentElement.scrollHeight) });
}

async function runAxe(page: Page, options: axe.RunOptions): Promise<string[]> {
  const { violations } = await page.evaluate(
    (chosen) => (window as unknown as { axe: typeof axe }).axe.run({ ...chosen, resultTypes: ["violations"] }),
    options,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map((one) => `${id} at ${one.target.join(" ")}`));
}

/** What makes the page wider than its window. */
function listTooWide(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const wide = [...document.body.querySelectorAll("*")].find((one) => one.getBoundingClientRect().right > clientWidth + 0.5);
  return [`is ${scrollWidth} pixels wide because of ${wide?.localName}.${wide?.className}`];
}

function listSmallTargets(): string[] {
  return [...document.querySelectorAll(".bar > *, button, summary, select, input[type=search]")].flatMap((one) => {
    const { width, height } = one.getBoundingClientRect();
    const small = one.checkVisibility() && (width < 43.9 || height < 43.9);
    return small ? [`${one.localName}.${one.className} “${one.textContent.trim()}” ${Math.round(width)}×${Math.round(height)}`] : [];
  });
}
