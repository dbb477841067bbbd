import { createHash, hash } from "node:crypto";
import { join } from "node:path";
import { outputFile } from "#handbook/addresses.ts";
import { editionIndexFolder } from "#handbook/edition-page.ts";
import type { Handbook } from "#handbook/handbook.ts";
import { describeSearchedEditions, type SearchedEntry } from "#handbook/searched-edition.ts";
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
interface IndexedEntry extends Pick<SearchedEntry, "searched" | "filters"> {
  article: EditionArticle;
}

/** What the indexes of editions are made with. */
export interface EditionIndexTools {
  filters: Partial<Record<Locale, FilterTitles>>;
  /** The HTML of a page, by its path in the output. */
  readPage(file: string): string;
  /** Folders for as long as an index is made stand below this one. */
  staging: string;
  /** The folder of the files that hold the last state of each index. */
  cache: string;
  /** Names the code that makes them. */
  version: string;
  /** What dictionaries told. */
  told: Kept;
}

/**
 * Makes the files of the search index of each edition in each language, which only its readers load. They hold the articles
 * alone, so that what stands around them may change; while they stay the same, an index is taken from its last state.
 */
export async function makeEditionIndexes(handbook: Handbook, tools: EditionIndexTools): Promise<[edition: string, Files][]> {
  const openArticle = openArticles(tools.readPage);
  const made: [string, Files][] = [];
  for (const { edition, locale, entries } of describeSearchedEditions(handbook)) {
    const indexed = entries.map((one) => ({ ...one, article: openArticle(outputFile(handbook.settings, one.address)) }));
    made.push([edition, await takeIndex(edition, locale, indexed, tools)]);
  }
  return made;
}

async function takeIndex(edition: string, locale: Locale, entries: readonly IndexedEntry[], tools: EditionIndexTools): Promise<Files> {
  const { filters, staging, cache, version, told } = tools;
  const titles = filters[locale] ?? {};
  const kept = openKeptFolder(join(cache, `${hash("sha256", JSON.stringify([edition, locale]), "base64url")}.pack`));
  try {
    const key = hashEntries(entries, titles, version);
    const found = kept.read(key);
    if (found) return found;
    const index = startLanguage(locale, titles, told, excludeSelectors);
    for (const { article, searched, filters: own } of entries) {
      const text = article.read().replace(/<del\b.*?<\/del>/gs, "");
      index.add(article.file, addFilters(text.replace(/^<html[^>]*>/, `<html lang="${locale}">`), own), searched);
    }
    const files = await index.make(join(staging, `${editionIndexFolder(edition)}.${locale}`));
    kept.keep(key, files);
    return files;
  } finally {
    kept.close();
  }
}

/** Reads the articles of pages, each once, whatever the editions it belongs to. */
function openArticles(read: (file: string) => string): (file: string) => EditionArticle {
  const known = new Map<string, EditionArticle>();
  return (file) => {
    const readArticle = () => unmark(cutArticle(read(file)));
    const found = known.get(file) ?? { file, hash: hash("sha256", readArticle(), "base64url"), read: readArticle };
    known.set(file, found);
    return found;
  };
}

/** What changed since the revision before is no part of a text. */
const excludeSelectors = [".only-changes", "[data-change=removed]", "[data-change=left]", ".change-note"];

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
  const all = createHash("sha256").update(version).update(JSON.stringify(titles));
  for (const { article, searched, filters } of entries)
    all.update(`\0${article.file}\0${article.hash}\0${JSON.stringify([searched, filters])}`);
  return all.digest("hex").slice(0, 32);
}
