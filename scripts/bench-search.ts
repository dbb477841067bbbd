import { join } from "node:path";
import { Option } from "commander";
import { chromium } from "playwright-core";
import { readCopies } from "./bench-copies.ts";
import { describeMachine } from "./bench-machine.ts";
import { defaultPeersFolder } from "./bench-peers.ts";
import { listCommandArguments, measureProcess } from "./bench-process.ts";
import { ownSearchBox } from "./bench-search-box.ts";
import { makePlainPagefind } from "./bench-search-plain.ts";
import { writeCrowdedHandbook } from "./bench-search-crowd.ts";
import type { Asked } from "./bench-search-figures.ts";
import { measureSite, type Extent, type Measured, type SearchSite } from "./bench-search-measure.ts";
import { buildPeer, peerNames, type PeerName } from "./bench-search-peers.ts";
import { makeSearchReport, writeSearchReport } from "./bench-search-report.ts";
import { chromiumArguments, provideChromium } from "./chromium.ts";
import { defineCommand, exitCodes, Failure, runCommand } from "./command.ts";
import { project } from "./generator.ts";
import { type GoldenQuery, readGoldenQueries, type Split, splits } from "./golden-queries.ts";
import { startProgress } from "./progress.ts";
import { recordFloors } from "./search-floors.ts";

interface SearchOptions {
  split: Split | "all";
  crowd: string;
  folder: string;
  limit?: string;
  quick?: true;
  own?: true;
  misses?: true;
  record?: true;
  peers?: true | PeerName[];
  peersFolder: string;
  json?: true;
}

/** Peers are asked less, because each of their answers has to be waited for. */
const ownExtent: Extent = { pieces: 50, titles: 200, cold: 20, warm: 60 };
const peerExtent: Extent = { pieces: 10, titles: 50, cold: 8, warm: 16 };

const titles = { "zh-CN": "手册", en: "Handbook" };

const command = defineCommand(
  "bench:search",
  "Asks search what reps ask, in a real browser, on the sample handbook in a crowd of other documents, and compares it with Pagefind alone.",
)
  .addOption(
    new Option("--split <half>", "Which half of the golden queries: dev is for tuning, test for reporting.")
      .choices([...splits, "all"])
      .default("all"),
  )
  .option("--crowd <count>", "How many other documents stand beside the sample handbook, half of them in each language.", "1112")
  .option("--limit <count>", "How many queries of each kind at most.")
  .option("--quick", "Only the golden queries: no pieces of text, titles, waits and bytes.")
  .option("--own", "Only our own search, without Pagefind alone.")
  .option("--misses", "Also list the queries of the dev half whose answer does not come first.")
  .addOption(
    new Option("--record", "Ask all golden queries on the sample handbook alone, and raise the floors that the tests hold.").implies({
      split: "all",
      crowd: "0",
      quick: true,
      own: true,
    }),
  )
  .addOption(
    new Option("--peers [name...]", "Also ask the search boxes of other generators, which are given the same text.").choices(peerNames),
  )
  .addOption(
    new Option("--peers-folder <folder>", "Where to install them, outside this project.").default(
      defaultPeersFolder,
      "a folder for caches",
    ),
  )
  .option("--json", "Print JSON.")
  .addOption(
    new Option("--folder <folder>", "Where the handbook is kept between runs, so that the next one builds only what has changed.").default(
      join(defaultPeersFolder, "search"),
      "a folder for caches",
    ),
  )
  .action(runBench);

if (import.meta.main) await runCommand(command);

async function runBench(options: SearchOptions): Promise<void> {
  const progress = startProgress();
  const machine = describeMachine();
  const crowd = readCrowd(options.crowd);
  const queries = limit((options.split === "all" ? splits : [options.split]).flatMap(readGoldenQueries), readLimit(options.limit));
  const browser = await chromium.launch({ executablePath: provideChromium(), args: chromiumArguments });
  try {
    progress.step("Building the handbook");
    const site = await buildCrowd(options.folder, crowd);
    const copies = readCopies(site);
    const extent = options.quick ? undefined : ownExtent;
    const own: SearchSite = { box: ownSearchBox("/"), folder: site, base: "/", index: /^pagefind\// };
    const sites = options.own ? [own] : [own, await makePlainPagefind(site, join(options.folder, "plain"))];
    const measured: Measured[] = [];
    for (const one of sites) measured.push(await measureSite(browser, one, queries, copies, site, extent, progress.step));
    for (const name of options.peers === true ? peerNames : (options.peers ?? [])) {
      progress.step(`Building the same text with ${name}`);
      const peer = await buildPeer(name, options.peersFolder, copies, titles);
      measured.push(await measureSite(browser, peer, queries, copies, site, extent && peerExtent, progress.step));
    }
    progress.pause();
    const report = makeSearchReport(machine, copies.length, measured);
    console.log(options.json ? JSON.stringify(report, undefined, 2) : writeSearchReport(report));
    if (options.record) recordFloors(measured.flatMap((one) => one.asked));
    if (options.misses) for (const { name, asked } of measured) console.log(`\n${name}\n${listMisses(asked)}`);
  } finally {
    progress.pause();
    await browser.close();
  }
}

async function buildCrowd(folder: string, crowd: number): Promise<string> {
  const [content, site] = [join(folder, "content"), join(folder, "site")];
  if (crowd > 0) writeCrowdedHandbook(content, crowd / 2);
  const root = crowd > 0 ? content : join(project, "content");
  await measureProcess([...listCommandArguments("build"), "--content", root, "--out", site], project);
  return site;
}

function readCrowd(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 0 || count % 2 !== 0)
    throw new Failure(exitCodes.usage, `A crowd can't have "${text}" documents. Name an even number from 0.`);
  return count;
}

function readLimit(text: string | undefined): number {
  const count = Number(text ?? Infinity);
  if (Number.isNaN(count) || count < 1)
    throw new Failure(exitCodes.usage, `"${text}" is not a number of queries. Name a whole number from 1.`);
  return count;
}

function limit(queries: readonly GoldenQuery[], most: number): GoldenQuery[] {
  return [...Map.groupBy(queries, (one) => `${one.split} ${one.kind}`).values()].flatMap((own) => own.slice(0, most));
}

/** Without those of the test half, which nobody tunes on. */
function listMisses(asked: readonly Asked[]): string {
  return asked
    .filter((one) => one.split === "dev" && (one.find.length > 0 ? one.rank !== 1 : one.match === "exact" && one.found.length > 0))
    .map(({ kind, locale, query, find, found, rank, match }) => {
      const shown = found.slice(0, 3).join(", ") || "nothing";
      return `${kind}, ${locale}: ${query} → ${find.join(", ") || "no answer"}: ${rank ? `rank ${rank}` : "not among ten"} (${match}: ${shown})`;
    })
    .join("\n");
}
