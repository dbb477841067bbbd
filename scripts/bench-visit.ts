import { setTimeout as wait } from "node:timers/promises";
import type { Browser } from "playwright-core";

/** What a reader notices of a page that opens; times in milliseconds since the start of navigation. */
export interface Visit {
  /** Largest Contentful Paint: https://web.dev/articles/lcp */
  lcp: number;
  /** What was painted then, such as `h1` or `p.summary`. */
  lcpElement: string;
  /** Cumulative Layout Shift, the worst window of shifts: https://web.dev/articles/cls */
  cls: number;
  domContentLoaded: number;
}

/** A phone as Lighthouse has it, but with 150 ms before each answer instead of a longer delay that stands for connections too. */
export const conditions = {
  cpu: 4,
  network: { latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 },
  screen: { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true },
} as const;

/** Opens a page with nothing kept and looks until the network has been quiet for a while. */
export async function visitPage(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext(conditions.screen);
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", { offline: false, ...conditions.network });
    await session.send("Emulation.setCPUThrottlingRate", { rate: conditions.cpu });
    await page.goto(url, { waitUntil: "networkidle", timeout: 90_000 });
    // Scripts that wait for an idle moment may load more, and late shifts count too.
    await wait(1000);
    await page.waitForLoadState("networkidle");
    return await page.evaluate(readVitals);
  } finally {
    await context.close();
  }
}

/** How many milliseconds the page's own thread works, not slowed, until the network is quiet; a busy machine hardly changes it. */
export async function measureWork(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext(conditions.screen);
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    await page.goto(url, { waitUntil: "networkidle", timeout: 90_000 });
    const { metrics } = await session.send("Performance.getMetrics");
    return 1000 * (metrics.find((one) => one.name === "TaskDuration")?.value ?? Number.NaN);
  } finally {
    await context.close();
  }
}

interface Paint extends PerformanceEntry {
  element?: Element | null;
}

interface Shift extends PerformanceEntry {
  value: number;
  hadRecentInput: boolean;
}

/** Runs in the page, so it holds all that it needs. */
async function readVitals(): Promise<Visit> {
  const list = (type: string) =>
    new Promise<PerformanceEntry[]>((resolve) => {
      new PerformanceObserver((seen) => resolve(seen.getEntries())).observe({ type, buffered: true });
      setTimeout(() => resolve([]), 250);
    });
  const [paints, shifts, [navigation]] = await Promise.all([list("largest-contentful-paint"), list("layout-shift"), list("navigation")]);
  let [cls, window, first, last] = [0, 0, 0, 0];
  for (const { startTime, value, hadRecentInput } of shifts as Shift[]) {
    if (hadRecentInput) continue;
    if (window === 0 || startTime - last > 1000 || startTime - first > 5000) [window, first] = [0, startTime];
    last = startTime;
    window += value;
    cls = Math.max(cls, window);
  }
  const paint = paints.at(-1) as Paint | undefined;
  return {
    lcp: paint?.startTime ?? Number.NaN,
    lcpElement: paint?.element ? [paint.element.localName, ...paint.element.classList].join(".") : "",
    cls,
    domContentLoaded: (navigation as PerformanceNavigationTiming | undefined)?.domContentLoadedEventEnd ?? Number.NaN,
  };
}
