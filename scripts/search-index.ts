import { hash } from "node:crypto";
import { join } from "node:path";
import type { Searched } from "#handbook/searched.ts";
import type { Locale } from "#model/fields.ts";
import type { Kept } from "../src/site.ts";
import { type Files, openKeptFolder } from "./kept-folder.ts";
import { cutArticle } from "./pagefind.ts";
import { type FilterTitles, startLanguage } from "./search-language.ts";

/** A page that is searched, by its path in the output, such as `en/stages/demo/index.html`. */
export interface IndexedPage {
  file: string;
  searched: Searched;
}

/** Pagefind's index of the pages of one build, an index for each language. */
export interface SearchIndex {
  /** Takes a page as soon as it is made anew, because Pagefind can work meanwhile. */
  add(file: string, html: string): void;
  /** The paths of the pages that are still to be added. */
  listMissing(): string[];
  /** The files of the index, once all pages are added; works beside `folder`. */
  make(folder: string): Promise<Files>;
  close(): void;
}

/**
 * Opens an index of `pages`, whose last state lies in the folder `cache`; `version` names the code that makes it, and
 * `told` holds what dictionaries told. A language whose articles stayed as they were is taken from there: Pagefind can only
 * make an index as a whole.
 */
export function openSearchIndex(
  pages: readonly IndexedPage[],
  filters: Partial<Record<Locale, FilterTitles>>,
  cache: string,
  version: string,
  told: Kept,
): SearchIndex {
  const languages = new Map(
    Object.entries(filters).map(([name, titles]) => {
      const locale = name as Locale;
      const own = pages.filter((one) => one.searched.locale === locale);
      return [locale, openLanguage(locale, own, titles, join(cache, `${locale}.pack`), version, told)];
    }),
  );
  const localeOf = new Map(pages.map(({ file, searched }) => [file, searched.locale]));
  return {
    add(file, html) {
      const locale = localeOf.get(file);
      if (locale) languages.get(locale)?.add(file, html);
    },
    listMissing: () => [...languages.values()].flatMap((one) => one.listMissing()),
    async make(folder) {
      const made = await Promise.all([...languages].map(([locale, one]) => one.make(`${folder}.${locale}`)));
      return new Map(made.flatMap((files) => [...files]));
    },
    close: () => languages.forEach((one) => one.close()),
  };
}

function openLanguage(locale: Locale, pages: readonly IndexedPage[], titles: FilterTitles, cache: string, version: string, told: Kept) {
  const kept = openKeptFolder(cache);
  const hashes = new Map<string, string>();
  const waiting = new Map<string, string>();
  const index = startLanguage(locale, titles, told);
  let next = 0;
  /** Pages are indexed in the order of `pages`, whichever is added first. */
  const indexWaiting = () => {
    for (let page = pages[next]; page && waiting.has(page.file); page = pages[++next]) {
      index.add(page.file, waiting.get(page.file) ?? "", page.searched);
      waiting.delete(page.file);
    }
  };
  return {
    add(file: string, html: string): void {
      const article = cutArticle(html);
      hashes.set(file, hash("sha1", article));
      waiting.set(file, article);
      // Where there is an index, it may be that of the same articles.
      if (!kept.exists) indexWaiting();
    },
    listMissing: () => pages.map((one) => one.file).filter((one) => !hashes.has(one)),
    async make(folder: string): Promise<Files> {
      const key = hashPages(pages, hashes, titles, version);
      const found = kept.read(key);
      if (found) return found;
      indexWaiting();
      if (next < pages.length) throw new Error("The search index was to be written before all of its pages were made.");
      const files = await index.make(folder);
      kept.keep(key, files);
      return files;
    },
    close: () => kept.close(),
  };
}

function hashPages(pages: readonly IndexedPage[], articles: ReadonlyMap<string, string>, titles: FilterTitles, version: string): string {
  const texts = pages.map(({ file, searched }) => `\0${file}\0${articles.get(file)}\0${JSON.stringify(searched)}`);
  return hash("sha256", `${version}\0${JSON.stringify(titles)}${texts.join("")}`);
}
