import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { close, createIndex, type PagefindIndex } from "pagefind";
import type { Searched } from "#handbook/searched.ts";
import type { Locale } from "#model/fields.ts";
import { openPack, type Pack } from "./pack.ts";
import { addKeywords, collectWords } from "./search-keywords.ts";

/** The titles of the values of filters, for each language. */
export type FilterTitles = Partial<Record<Locale, Record<string, Record<string, string>>>>;

/** The file beside the index that holds the words and tables of one language. */
export function termsFile(locale: string): string {
  return `terms.${locale.toLowerCase()}.json`;
}

/** A page that is searched: its path in the output, such as `en/stages/demo/index.html`, and the hash of all that it shows. */
export interface IndexedPage {
  file: string;
  key: string;
  searched: Searched;
}

/** Pagefind's index of the pages of one build, made in a process of its own while pages are still being written. */
export interface SearchIndex {
  /** Whether the pages differ from those of the last build, so that each of them must be added. */
  stale: boolean;
  add(file: string, html: string): void;
  /** Writes the index into `folder`, from the last build where it is not stale. */
  write(folder: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens an index of `pages`, whose last state lies in the file `cache`; `version` names the code that makes it. Pagefind
 * numbers pages as they come, so they are indexed in the order of `pages`, whichever is added first: the same pages give
 * the same bytes.
 */
export function openSearchIndex(pages: readonly IndexedPage[], filters: FilterTitles, cache: string, version: string): SearchIndex {
  const pack = openPack(cache);
  const key = hashPages(pages, filters, version);
  const words = collectWords();
  const kept = readKept(pack, key);
  const waiting = new Map<string, string>();
  const feeder = startFeeder();
  let next = 0;
  return {
    stale: kept === undefined,
    add(file, html) {
      waiting.set(file, cutArticle(html));
      for (let page = pages[next]; page && waiting.has(page.file); page = pages[++next]) {
        const article = waiting.get(page.file) ?? "";
        words.add(page.searched.locale, article);
        feeder.feed(page.file, addKeywords(article, page.searched));
        waiting.delete(page.file);
      }
    },
    async write(folder) {
      for (const [name, bytes] of kept ?? []) writeInto(folder, name, bytes);
      if (kept) return;
      if (next < pages.length) throw new Error("The search index was to be written before all of its pages were made.");
      await writeIndex(await feeder.finish(), folder);
      await writeTerms(folder, pages, filters, words);
      const names = listNames(folder);
      for (const name of names) pack.put(name, readFileSync(join(folder, name)));
      pack.put(key, Buffer.from(JSON.stringify(names)));
      pack.save([key, ...names]);
    },
    async close() {
      pack.close();
      await close();
    },
  };
}

/** What Pagefind reads of a page, without what stands around it: half of the bytes take half of the time. */
function cutArticle(html: string): string {
  const start = html.indexOf("<article");
  const end = html.lastIndexOf("</article>");
  if (start < 0 || end < 0) return html;
  return `${/<html[^>]*>/.exec(html)?.[0] ?? "<html>"}<body>${html.slice(start, end)}</article></body></html>`;
}

/** Hands pages to Pagefind in order, without waiting for one before it sends the next. */
function startFeeder() {
  let starting: Promise<PagefindIndex> | undefined;
  const fed: Promise<void>[] = [];
  const start = () => (starting ??= startIndex());
  return {
    feed(file: string, html: string): void {
      const done = start().then(async (index) => {
        const { errors } = await index.addHTMLFile({ sourcePath: file, content: html });
        if (errors.length > 0) throw new Error(`The search index could not be made. ${file}: ${errors.join(" ")}`);
      });
      done.catch(() => {});
      fed.push(done);
    },
    async finish(): Promise<PagefindIndex> {
      await Promise.all(fed);
      return start();
    },
  };
}

async function startIndex(): Promise<PagefindIndex> {
  const { index, errors } = await createIndex();
  if (!index) throw new Error(`Pagefind did not start. ${errors.join(" ")}`);
  return index;
}

/** Pagefind's own user interfaces, which the handbook does not use. */
const unused = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;

async function writeIndex(index: PagefindIndex, folder: string): Promise<void> {
  const { errors } = await index.writeFiles({ outputPath: folder });
  if (errors.length > 0) throw new Error(`The search index could not be written.\n${errors.join("\n")}`);
  for (const name of readdirSync(folder)) if (unused.test(name)) rmSync(join(folder, name));
}

/** Beside the index of each language, the words and tables that a query is understood with. */
async function writeTerms(
  folder: string,
  pages: readonly IndexedPage[],
  filters: FilterTitles,
  words: ReturnType<typeof collectWords>,
): Promise<void> {
  // The dictionaries take a while to load, and most builds don't need them.
  const { makeTerms } = await import("./search-terms.ts");
  const entry = JSON.parse(readFileSync(join(folder, "pagefind-entry.json"), "utf8")) as { languages: Record<string, { hash: string }> };
  const searched = pages.map((one) => one.searched);
  for (const [locale, titles] of Object.entries(filters)) {
    const index = entry.languages[locale.toLowerCase()]?.hash ?? "";
    const terms = makeTerms(locale as Locale, searched, words.list(locale as Locale), { index, filters: titles });
    writeFileSync(join(folder, termsFile(locale)), JSON.stringify(terms));
  }
}

/** The names of the files below `folder`. */
function listNames(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => relative(folder, join(one.parentPath, one.name)));
}

function writeInto(folder: string, name: string, bytes: Buffer): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}

/** The files of the index that stands under `key`; undefined where one of them is missing or damaged. */
function readKept(pack: Pack, key: string): Map<string, Buffer> | undefined {
  const list = pack.read(key);
  if (!list) return undefined;
  const files = new Map<string, Buffer>();
  for (const name of JSON.parse(list.toString()) as string[]) {
    const bytes = pack.read(name);
    if (!bytes) return undefined;
    files.set(name, bytes);
  }
  return files;
}

function hashPages(pages: readonly IndexedPage[], filters: FilterTitles, version: string): string {
  const hash = createHash("sha256").update(version).update(JSON.stringify(filters));
  for (const { file, key, searched } of pages) hash.update(`\0${file}\0${key}\0${JSON.stringify(searched)}`);
  return hash.digest("hex").slice(0, 32);
}
