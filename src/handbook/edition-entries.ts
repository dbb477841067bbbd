import { inEdition, pathOf } from "#handbook/addresses.ts";
import { identifyEntry, listReaders } from "#handbook/edition-changes.ts";
import { entryPath } from "#handbook/edition-page.ts";
import { makeEntry, type PublishedEdition, type PublishedEntry, sortEntries } from "#handbook/editions.ts";
import { type Handbook, listAnyDocuments } from "#handbook/handbook.ts";
import { oncePerLocale } from "#handbook/once.ts";
import { isSameRevision, type PublishedRevision } from "#handbook/revisions.ts";
import { type CollectionName, collectionNames, type Locale } from "#model/fields.ts";
import { documentKey } from "#source/audience.ts";

/** A document of an edition, or of now, as the browser compares it with that of another one. */
export interface ComparedEntry {
  key: string;
  name: string;
  revision: number;
  /** The first of the revisions in editions that means the same, where it is another. */
  meaning: number | undefined;
  collection: CollectionName;
  title: string;
  lang: Locale | undefined;
  roles: readonly string[] | undefined;
  /** Where it is read in that edition. */
  path: string;
  /** Where its revisions are compared; missing where there is only one. */
  compared: { place: number; own: string; history: string } | undefined;
}

/** Describes the documents of an edition, or where that is missing those of now, in the order of the table of contents. */
export function describeEntries(handbook: Handbook, locale: Locale, edition: PublishedEdition | undefined): ComparedEntry[] {
  const known = new Set(listAnyDocuments(handbook, locale, "roles").map((one) => one.address.id));
  const meanings = nameMeanings(handbook, locale);
  return (edition?.entries ?? listCurrentEntries(handbook, locale)).map((entry) => {
    const { revision, title, address, document } = entry;
    const identity = identifyEntry(entry);
    const meaning = meanings.get(identity.key)?.get(revision.number);
    const roles = listReaders(entry).filter((id) => known.has(id));
    const path = entryPath(handbook, locale, entry);
    return {
      ...identity,
      meaning: meaning === revision.number ? undefined : meaning,
      collection: address.collection,
      title,
      lang: address.locale === locale ? undefined : address.locale,
      roles: roles.length > 0 ? roles : undefined,
      path: edition ? inEdition(path, edition.id) : path,
      compared: describeCompared(handbook, document.address, listRevisions(handbook, entry), revision),
    };
  });
}

function describeCompared(
  { settings }: Handbook,
  address: PublishedEntry["address"],
  revisions: readonly PublishedRevision[],
  revision: PublishedRevision,
): ComparedEntry["compared"] {
  if (revisions.length < 2) return undefined;
  return {
    place: revisions.indexOf(revision),
    own: pathOf(settings, { page: "revision", ...address, revision: revision.number }),
    history: pathOf(settings, { page: "history", ...address }),
  };
}

/** The published revisions of a document of an edition. */
export function listRevisions({ history, editions }: Handbook, { document }: PublishedEntry): readonly PublishedRevision[] {
  return (history.get(document.file) ?? editions.gone.get(documentKey(document))?.history)?.revisions ?? [];
}

/** The documents of now as those of an edition: each with the last change that landed. */
export const listCurrentEntries = oncePerLocale((handbook, locale): PublishedEntry[] => {
  const entries = collectionNames.flatMap((collection) =>
    listAnyDocuments(handbook, locale, collection).flatMap((document) => {
      const revision = handbook.history.get(document.file)?.revisions.at(-1);
      return revision ? [makeEntry(document, revision, true)] : [];
    }),
  );
  return sortEntries(entries, [locale, ...handbook.settings.locales.filter((one) => one !== locale)]);
});

/** For each document the revisions that editions hold, each with the first of them that means the same. */
const nameMeanings = oncePerLocale((handbook, locale): Map<string, Map<number, number>> => {
  const entries = [
    ...(handbook.editions.byLocale.get(locale) ?? []).flatMap((one) => one.entries),
    ...listCurrentEntries(handbook, locale),
  ];
  const byKey = Map.groupBy(entries, (one) => documentKey(one.document));
  return new Map([...byKey].map(([key, own]) => [key, nameFirst(own)]));
});

function nameFirst(entries: readonly PublishedEntry[]): Map<number, number> {
  const revisions = [...new Map(entries.map(({ revision }) => [revision.number, revision])).values()].sort((a, b) => a.number - b.number);
  const firsts: PublishedRevision[] = [];
  const named = new Map<number, number>();
  for (const revision of revisions) {
    const first = firsts.find((one) => isSameRevision(one, revision));
    if (!first) firsts.push(revision);
    named.set(revision.number, (first ?? revision).number);
  }
  return named;
}
