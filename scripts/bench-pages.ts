import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import type { Locale } from "#model/fields.ts";
import type { Settings } from "#model/settings.ts";
import { readSettings } from "#source/settings.ts";
import { readBook } from "./bench-book.ts";
import { findMedian } from "./bench-machine.ts";
import type { Peer } from "./bench-peers.ts";
import { openPlace } from "./bench-place.ts";
import { type CountingServer, serveCounting, type Transfer, type TransferKind, transferKinds } from "./bench-server.ts";
import { listTargets, type PageType, type Target } from "./bench-targets.ts";
import { measureWork, type Visit, visitPage } from "./bench-visit.ts";
import { chromiumArguments, provideChromium } from "./chromium.ts";
import { exitCodes, Failure } from "./command.ts";
import { project } from "./generator.ts";

/** One page of one generator; medians of all runs. */
export interface PageFigures extends Visit {
  type: PageType;
  locale: Locale;
  generator: string;
  path: string;
  /** What the page's thread worked, not slowed. */
  cpu: number;
  requests: number;
  bytes: Record<TransferKind | "all", number>;
  /** Fetched for pages to which the reader may go next; counted neither in `requests` nor in `bytes`. */
  ahead: { requests: number; bytes: number };
  /** The least and the most of all runs. */
  spread: Record<Timing, [least: number, most: number]>;
}

/** What differs from run to run. */
export const timings = ["lcp", "domContentLoaded", "cpu"] as const;
export type Timing = (typeof timings)[number];

export const ownName = "Sopbook";

/** Builds the handbook in `content/` and the same text with the peers, and opens every page `count` times in turn. */
export async function measurePages(
  types: readonly PageType[],
  count: number,
  peers: readonly Peer[],
  say: (text: string) => void,
): Promise<PageFigures[]> {
  const settings = readOwnSettings();
  const place = openPlace();
  const closing: (() => unknown)[] = [place.remove];
  try {
    // Under a path of its own, because what is kept between builds goes by it.
    symlinkSync(join(project, "content"), place.content, "junction");
    say("Building the handbook");
    await place.run("build");
    const book = readBook(place.site, settings);
    const { copies } = book;
    const sites: Site[] = [];
    const open = async (name: string, folder: string, base: string, pathOf: Site["pathOf"]) => {
      const server = await serveCounting(folder, base);
      closing.push(server.close);
      sites.push({ name, server, pathOf });
    };
    await open(ownName, place.site, settings.base, (target) => target.path);
    for (const peer of peers) {
      say(`Building the same text with ${peer.name}`);
      peer.takeText(book);
      await peer.build();
      peer.countPages(copies.length);
      await open(peer.name, peer.output, "/", ({ stem }) => stem && peer.pathOf(stem));
    }
    const browser = await chromium.launch({ executablePath: provideChromium(), args: chromiumArguments });
    closing.push(() => browser.close());
    const targets = types.flatMap((type) => listTargets(type, settings, place.site, copies));
    return await visitInTurn(browser, targets, sites, count, say);
  } finally {
    for (const close of closing.reverse()) await close();
  }
}

function readOwnSettings(): Settings {
  const read = readSettings(join(project, "content"));
  if ("settings" in read) return read.settings;
  throw new Failure(exitCodes.content, "The settings in content/handbook.yaml can't be read. `npm run check` says why.");
}

interface Site {
  name: string;
  server: CountingServer;
  /** Missing where the site has no such page. */
  pathOf(target: Target): string | undefined;
}

async function visitInTurn(
  browser: Browser,
  targets: readonly Target[],
  sites: readonly Site[],
  count: number,
  say: (text: string) => void,
): Promise<PageFigures[]> {
  const rows = targets.flatMap((target) =>
    sites.flatMap((site) => {
      const path = site.pathOf(target);
      return path === undefined ? [] : [{ target, site, path, runs: [] as Opened[] }];
    }),
  );
  say("Warming up");
  for (const site of sites) await visitPage(browser, site.server.origin + rows.find((one) => one.site === site)?.path);
  for (let number = 1; number <= count; number++) {
    for (const { target, site, path, runs } of rows) {
      say(`Run ${number} of ${count}: ${target.type}, ${target.locale}, ${site.name}`);
      site.server.take();
      const visit = await visitPage(browser, site.server.origin + path);
      const transfers = checkTransfers(site.server.take(), path, site.name);
      runs.push({ ...visit, transfers, cpu: await measureWork(browser, site.server.origin + path) });
    }
  }
  return rows.map(({ target: { type, locale }, site, path, runs }) => ({ type, locale, generator: site.name, path, ...summarize(runs) }));
}

interface Opened extends Visit {
  transfers: Transfer[];
  cpu: number;
}

/** A page that is not there is small and quick. */
function checkTransfers(transfers: Transfer[], path: string, name: string): Transfer[] {
  const lost = transfers.find((one) => one.lost && one.path !== "/favicon.ico");
  if (lost) throw new Failure(exitCodes.fault, `${name} has no ${lost.path}, which the page ${path} asks for.`);
  return transfers.filter((one) => !one.lost);
}

function summarize(runs: readonly Opened[]): Omit<PageFigures, "type" | "locale" | "generator" | "path"> {
  const median = (read: (run: Opened) => number) => findMedian(runs.map(read));
  const count = (run: Opened, ahead: boolean) => run.transfers.filter((one) => one.ahead === ahead).length;
  const weigh = (run: Opened, ahead: boolean, kind?: TransferKind) =>
    run.transfers.filter((one) => one.ahead === ahead && (!kind || one.kind === kind)).reduce((sum, one) => sum + one.bytes, 0);
  const kinds = transferKinds.map((kind) => [kind, median((run) => weigh(run, false, kind))] as const);
  return {
    requests: median((run) => count(run, false)),
    bytes: { ...(Object.fromEntries(kinds) as Record<TransferKind, number>), all: median((run) => weigh(run, false)) },
    ahead: { requests: median((run) => count(run, true)), bytes: median((run) => weigh(run, true)) },
    lcp: median((run) => run.lcp),
    lcpElement: runs.at(-1)?.lcpElement ?? "",
    cls: median((run) => run.cls),
    domContentLoaded: median((run) => run.domContentLoaded),
    cpu: median((run) => run.cpu),
    spread: Object.fromEntries(
      timings.map((one) => [one, [Math.min(...runs.map((run) => run[one])), Math.max(...runs.map((run) => run[one]))]]),
    ) as PageFigures["spread"],
  };
}
