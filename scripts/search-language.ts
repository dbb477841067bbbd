import { rmSync } from "node:fs";
import type { Searched } from "#handbook/searched.ts";
import type { Locale } from "#model/fields.ts";
import type { TermsFile } from "../src/islands/search/terms.ts";
import type { Kept } from "../src/site.ts";
import { type Files, readFiles } from "./kept-folder.ts";
import { startPagefind } from "./pagefind.ts";
import { addKeywords, collectWords } from "./search-keywords.ts";
import { makeTerms } from "./search-terms.ts";

/** The titles of the values of filters: `{ stage: { demo: "Demo" } }`. */
export type FilterTitles = Record<string, Record<string, string>>;

/** The file beside the index that holds the words and tables of one language. */
export function termsFile(locale: string): string {
  return `terms.${locale.toLowerCase()}.json`;
}

/** An index of texts in one language, with what queries are understood with. */
export interface LanguageIndex {
  /** Adds the article of a page, by its path in the output; the same order gives the same bytes. */
  add(file: string, article: string, searched: Searched): void;
  /** Makes the files, in `folder` for as long as that takes. */
  make(folder: string): Promise<Files>;
}

/** Starts with the first article that is added; elements that match `excludeSelectors` are no part of it. */
export function startLanguage(locale: Locale, titles: FilterTitles, kept: Kept, excludeSelectors: string[] = []): LanguageIndex {
  const words = collectWords();
  const pagefind = startPagefind(excludeSelectors);
  const added: Searched[] = [];
  return {
    add(file, article, searched) {
      added.push(searched);
      words.add(article);
      pagefind.add(file, addKeywords(article, searched));
    },
    async make(folder) {
      const writing = pagefind.write(folder);
      writing.catch(() => {});
      const terms = await makeTerms(locale, added, words.list(), titles, kept);
      const [index = ""] = await writing;
      const files = new Map(readFiles(folder));
      rmSync(folder, { recursive: true });
      return files.set(termsFile(locale), Buffer.from(JSON.stringify({ index, ...terms } satisfies TermsFile)));
    },
  };
}
