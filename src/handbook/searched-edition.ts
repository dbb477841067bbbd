import type { PageAddress } from "#handbook/addresses.ts";
import { entryAddress } from "#handbook/edition-page.ts";
import type { PublishedEntry } from "#handbook/editions.ts";
import type { Handbook } from "#handbook/handbook.ts";
import { readOldDocument } from "#handbook/old-document.ts";
import {
  describeFilterValues,
  describeSearched,
  describeText,
  type FilterValues,
  type Searched,
  type SearchedText,
} from "#handbook/searched.ts";
import type { CollectionName, Locale } from "#model/fields.ts";

/** What readers of one language search in an edition. */
export interface SearchedEdition {
  edition: string;
  locale: Locale;
  entries: SearchedEntry[];
}

export interface SearchedEntry {
  /** The page that shows it. */
  address: PageAddress;
  searched: Searched;
  /** What the page of a revision does not say of itself. */
  filters: (FilterValues & { collection: CollectionName }) | undefined;
}

/** Describes what search knows of the documents of each edition, also of those that had no translation then. */
export function describeSearchedEditions(handbook: Handbook): SearchedEdition[] {
  const { byLocale } = handbook.editions;
  return [...byLocale].flatMap(([locale, editions]) =>
    editions.map(({ id, entries }) => {
      const translations = new Map<string, PublishedEntry[]>();
      for (const other of [...byLocale].flatMap(([, all]) => all.find((one) => one.id === id)?.entries ?? []))
        translations.set(nameOf(other), [...(translations.get(nameOf(other)) ?? []), other]);
      return {
        edition: id,
        locale,
        entries: entries.map((one) => describeEntry(handbook, locale, one, translations.get(nameOf(one)) ?? [])),
      };
    }),
  );
}

function describeEntry(handbook: Handbook, locale: Locale, entry: PublishedEntry, translations: readonly PublishedEntry[]): SearchedEntry {
  const address = entryAddress(locale, entry);
  if (address.page === "document") return { address, searched: describeSearched(handbook, address), filters: undefined };
  const text = readText(handbook, entry);
  const others = new Map(translations.filter((one) => one.address.locale !== entry.address.locale).map((one) => [one.address.locale, one]));
  return {
    address,
    searched: describeText(
      locale,
      entry.title,
      text,
      [...others.values()].map((one) => readText(handbook, one)),
      handbook.synonyms,
    ),
    filters: { collection: entry.address.collection, ...describeFilterValues(handbook, text, locale) },
  };
}

/** What was written then; where that does not fit today's schema, its title and summary are all that is known. */
function readText(handbook: Handbook, { document: today, revision, address, title, summary }: PublishedEntry): SearchedText {
  const { document } = readOldDocument(handbook, revision, today.address);
  return { address, source: revision.source(), data: { ...document.data, title, summary } };
}

function nameOf({ address: { collection, id } }: PublishedEntry): string {
  return `${collection}/${id}`;
}
