import axe from "axe-core";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { desktop, phone, visitSite } from "./browser.ts";
import { inspectTemplates } from "./templates.ts";

const site = visitSite();
const standards = { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] };
/** The rules whose outcome depends on the theme. */
const colours = { runOnly: { type: "rule" as const, values: ["color-contrast", "link-in-text-block"] } };

/** Windows for axe; the phone's is so low that the bar at the bottom lies over nothing, which axe would take for covered. */
const windows = { phone: { ...phone, height: 380 }, desktop };
/** What 400 % leave of a window of 1280 × 1024 pixels. */
const magnified = { width: 320, height: 256 };

const findings: Record<"axe" | "sideways" | "small", string[]> = { axe: [], sideways: [], small: [] };

/** Axe looks at each template four times, which takes minutes where others use the processor too: in milliseconds. */
const patience = 600_000;

beforeAll(async () => {
  await inspectTemplates(site, {
    options: { reducedMotion: "reduce" },
    prepare: (page) => page.addInitScript(axe.source),
    async inspect(page, path) {
      for (const [name, size] of Object.entries(windows)) {
        await page.setViewportSize(size);
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme });
          const all = await runAxe(page, colorScheme === "light" ? standards : colours);
          findings.axe.push(...all.map((one) => `${path} on a ${colorScheme} ${name}: ${one}`));
        }
      }
      await page.setViewportSize(phone);
      findings.small.push(...(await page.evaluate(listSmallTargets)).map((one) => `${path} ${one}`));
      await page.setViewportSize(magnified);
      findings.sideways.push(...(await page.evaluate(listTooWide)).map((one) => `${path} ${one}`));
    },
  });
}, patience);

test("passes axe on every template, on a phone and a desktop, light and dark", () => {
  expect(findings.axe).toEqual([]);
});

test("needs no scrolling sideways on any template, magnified to 400 %", () => {
  expect(findings.sideways).toEqual([]);
});

test("offers a thumb at least 44 pixels on every template", () => {
  expect(findings.small).toEqual([]);
});

test.each<[string, string, (page: Page) => Promise<void>]>([
  [
    "search is open",
    ".search-dialog .result",
    (page) =>
      page
        .locator(".bar button[aria-haspopup=dialog]")
        .click()
        .then(() => page.keyboard.type("CRM")),
  ],
  ["the menu is open", ".navigation a", (page) => page.locator(".bar [popovertarget]").click()],
  ["the contents are open", ".contents a", (page) => page.locator('.bar [href="#pageContents"]').click()],
  ["a term is explained", ".term-card a", (page) => page.locator(".term").first().click()],
])("passes axe on a phone while %s", async (_, shown, open) => {
  const page = await site.open("/en/stages/demo/", { viewport: phone, reducedMotion: "reduce" });
  await page.evaluate(axe.source);
  await open(page);
  await page.locator(shown).first().waitFor();
  expect(await runAxe(page, standards)).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await runAxe(page, colours)).toEqual([]);
});

test("keeps rows and columns for screen readers where a phone shows cards that need no scrolling", async () => {
  const page = await site.open("/en/guides/discounts-and-approvals/", { viewport: phone });
  const table = page.locator(".table").first();
  expect(await table.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
  const [header, row] = await table.getByRole("row").all();
  expect(await header!.getByRole("columnheader").allTextContents()).toEqual([
    "Discount",
    "Who approves",
    "Answer within",
    "What the request needs",
  ]);
  expect(await row!.getByRole("cell").allTextContents()).toEqual(["Up to 5%", "Sales rep", "On the spot", "One trade, entered in the CRM"]);
  // Each cell has its name before it for the eye, which is not read aloud, because the header is.
  const cell = row!.getByRole("cell", { name: "On the spot", exact: true });
  expect(await cell.evaluate((element) => getComputedStyle(element, "::before").content)).toBe('"Answer within" / ""');
  expect((await cell.boundingBox())!.y).toBeGreaterThan((await row!.getByRole("cell").first().boundingBox())!.y);
});

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
  return [...document.querySelectorAll(".bar > *, .process a, button, summary, select, input[type=search]")].flatMap((one) => {
    const { width, height } = one.getBoundingClientRect();
    const text = one.matches(".process a");
    const small = one.checkVisibility() && ((width < 43.9 && !text) || height < 43.9);
    return small ? [`${one.localName}.${one.className} “${one.textContent.trim()}” ${Math.round(width)}×${Math.round(height)}`] : [];
  });
}
