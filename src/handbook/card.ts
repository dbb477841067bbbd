import { pathOf } from "#handbook/addresses.ts";
import type { Document } from "#model/document.ts";
import type { CollectionName, Locale } from "#model/fields.ts";
import type { Settings } from "#model/settings.ts";

/** A document as others show it: enough for a link, a list or a preview. */
export interface Card {
  collection: CollectionName;
  id: string;
  title: string;
  summary: string;
  path: string;
  /** The language of the title and summary, where it is not the page's own. */
  lang: Locale | undefined;
}

/** Describes `document` for readers of `locale`. */
export function describeCard(settings: Settings, document: Document, locale: Locale): Card {
  const { collection, id } = document.address;
  return {
    collection,
    id,
    title: document.data.title,
    summary: document.data.summary,
    path: pathOf(settings, { page: "document", locale, collection, id }),
    lang: document.address.locale === locale ? undefined : document.address.locale,
  };
}
