import { inEdition, pathOf } from "#handbook/addresses.ts";
import { entryPath, findLastDay } from "#handbook/edition-page.ts";
import type { Editions, PublishedEdition, PublishedEntry } from "#handbook/editions.ts";
import type { Handbook } from "#handbook/handbook.ts";
import type { Document } from "#model/document.ts";
import type { Locale } from "#model/fields.ts";
import { documentKey } from "#source/audience.ts";

/** What the page of a document offers to read it in another edition. */
export interface Switcher {
  /** The folder of all editions, where the browser finds what belongs to one. */
  root: string;
  /** By this path an edition knows the document. */
  path: string;
  /** Whether it is in the handbook of today. */
  living: boolean;
  /** Those that the document belongs to, newest first. */
  editions: SwitcherEntry[];
}

export interface SwitcherEntry {
  name: string;
  /** The page of the document in that edition, and the edition's table of contents. */
  path: string;
  contents: string;
  revision: number;
  /** Whether the document's own page shows that revision. */
  current: boolean;
  /** The first and the last day on which the edition is in force; the newest has no last one. */
  effective: string;
  until: string | undefined;
}

/** Describes the editions of a document for readers of `locale`; undefined where the handbook has none. */
export function describeSwitcher(handbook: Handbook, locale: Locale, document: Document): Switcher | undefined {
  const { settings, editions } = handbook;
  const all = editions.byLocale.get(locale) ?? [];
  if (all.length === 0) return undefined;
  const own = indexEntries(editions, locale).get(documentKey(document)) ?? [];
  return {
    root: pathOf(settings, { page: "editions", locale }),
    path: knownPath(handbook, locale, document),
    living: handbook.byKey.has(documentKey(document)),
    editions: own.map(({ edition, entry }) => ({
      name: edition.name,
      path: inEdition(entryPath(handbook, locale, entry), edition.id),
      contents: pathOf(settings, { page: "edition", locale, edition: edition.id }),
      revision: entry.revision.number,
      current: entry.current,
      effective: edition.note.data.effective,
      until: findLastDay(handbook, locale, edition),
    })),
  };
}

/** Where links lead to a document: its page, or the last revision of one that is gone. */
export function knownPath({ settings, byKey, editions }: Handbook, locale: Locale, { address }: Document): string {
  const key = documentKey({ address });
  const gone = byKey.has(key) ? undefined : editions.gone.get(key);
  const revision = gone?.history.revisions.at(-1)?.number ?? 0;
  return pathOf(settings, gone ? { page: "revision", ...address, revision } : { page: "document", ...address, locale });
}

type Belonging = { edition: PublishedEdition; entry: PublishedEntry }[];
const indexes = new WeakMap<Editions, Map<Locale, Map<string, Belonging>>>();

/** The editions of each document, newest first. */
function indexEntries(editions: Editions, locale: Locale): Map<string, Belonging> {
  const byLocale = indexes.get(editions) ?? new Map<Locale, Map<string, Belonging>>();
  indexes.set(editions, byLocale);
  const known = byLocale.get(locale);
  if (known) return known;
  const index = new Map<string, Belonging>();
  for (const edition of (editions.byLocale.get(locale) ?? []).toReversed()) {
    for (const entry of edition.entries) {
      const key = documentKey(entry.document);
      const list = index.get(key) ?? [];
      list.push({ edition, entry });
      index.set(key, list);
    }
  }
  byLocale.set(locale, index);
  return index;
}
