import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { outputFile, type PageAddress, pathOf } from "#handbook/addresses.ts";
import { editionIndexFolder } from "#handbook/edition-page.ts";
import type { Handbook } from "#handbook/handbook.ts";
import { describeMissingPage } from "#handbook/missing-page.ts";
import { describePage, planPages } from "#handbook/plan.ts";
import { describeSearched, describeSearchFilters } from "#handbook/searched.ts";
import { describeSearchedEditions } from "#handbook/searched-edition.ts";
import type { Locale } from "#model/fields.ts";
import { listExports } from "#exports/list-exports.ts";
import { provideSite } from "../src/site.ts";
import { comparePlan } from "./compare-plan.ts";
import { openArticles, writeEditionIndex } from "./edition-index.ts";
import { cacheFolder, hashGenerator, project } from "./generator.ts";
import { openKept } from "./kept.ts";
import { openLastBuild } from "./last-build.ts";
import { openMarkdownPages } from "./markdown-pages.ts";
import { copyFolder, markFile, measureFolder, openOutput } from "./output.ts";
import { openPack, type Pack } from "./pack.ts";
import { endPagefind } from "./pagefind.ts";
import { sharePast } from "./read-checked.ts";
import { openRenderer, type Renderer } from "./renderer.ts";
import { type IndexedPage, openSearchIndex } from "./search-index.ts";
import type { FilterTitles } from "./search-language.ts";

export interface Built {
  documents: number;
  pages: number;
  words: number;
  locales: number;
  bytes: number;
  /** Whether the site in the output was current already. */
  unchanged: boolean;
}

export interface Progress {
  step(text: string): void;
}

/**
 * Makes the site of a handbook in `folder`; whatever fails, the site that was there stays as it was. Only pages whose
 * props have changed since the last build are made anew, and where nothing at all has changed nothing is written.
 */
export async function buildSite(handbook: Handbook, folder: string, progress: Progress): Promise<Built> {
  const output = openOutput(folder, join(project, ".sopbook", "staging"), [handbook.root, join(project, "src")]);
  const cache = join(cacheFolder(handbook.root), handbook.audience);
  const version = hashGenerator();
  const kept = openPack(join(cache, "pages.pack"));
  const pages = planSite(handbook, version, kept);
  sharePast(handbook.root, version).save();
  const searched = listSearched(handbook, pages);
  const titles = listFilterTitles(handbook);
  const index = openSearchIndex(searched, titles, join(cache, "search"), version);
  const last = openLastBuild<Built>(folder, join(cache, "last-build.json"));
  try {
    progress.step("Making the pages");
    const exports = listExports(handbook, openMarkdownPages(join(cache, "markdown.json"), version));
    const texts = Promise.all(exports.map(async (one): Promise<[string, string]> => [one.file, await one.write()]));
    const identify = async () => hashSite(handbook, pages, [...(await texts).flat(), version, JSON.stringify([searched, titles])]);
    const unchanged = pages.every((one) => !one.page) && last.find(await identify());
    if (unchanged) return { ...unchanged, unchanged: true };

    const write = openWriter(output.staging);
    const publish = (page: SitePage, html: Buffer) => {
      write(page.file, html);
      if (page.address && isSearched(page) && index.isStale(page.address.locale)) index.add(page.file, html.toString());
    };
    const renderer = await openRenderer(handbook.settings.base);
    copyFolder(renderer.assets, output.staging);
    const missing: (SitePage & { page: object })[] = [];
    for (const page of pages) {
      const html = page.page ? undefined : kept.read(page.key);
      if (html) publish(page, html);
      else missing.push({ ...page, page: page.page ?? describeAny(handbook, page.address) });
    }
    const differences = openKept(join(cache, "differences.json"), version);
    provideSite({ handbook: () => handbook, kept: differences });
    await renderAll(renderer, handbook, missing, (page, html) => {
      kept.put(page.key, html);
      publish(page, html);
    });
    differences.save();
    for (const [file, text] of await texts) write(file, text);
    for (const picture of handbook.pictures.values()) write(`media/${picture.name}`, readFileSync(join(handbook.root, picture.file)));
    progress.step("Making the search index");
    await index.write(join(output.staging, "pagefind"));
    await writeEditionIndexes(handbook, titles, pages, kept, output.staging, join(cache, "editions"), version);
    write(markFile, "");
    const { files, bytes } = measureFolder(output.staging);
    comparePlan([...pages.map((one) => one.file), ...exports.map((one) => one.file)], files);
    kept.save(pages.map((one) => one.key));
    output.publish();
    const built = { ...describe(handbook, files), bytes, unchanged: false };
    last.keep(await identify(), built);
    return built;
  } finally {
    output.discard();
    kept.close();
    index.close();
    await endPagefind();
  }
}

/** Each edition has a search index of its own, which only its readers load. */
async function writeEditionIndexes(
  handbook: Handbook,
  titles: ReturnType<typeof listFilterTitles>,
  pages: readonly SitePage[],
  kept: Pack,
  staging: string,
  cache: string,
  version: string,
): Promise<void> {
  const keys = new Map(pages.map(({ file, key }) => [file, key]));
  const openArticle = openArticles((file) => kept.read(keys.get(file) ?? "")?.toString() ?? "");
  for (const { edition, locale, entries } of describeSearchedEditions(handbook)) {
    const indexed = entries.map((one) => ({ ...one, article: openArticle(outputFile(handbook.settings, one.address)) }));
    const folder = join(staging, editionIndexFolder(edition));
    await writeEditionIndex(locale, indexed, titles[locale] ?? {}, folder, join(cache, `${hash(edition, locale)}.pack`), version);
  }
}

interface SitePage {
  /** Missing for the page for addresses that lead nowhere. */
  address: PageAddress | undefined;
  /** Its path in the output. */
  file: string;
  /** The hash of all that it shows and of the code that shows it. */
  key: string;
  /** All that it shows, where it is to be made. */
  page: object | undefined;
}

function planSite(handbook: Handbook, version: string, kept: Pack): SitePage[] {
  const plan = (address: PageAddress | undefined, file: string): SitePage => {
    const page = describeAny(handbook, address);
    const key = hash(version, JSON.stringify(page));
    return { address, file, key, page: kept.has(key) ? undefined : page };
  };
  return [...planPages(handbook).map((address) => plan(address, outputFile(handbook.settings, address))), plan(undefined, "404.html")];
}

function describeAny(handbook: Handbook, address: PageAddress | undefined): object {
  return address ? describePage(handbook, address) : describeMissingPage(handbook);
}

function isSearched({ address }: SitePage): boolean {
  return address?.page === "document";
}

/** As many pages at a time as the compiler of texts, which works in threads, can keep up with. */
const together = 4;

async function renderAll(
  renderer: Renderer,
  { settings }: Handbook,
  pages: readonly (SitePage & { page: object })[],
  take: (page: SitePage, html: Buffer) => void,
): Promise<void> {
  const queue = pages.values();
  const work = async () => {
    for (const page of queue) {
      const { address } = page;
      const path = address ? pathOf(settings, address) : `${settings.base}404/`;
      take(page, Buffer.from(await renderer.render(address?.page ?? "missing", path, page.page)));
    }
  };
  await Promise.all(Array.from({ length: together }, work));
}

function listSearched(handbook: Handbook, pages: readonly SitePage[]): IndexedPage[] {
  return pages.flatMap(({ file, key, address }) =>
    address?.page === "document" ? [{ file, key, searched: describeSearched(handbook, address) }] : [],
  );
}

function listFilterTitles(handbook: Handbook): Partial<Record<Locale, FilterTitles>> {
  return Object.fromEntries(handbook.settings.locales.map((locale) => [locale, describeSearchFilters(handbook, locale)]));
}

/** Names all that a build writes. */
function hashSite(handbook: Handbook, pages: readonly SitePage[], texts: readonly string[]): string {
  const pictures = [...handbook.pictures.values()].map((one) => one.name);
  return hash(...pages.flatMap(({ file, key }) => [file, key]), ...texts, ...pictures);
}

function hash(...texts: string[]): string {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(`${Buffer.byteLength(text)}\0`).update(text);
  return hash.digest("base64url");
}

/** Writes files below `folder`, each folder made once. */
function openWriter(folder: string): (file: string, text: string | Uint8Array) => void {
  const made = new Set<string>();
  return (file, text) => {
    const path = join(folder, file);
    if (!made.has(dirname(path))) mkdirSync(dirname(path), { recursive: true });
    made.add(dirname(path));
    writeFileSync(path, text);
  };
}

function describe(handbook: Handbook, files: readonly string[]): Omit<Built, "bytes" | "unchanged"> {
  return {
    documents: handbook.documents.length,
    pages: files.filter((one) => one.endsWith(".html")).length,
    words: handbook.documents.reduce((sum, one) => sum + one.body.words, 0),
    locales: handbook.settings.locales.length,
  };
}
