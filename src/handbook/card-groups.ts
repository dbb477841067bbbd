import { pathOf } from "#handbook/addresses.ts";
import { type Card, describeCard } from "#handbook/card.ts";
import { findDocument, type Handbook } from "#handbook/handbook.ts";
import type { Document } from "#model/document.ts";
import { type CollectionName, collectionNames, type Locale } from "#model/fields.ts";

/** Documents of one collection. */
export interface CardGroup {
  collection: CollectionName;
  cards: Card[];
  /** How many more there are than these, and the path of the index that lists them all. */
  more: { count: number; path: string } | undefined;
}

/** So many documents of a collection are listed on the page of another one, which must not grow with the handbook. */
const most = 20;

/**
 * Groups documents by collection, each in `locale` where it has a translation. `of` is the document whose page lists them:
 * the index of the rest shows those for its role or stage first.
 */
export function groupCards(handbook: Handbook, documents: readonly Document[], locale: Locale, of: Document): CardGroup[] {
  const byCollection = Map.groupBy(documents, (one) => one.address.collection);
  return collectionNames.flatMap((collection): CardGroup[] => {
    const own = byCollection.get(collection) ?? [];
    const shown = own.length > most + 1 ? own.slice(0, most) : own;
    const cards = shown.map((one) =>
      describeCard(handbook.settings, findDocument(handbook, locale, collection, one.address.id) ?? one, locale),
    );
    const path = pathOf(handbook.settings, { page: "collection", locale, collection }) + writeQuery(of);
    const more = shown === own ? undefined : { count: own.length - shown.length, path };
    return own.length > 0 ? [{ collection, cards, more }] : [];
  });
}

/** How many documents the groups stand for, listed or not. */
export function countCards(groups: readonly CardGroup[]): number {
  return groups.reduce((sum, { cards, more }) => sum + cards.length + (more?.count ?? 0), 0);
}

function writeQuery({ address: { collection, id } }: Document): string {
  const filter = collection === "roles" ? "role" : collection === "stages" ? "stage" : undefined;
  return filter ? `?${filter}=${encodeURIComponent(id)}` : "";
}
