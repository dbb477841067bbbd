import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { outputFile } from "#handbook/addresses.ts";
import { editionIndexFolder } from "#handbook/edition-page.ts";
import type { Handbook } from "#handbook/handbook.ts";
import { planPages } from "#handbook/plan.ts";
import { describeSearched, describeSearchFilters } from "#handbook/searched.ts";
import type { Locale } from "#model/fields.ts";
import { provideSite } from "../src/site.ts";
import { comparePlan } from "./compare-plan.ts";
import { type EditionIndexTools, makeEditionIndexes } from "./edition-indexes.ts";
import { cacheFolder, hashGenerator, project } from "./generator.ts";
import { type Files, readFiles } from "./kept-folder.ts";
import { openKept } from "./kept.ts";
import { makePage, type MadePage, pagesFile, type PageTarget } from "./make-page.ts";
import { makePages } from "./make-pages.ts";
import { openOutput } from "./output.ts";
import { openPack } from "./pack.ts";
import { differencesFile } from "./page-threads.ts";
import { endPagefind } from "./pagefind.ts";
import { sharePast } from "./read-checked.ts";
import { openRenderer } from "./renderer.ts";
import { type IndexedPage, openSearchIndex } from "./search-index.ts";
import type { FilterTitles } from "./search-language.ts";
import { nameBytes, openSiteFiles, type SiteFiles } from "./site-files.ts";

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

export interface BuildSiteOptions {
  /** The folder of the site. */
  out: string;
  /** Whether the handbook was read with its drafts. */
  drafts: boolean;
  progress: Progress;
}

/** Where fewer pages are new, their texts are written at the end: while that is loaded, Pagefind would get nothing to read. */
const much = 40;

/**
 * Makes the site of a handbook; whatever fails, the site that was there stays as it was. Only pages that show something
 * else than in the last build are made anew, and where nothing at all has changed nothing is written.
 */
export async function buildSite(handbook: Handbook, { out, drafts, progress }: BuildSiteOptions): Promise<Built> {
  const output = openOutput(out, join(project, ".sopbook", "staging"), [handbook.root, join(project, "src")]);
  const cache = join(cacheFolder(handbook.root), handbook.audience);
  const version = hashGenerator();
  const kept = openPack(join(cache, pagesFile));
  const differences = openKept(join(cache, differencesFile), version);
  const targets: PageTarget[] = [...planPages(handbook), undefined];
  const files = new Map(targets.map((one) => [one, findFile(handbook, one)]));
  // Threads hand back copies.
  const fileOf = (target: PageTarget) => files.get(target) ?? findFile(handbook, target);
  const searched = listSearched(handbook, targets);
  const titles = listFilterTitles(handbook);
  const index = openSearchIndex(searched, titles, join(cache, "search"), version, differences);
  const site = openSiteFiles<Built>(output, out, join(cache, "last-build.json"));
  provideSite({ handbook: () => handbook, kept: differences });
  const tools = { handbook, drafts, version, cache, isKept: kept.has, openRenderer: () => openRenderer(handbook.settings.base) };
  try {
    progress.step("Making the pages");
    const keys = new Map<string, string>();
    const fresh = new Set<string>();
    const waiting = new Set(searched.map((one) => one.file));
    let indexing: Promise<Files> | undefined;
    let exporting: Promise<[file: string, text: string][]> | undefined;
    const take = ({ target, key, html }: MadePage) => {
      const file = fileOf(target);
      keys.set(file, key);
      const bytes = html && Buffer.from(html.buffer, html.byteOffset, html.length);
      if (bytes) {
        fresh.add(file);
        kept.put(key, bytes);
        if (target?.page === "document") index.add(file, bytes.toString());
      }
      if (waiting.delete(file) && waiting.size === 0) startOthers();
      // What comes before the index is begun is added at the end, because the first file to be added takes a look at the output.
      if (bytes && waiting.size === 0) site.add(file, key, bytes);
    };
    /** The bytes that are kept of a page; where they are damaged it is made anew, and nothing is returned. */
    const read = async (target: PageTarget): Promise<Buffer | undefined> => {
      const html = kept.read(keys.get(fileOf(target)) ?? "");
      if (!html) take(await makePage({ ...tools, isKept: () => false }, target));
      return html;
    };
    /** Begun as soon as all documents have their pages, because Pagefind works in a process of its own, and on much text a thread. */
    const startOthers = () => {
      if (fresh.size > 0) makeIndex().catch(() => {});
      if (fresh.size >= much) makeExports().catch(() => {});
    };
    const makeIndex = () => (indexing ??= fillIndex());
    // Loads much that nothing else needs.
    const makeExports = () => (exporting ??= import("./write-exports.ts").then((one) => one.writeExports(handbook, cache, version)));
    const fillIndex = async (): Promise<Files> => {
      const missing = new Set(index.listMissing());
      for (const target of targets) {
        const file = fileOf(target);
        const html = missing.has(file) ? await read(target) : undefined;
        if (html) index.add(file, html.toString());
      }
      return index.make(join(output.staging, "pagefind"));
    };
    await makePages(tools, targets, take);
    sharePast(handbook.root, version).save();
    differences.save();
    const texts = await makeExports();
    const identify = () => hashSite(handbook, keys, [...texts.flat(), version, JSON.stringify([searched, titles])]);
    const unchanged = fresh.size === 0 && site.findSame(identify());
    if (unchanged) return { ...unchanged, unchanged: true };

    const addAll = (folder: string, files: Files) => {
      for (const [name, bytes] of files) site.add(folder + name, nameBytes(bytes), bytes);
    };
    addAll("", readFiles((await openRenderer(handbook.settings.base)).assets));
    for (const target of targets) {
      const file = fileOf(target);
      const key = keys.get(file) ?? "";
      if (site.has(file) || site.keep(file, key)) continue;
      const html = await read(target);
      if (html) site.add(file, key, html);
    }
    for (const [file, text] of texts) site.add(file, nameBytes(text), text);
    for (const { name, file } of handbook.pictures.values())
      if (!site.keep(`media/${name}`, name)) site.add(`media/${name}`, name, readFileSync(join(handbook.root, file)));
    progress.step("Making the search index");
    addAll("pagefind/", await makeIndex());
    const editionTools: EditionIndexTools = {
      filters: titles,
      readPage: (file) => kept.read(keys.get(file) ?? "")?.toString() ?? "",
      staging: output.staging,
      cache: join(cache, "editions"),
      version,
      told: differences,
    };
    for (const [edition, files] of await makeEditionIndexes(handbook, editionTools)) addAll(`${editionIndexFolder(edition)}/`, files);
    comparePlan([...files.values(), ...texts.map(([file]) => file)], site.list());
    kept.save(keys.values());
    differences.save();
    const built = { ...describe(handbook, site), unchanged: false };
    site.publish(identify(), built);
    return built;
  } finally {
    output.discard();
    kept.close();
    index.close();
    await endPagefind();
  }
}

/** The path of a page in the output. */
function findFile({ settings }: Handbook, target: PageTarget): string {
  return target ? outputFile(settings, target) : "404.html";
}

function listSearched(handbook: Handbook, targets: readonly PageTarget[]): IndexedPage[] {
  return targets.flatMap((one) =>
    one?.page === "document" ? [{ file: findFile(handbook, one), searched: describeSearched(handbook, one) }] : [],
  );
}

function listFilterTitles(handbook: Handbook): Partial<Record<Locale, FilterTitles>> {
  return Object.fromEntries(handbook.settings.locales.map((locale) => [locale, describeSearchFilters(handbook, locale)]));
}

/** Names all that a build writes. */
function hashSite(handbook: Handbook, keys: ReadonlyMap<string, string>, texts: readonly string[]): string {
  const pictures = [...handbook.pictures.values()].map((one) => one.name);
  const pages = [...keys].map(([file, key]) => `${file}\0${key}`).sort();
  return hash("sha256", JSON.stringify([pages, texts, pictures]), "base64url");
}

function describe({ documents, settings }: Handbook, site: SiteFiles<Built>): Omit<Built, "unchanged"> {
  return {
    documents: documents.length,
    pages: site.list().filter((one) => one.endsWith(".html")).length,
    words: documents.reduce((sum, one) => sum + one.body.words, 0),
    locales: settings.locales.length,
    bytes: site.measure(),
  };
}
