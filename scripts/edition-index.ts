import { createHash } from "node:crypto";
import type { SearchedEntry } from "#handbook/searched-edition.ts";
import type { Locale } from "#model/fields.ts";
import type { Kept } from "../src/site.ts";
import { type Files, openKeptFolder } from "./kept-folder.ts";
import { cutArticle } from "./pagefind.ts";
import { type FilterTitles, startLanguage } from "./search-language.ts";

/** The article of a page with a document of editions: where the page lies in the output, and the hash of what is searched there. */
interface EditionArticle {
  file: string;
  hash: string;
  read(): string;
}

/** A document of an edition that is searched. */
export interface IndexedEntry extends Pick<SearchedEntry, "searched" | "filters"> {
  article: EditionArticle;
}

/** Reads the articles of pages, each once, whatever the editions it belongs to. */
export function openArticles(read: (file: string) => string): (file: string) => EditionArticle {
  const known = new Map<string, EditionArticle>();
  return (file) => {
    const readArticle = () => unmark(cutArticle(read(file)));
    const found = known.get(file) ?? { file, hash: createHash("sha256").update(readArticle()).digest("base64url"), read: readArticle };
    known.set(file, found);
    return found;
  };
}

/** What changed since the revision before is no part of a text. */
const excludeSelectors = [".only-changes", "[data-change=removed]", "[data-change=left]", ".change-note"];

/**
 * The files of the search index of an edition in one language, made in `folder`. It holds the articles alone, so that what
 * stands around them may change; while they stay the same, it is taken from the file `cache`. `version` names the code that
 * makes it, and `told` holds what dictionaries told.
 */
export async function makeEditionIndex(
  locale: Locale,
  entries: readonly IndexedEntry[],
  titles: FilterTitles,
  folder: string,
  cache: string,
  version: string,
  told: Kept,
): Promise<Files> {
  const kept = openKeptFolder(cache);
  try {
    const key = hashEntries(entries, titles, version);
    const found = kept.read(key);
    if (found) return found;
    const index = startLanguage(locale, titles, told, excludeSelectors);
    for (const { article, searched, filters } of entries) {
      const text = article.read().replace(/<del\b.*?<\/del>/gs, "");
      index.add(article.file, addFilters(text.replace(/^<html[^>]*>/, `<html lang="${locale}">`), filters), searched);
    }
    const files = await index.make(folder);
    kept.keep(key, files);
    return files;
  } finally {
    kept.close();
  }
}

/** Takes away the mark of the main search: where any page bears it, Pagefind leaves out those that do not. */
function unmark(html: string): string {
  return html.replace(/<article[^>]*>/, (tag) => tag.replace(/ data-pagefind-body(?:="")?/, ""));
}

/** Adds what the page of a revision does not say of itself; ids hold nothing that means anything in HTML. */
function addFilters(article: string, filters: IndexedEntry["filters"]): string {
  const values = Object.entries(filters ?? {}).flatMap(([name, own]) => [own].flat().map((one) => `${name}:${one}`));
  const elements = values.map((one) => `<span hidden data-pagefind-filter="${one}"></span>`).join("");
  return article.replace(/<\/article>(?!.*<\/article>)/s, () => `${elements}</article>`);
}

function hashEntries(entries: readonly IndexedEntry[], titles: FilterTitles, version: string): string {
  const hash = createHash("sha256").update(version).update(JSON.stringify(titles));
  for (const { article, searched, filters } of entries)
    hash.update(`\0${article.file}\0${article.hash}\0${JSON.stringify([searched, filters])}`);
  return hash.digest("hex").slice(0, 32);
}
