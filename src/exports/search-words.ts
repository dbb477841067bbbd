import { searchReport } from "#handbook/feedback.ts";
import type { Handbook } from "#handbook/handbook.ts";
import { listCollections } from "#handbook/shell.ts";
import { collectionWords } from "#i18n/collections.ts";
import { searchWords } from "#i18n/search.ts";
import type { Locale } from "#model/fields.ts";

/**
 * What search says to those who use it, which pages need not carry: the words of its results, the names of collections for
 * one document (`ones`) and for all (`names`), and where to report what is missing (`feedback`).
 */
export function writeSearchWords(handbook: Handbook, locale: Locale): string {
  const { search, title, placeholder, example, needsScript, browse, ...words } = searchWords[locale];
  const { all, kinds, anyStage, anyRole, say, copy, copied, ...rest } = words;
  const collections = listCollections(handbook, locale);
  return JSON.stringify({
    words: rest,
    ...{ all, kinds, anyStage, anyRole, say, copy, copied },
    feedback: searchReport(handbook.settings, locale),
    ones: Object.fromEntries(collections.map((one) => [one, collectionWords[locale][one].one])),
    names: Object.fromEntries(collections.map((one) => [one, collectionWords[locale][one].many])),
  });
}
