import type { Server } from "node:http";
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, vi } from "vitest";
import { chromiumArguments } from "../scripts/chromium.ts";
import { serveSite } from "../scripts/serve.ts";
import { siteFolder } from "./built-site.ts";

export const phone = { width: 360, height: 740 };
export const desktop = { width: 1280, height: 900 };

export interface Site {
  /**
   * Opens a page of the site and waits until its elements are live; it is closed after the test. Those with the same options
   * share a context, because making one takes long.
   */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** The whole address of a path that starts with a slash. */
  url(path: string): string;
}

/** Serves a built site and starts one Chromium for all tests of the file that calls it. */
export function visitSite(folder: string = siteFolder): Site {
  vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000, expect: { poll: { timeout: 10_000 } } });
  const contexts = new Map<string, Promise<BrowserContext>>();
  const pages: Page[] = [];
  let server: Server;
  let browser: Browser;
  let root: string;
  beforeAll(async () => {
    const serving = await serveSite(folder, "/", 0);
    server = serving.server;
    root = serving.url;
    browser = await chromium.launch({ executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium", args: chromiumArguments });
  });
  afterEach(() => Promise.all(pages.splice(0).map(leave)));
  afterAll(async () => {
    await browser.close();
    server.closeAllConnections();
    server.close();
  });
  const url = (path: string) => new URL(path, root).href;
  return {
    url,
    async open(path, options) {
      const key = JSON.stringify(options ?? {});
      const context = contexts.get(key) ?? browser.newContext({ viewport: desktop, ...options });
      contexts.set(key, context);
      const page = await (await context).newPage();
      page.setDefaultTimeout(20_000);
      pages.push(page);
      await page.goto(url(path));
      if (options?.javaScriptEnabled !== false) await vi.waitFor(() => expectLive(page), 20_000);
      return page;
    },
  };
}

/** Code that few pages need comes after the page is loaded; that of searches and editions comes when it is asked for. */
async function expectLive(page: Page): Promise<void> {
  const lifeless = await page.locator(":not(:defined, edition-bar, site-search)").count();
  if (lifeless > 0) throw new Error(`The code of ${lifeless} elements of ${page.url()} has not come.`);
}

/** Closes a page and takes what it stored with it. */
async function leave(page: Page): Promise<void> {
  await page.evaluate(() => {
    // Storage that a test has spoilt holds nothing.
    try {
      localStorage.clear();
    } catch {}
  });
  await page.close();
}
