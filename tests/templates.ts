import type { BrowserContextOptions, Page } from "playwright-core";
import type { Site } from "./browser.ts";

/** One page of each template, the richest of each collection, and an address that leads nowhere. */
const pages = [
  "",
  "stages/",
  "scripts/",
  "objections/",
  "kpis/",
  "paths/",
  "lessons/",
  "tools/",
  "roles/",
  "terms/",
  "guides/",
  "releases/",
  "stages/demo/",
  "scripts/cold-call/",
  "objections/no-budget/",
  "objections/too-expensive/",
  "kpis/win-rate/",
  "paths/sales-rep-onboarding/",
  "lessons/reading-the-kpis/",
  "tools/crm/",
  "roles/sales-rep/",
  "terms/pipeline/",
  "guides/discounts-and-approvals/",
  "releases/2026-4/",
  "search/?q=CRM",
  "nowhere/",
];

export interface Inspection {
  options?: BrowserContextOptions;
  /** Runs once, before any template is visited. */
  prepare?: (page: Page) => Promise<unknown>;
  /** Lists what is wrong with the template that the page shows. */
  inspect: (page: Page) => Promise<string[]>;
}

/** Visits every template, both languages at the same time in a page each, and lists the findings with their paths. */
export async function inspectTemplates(site: Site, { options, prepare, inspect }: Inspection): Promise<string[]> {
  const findings = await Promise.all(
    ["/", "/en/"].map(async (prefix) => {
      const page = await site.open(prefix, options);
      await prepare?.(page);
      const found: string[] = [];
      for (const path of pages) {
        await page.goto(site.url(`${prefix}${path}`));
        if (path.includes("?q=") && options?.javaScriptEnabled !== false) await page.locator(".result").first().waitFor();
        found.push(...(await inspect(page)).map((one) => `${prefix}${path} ${one}`));
      }
      return found;
    }),
  );
  return findings.flat();
}
