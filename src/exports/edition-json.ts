import { inEdition, pathOf } from "#handbook/addresses.ts";
import { describeEditionSearch, entryPath, linkEdition } from "#handbook/edition-page.ts";
import type { PublishedEdition } from "#handbook/editions.ts";
import type { Handbook } from "#handbook/handbook.ts";
import { listCollections } from "#handbook/shell.ts";
import { knownPath } from "#handbook/switcher.ts";
import { pickReadingWords } from "#i18n/editions.ts";
import type { Locale } from "#model/fields.ts";

/**
 * What the browser needs to go on reading in an edition:
 * `{ id, name, date, path, search, index, suffix, newer, sections, documents, words }`. `sections` are the paths of the collections,
 * `documents` the path of each document today (`of`), its page in the edition, its title and language, in reading order.
 */
export function writeEditionJson(handbook: Handbook, locale: Locale, edition: PublishedEdition): string {
  const { settings } = handbook;
  const editions = handbook.editions.byLocale.get(locale) ?? [];
  const newest = editions.at(-1);
  const { path: search, index, suffix } = describeEditionSearch(handbook, locale, edition);
  const path = pathOf(settings, { page: "edition", locale, edition: edition.id });
  return JSON.stringify({
    id: edition.id,
    name: edition.name,
    date: edition.note.data.date,
    path,
    search,
    index,
    suffix,
    newer: newest && newest !== edition ? { ...linkEdition(handbook, locale, newest), id: newest.id } : undefined,
    sections: Object.fromEntries(
      listCollections(handbook, locale).map((collection) => [
        pathOf(settings, { page: "collection", locale, collection }),
        `${path}#${collection}`,
      ]),
    ),
    documents: edition.entries.map((one) => ({
      of: knownPath(handbook, locale, one.document),
      path: inEdition(entryPath(handbook, locale, one), edition.id),
      collection: one.address.collection,
      title: one.title,
      lang: one.address.locale === locale ? undefined : one.address.locale,
    })),
    words: pickReadingWords(locale),
  });
}
