import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import type { Copy } from "./bench-copies.ts";
import { openAsker, type SearchBox } from "./bench-search-box.ts";
import { type Asked, judge } from "./bench-search-figures.ts";
import { probe, type Probes, readTexts } from "./bench-search-probes.ts";
import { measureSpeed, type Speed } from "./bench-search-speed.ts";
import { serveCounting } from "./bench-server.ts";
import type { GoldenQuery } from "./golden-queries.ts";
import { listFiles } from "./output.ts";

/** A built site with one of its search boxes. */
export interface SearchSite {
  box: SearchBox;
  folder: string;
  base: string;
  /** The files of its index, by their paths in the folder. */
  index: RegExp;
}

export interface Measured {
  name: string;
  asked: Asked[];
  probes: Probes | undefined;
  speeds: Speed[];
  /** Bytes of all files of the index, for all languages. */
  indexBytes: number;
}

/** How much is asked beside the golden queries; nothing where it is missing. */
export interface Extent {
  /** Pieces of text of each length in each language. */
  pieces: number;
  titles: number;
  /** Cold and warm queries. */
  cold: number;
  warm: number;
}

export async function measureSite(
  browser: Browser,
  { box, folder, base, index }: SearchSite,
  queries: readonly GoldenQuery[],
  copies: readonly Copy[],
  texts: string,
  extent: Extent | undefined,
  say: (text: string) => void,
): Promise<Measured> {
  const server = await serveCounting(folder, base);
  const context = await browser.newContext();
  try {
    const asker = openAsker(context, box, server.origin);
    const asked: Asked[] = [];
    for (const query of queries) {
      say(`${box.name}: ${query.kind}`);
      asked.push(judge(query, await asker.ask(query), base));
    }
    const speeds: Speed[] = [];
    let probes: Probes | undefined;
    if (extent) {
      say(`${box.name}: pieces and titles`);
      probes = await probe(asker, readTexts(texts, copies), extent.pieces, extent.titles, base);
      for (const slow of [false, true]) {
        say(`${box.name}: ${slow ? "slow" : "quick"} and cold`);
        speeds.push(await measureSpeed(browser, box, server, slow, spread(queries, extent.cold), spread(queries, extent.warm)));
      }
    }
    const files = listFiles(folder).flatMap(({ path }) => (index.test(path) ? [path] : []));
    const indexBytes = files.reduce((sum, one) => sum + readFileSync(join(folder, one)).length, 0);
    return { name: box.name, asked, probes, speeds, indexBytes };
  } finally {
    await context.close();
    server.close();
  }
}

/** Some of all kinds, without those that filter. */
function spread(queries: readonly GoldenQuery[], count: number): GoldenQuery[] {
  const plain = queries.filter((one) => Object.keys(one.filter).length === 0);
  const step = Math.max(1, plain.length / count);
  return Array.from({ length: Math.min(count, plain.length) }, (_, index) => plain[Math.floor(index * step)] as GoldenQuery);
}
