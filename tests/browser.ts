import type { Server } from "node:http";
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, vi } from "vitest";
import { serveSite } from "../scripts/serve.ts";
import { siteFolder } from "./built-site.ts";

export const phone = { width: 360, height: 740 };
export const desktop = { width: 1280, height: 900 };

export interface Site {
  /** Opens a page of the site in a context of its own, which is closed after the test. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** The whole address of a path that starts with a slash. */
  url(path: string): string;
}

/** Serves the built site and starts one Chromium for all tests of the file that calls it. */
export function visitSite(folder: string = siteFolder): Site {
  vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000, expect: { poll: { timeout: 10_000 } } });
  const contexts: BrowserContext[] = [];
  let server: Server;
  let browser: Browser;
  let root: string;
  beforeAll(async () => {
    const serving = await serveSite(folder, "/", 0);
    server = serving.server;
    root = serving.url;
    browser = await chromium.launch({ executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium", args: launchArguments });
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((one) => one.close()));
  });
  afterAll(async () => {
    await browser.close();
    server.closeAllConnections();
    server.close();
  });
  const url = (path: string) => new URL(path, root).href;
  return {
    url,
    async open(path, options) {
      const context = await browser.newContext({ viewport: desktop, ...options });
      context.setDefaultTimeout(10_000);
      contexts.push(context);
      const page = await context.newPage();
      await page.goto(url(path));
      return page;
    },
  };
}

const launchArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];
