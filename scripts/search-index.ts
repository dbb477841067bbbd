import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Searched } from "#handbook/searched.ts";
import type { Locale } from "#model/fields.ts";
import { type Files, openKeptFolder, writeFiles } from "./kept-folder.ts";
import { cutArticle } from "./pagefind.ts";
import { type FilterTitles, startLanguage } from "./search-language.ts";

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
export function openSearchIndex(
  pages: readonly IndexedPage[],
  filters: Partial<Record<Locale, FilterTitles>>,
  cache: string,
  version: string,
): SearchIndex {
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
    },
    close: () => languages.forEach((one) => one.close()),
  };
}

function openLanguage(locale: Locale, pages: readonly IndexedPage[], titles: FilterTitles, cache: string, version: string) {
  const kept = openKeptFolder(cache, hashPages(pages, titles, version));
  const waiting = new Map<string, string>();
  const index = startLanguage(locale, titles);
  let next = 0;
  return {
    stale: kept.files === undefined,
    /** Pages are indexed in the order of `pages`, whichever is added first. */
    add(file: string, html: string): void {
      waiting.set(file, cutArticle(html));
      for (let page = pages[next]; page && waiting.has(page.file); page = pages[++next]) {
        index.add(page.file, waiting.get(page.file) ?? "", page.searched);
        waiting.delete(page.file);
      }
    },
    async make(folder: string): Promise<Files> {
      if (kept.files) return kept.files;
      if (next < pages.length) throw new Error("The search index was to be written before all of its pages were made.");
      const files = await index.make(folder);
      kept.keep(files);
      return files;
    },
    close: () => kept.close(),
  };
}

function hashPages(pages: readonly IndexedPage[], titles: FilterTitles, version: string): string {
  const hash = createHash("sha256").update(version).update(JSON.stringify(titles));
  for (const { file, key, searched } of pages) hash.update(`\0${file}\0${key}\0${JSON.stringify(searched)}`);
  return hash.digest("hex").slice(0, 32);
}
