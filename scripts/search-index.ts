import { createHash } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Searched } from "#handbook/searched.ts";
import type { Locale } from "#model/fields.ts";
import { type Files, openKeptFolder, readFiles, writeFiles } from "./kept-folder.ts";
import { cutArticle, startPagefind } from "./pagefind.ts";
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

/** Pagefind's index of the pages of one build, an index for each language. */
export interface SearchIndex {
  /** Whether the pages of a language differ from those of the last build, so that each of them must be added. */
  isStale(locale: Locale): boolean;
  add(file: string, html: string): void;
  /** Writes the index into `folder`, for languages that are not stale from the last build. */
  write(folder: string): Promise<void>;
  close(): void;
}

/**
 * Opens an index of `pages`, whose last state lies in the folder `cache`; `version` names the code that makes it. A
 * language whose pages stayed as they were is taken from there: Pagefind can only make an index as a whole.
 */
export function openSearchIndex(pages: readonly IndexedPage[], filters: FilterTitles, cache: string, version: string): SearchIndex {
  const languages = new Map(
    Object.entries(filters).map(([name, titles]) => {
      const locale = name as Locale;
      const own = pages.filter((one) => one.searched.locale === locale);
      return [locale, openLanguage(locale, own, titles, join(cache, `${locale}.pack`), version)];
    }),
  );
  const localeOf = new Map(pages.map(({ file, searched }) => [file, searched.locale]));
  return {
    isStale: (locale) => languages.get(locale)?.stale ?? false,
    add(file, html) {
      const locale = localeOf.get(file);
      if (locale) languages.get(locale)?.add(file, html);
    },
    async write(folder) {
      const made = await Promise.all([...languages].map(([locale, one]) => one.make(`${folder}.${locale}`)));
      for (const files of made) writeFiles(folder, files);
      writeFileSync(join(folder, entryFile), joinEntries(made));
    },
    close: () => languages.forEach((one) => one.close()),
  };
}

function openLanguage(locale: Locale, pages: readonly IndexedPage[], titles: FilterTitles[Locale], cache: string, version: string) {
  const kept = openKeptFolder(cache, hashPages(pages, titles, version));
  const words = collectWords();
  const waiting = new Map<string, string>();
  const pagefind = startPagefind();
  let next = 0;
  return {
    stale: kept.files === undefined,
    /** Pages are indexed in the order of `pages`, whichever is added first. */
    add(file: string, html: string): void {
      waiting.set(file, cutArticle(html));
      for (let page = pages[next]; page && waiting.has(page.file); page = pages[++next]) {
        const article = waiting.get(page.file) ?? "";
        words.add(article);
        pagefind.add(page.file, addKeywords(article, page.searched));
        waiting.delete(page.file);
      }
    },
    async make(folder: string): Promise<Files> {
      if (kept.files) return kept.files;
      if (next < pages.length) throw new Error("The search index was to be written before all of its pages were made.");
      await pagefind.write(folder);
      // The dictionaries take a while to load, and most builds don't need them.
      const { makeTerms } = await import("./search-terms.ts");
      const files = new Map(readFiles(folder));
      const index = Object.values(readEntry(files).languages)[0]?.hash ?? "";
      const searched = pages.map((one) => one.searched);
      const terms = makeTerms(locale, searched, words.list(), { index, filters: titles ?? {} });
      files.set(termsFile(locale), Buffer.from(JSON.stringify(terms)));
      rmSync(folder, { recursive: true });
      kept.keep(files);
      return files;
    },
    close: () => kept.close(),
  };
}

/** The file by which Pagefind finds the index of a language. */
const entryFile = "pagefind-entry.json";

interface Entry {
  languages: Record<string, { hash: string }>;
}

function readEntry(files: Files): Entry {
  return JSON.parse(files.get(entryFile)?.toString() ?? '{ "languages": {} }') as Entry;
}

function joinEntries(made: readonly Files[]): string {
  const entries = made.map(readEntry);
  return JSON.stringify({ ...entries[0], languages: Object.assign({}, ...entries.map((one) => one.languages)) });
}

function hashPages(pages: readonly IndexedPage[], titles: FilterTitles[Locale], version: string): string {
  const hash = createHash("sha256")
    .update(version)
    .update(JSON.stringify(titles ?? {}));
  for (const { file, key, searched } of pages) hash.update(`\0${file}\0${key}\0${JSON.stringify(searched)}`);
  return hash.digest("hex").slice(0, 32);
}
