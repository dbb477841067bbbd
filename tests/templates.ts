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
  "releases/edition-2026-4/",
  "stages/demo/history/",
  "stages/demo/history/?from=r1&to=r3",
  "stages/demo/r1/",
  "stages/demo/r1/?edition=edition-2026-4",
  "stages/demo/r2/#whatChanged",
  "changes/",
  "editions/",
  "editions/?from=edition-2026-3&to=",
  "editions/edition-2026-4/",
  "editions/edition-2026-5/changes/",
  "editions/edition-2026-4/search/",
  "search/?q=CRM",
  "nowhere/",
];

export interface Inspection {
  /** Both languages, unless what is inspected is the same in each. */
  homes?: string[];
  options?: BrowserContextOptions;
  /** Runs once for each language, before any template is visited. */
  prepare?: (page: Page) => Promise<unknown>;
  inspect: (page: Page, path: string) => Promise<void>;
}

/** Visits every template, the languages at the same time in a page each. */
export async function inspectTemplates(site: Site, { homes = ["/", "/en/"], options, prepare, inspect }: Inspection): Promise<void> {
  await Promise.all(
    homes.map(async (prefix) => {
      const page = await site.open(prefix, options);
      await prepare?.(page);
      for (const path of pages.map((one) => `${prefix}${one}`)) {
        await page.goto(site.url(path));
        if (path.includes("?q=") && options?.javaScriptEnabled !== false) await page.locator(".result").first().waitFor();
        if (path.includes("?from=") && options?.javaScriptEnabled !== false) await page.locator(".comparison h2").first().waitFor();
        await inspect(page, path);
      }
    }),
  );
}
