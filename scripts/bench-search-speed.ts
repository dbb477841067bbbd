import type { Browser, Page } from "playwright-core";
import type { SearchBox } from "./bench-search-box.ts";
import { quantile } from "./bench-search-figures.ts";
import type { CountingServer } from "./bench-server.ts";
import { conditions } from "./bench-visit.ts";
import type { GoldenQuery } from "./golden-queries.ts";

/** How long a reader waits for the answer after the last key, in milliseconds. */
export interface Speed {
  /** As on a slow phone: a quarter of the processor, 1.6 Mbit/s. */
  slow: boolean;
  cold: Wait;
  warm: Wait;
  /** Sent from the first key to the first answer, after compression. */
  bytes: { median: number; most: number; requests: number };
}

export interface Wait {
  queries: number;
  p50: number;
  p95: number;
}

/** Asks each of `first` in a browser that has nothing of the index yet, then `later` in one that stays. */
export async function measureSpeed(
  browser: Browser,
  box: SearchBox,
  server: CountingServer,
  slow: boolean,
  first: readonly GoldenQuery[],
  later: readonly GoldenQuery[],
): Promise<Speed> {
  const cold: number[] = [];
  const bytes: number[] = [];
  const requests: number[] = [];
  for (const one of first) {
    await withPage(browser, box, server, slow, one, async (page) => {
      server.take();
      cold.push((await box.ask(page, one.query, one.locale, {})).milliseconds);
      const sent = server.take().filter((transfer) => !transfer.ahead);
      bytes.push(sent.reduce((sum, transfer) => sum + transfer.bytes, 0));
      requests.push(sent.length);
    });
  }
  const warm: number[] = [];
  for (const [, [start, ...rest]] of Map.groupBy(later, (one) => one.locale)) {
    if (!start) continue;
    await withPage(browser, box, server, slow, start, async (page) => {
      for (const one of [start, ...rest]) warm.push((await box.ask(page, one.query, one.locale, {})).milliseconds);
      warm.splice(warm.length - rest.length - 1, 1);
    });
  }
  const sorted = bytes.toSorted((a, b) => a - b);
  return {
    slow,
    cold: summarize(cold),
    warm: summarize(warm),
    bytes: {
      median: quantile(sorted, 0.5),
      most: sorted.at(-1) ?? Number.NaN,
      requests: quantile(
        requests.toSorted((a, b) => a - b),
        0.5,
      ),
    },
  };
}

async function withPage(
  browser: Browser,
  box: SearchBox,
  server: CountingServer,
  slow: boolean,
  { locale }: GoldenQuery,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    await page.goto(server.origin + box.path(locale), { waitUntil: "networkidle" });
    if (slow) {
      const session = await context.newCDPSession(page);
      await session.send("Network.enable");
      await session.send("Network.emulateNetworkConditions", { offline: false, ...conditions.network });
      await session.send("Emulation.setCPUThrottlingRate", { rate: conditions.cpu });
    }
    await use(page);
  } finally {
    await context.close();
  }
}

export function summarize(milliseconds: readonly number[]): Wait {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  return { queries: sorted.length, p50: quantile(sorted, 0.5), p95: quantile(sorted, 0.95) };
}
