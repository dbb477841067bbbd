import { pathOf } from "#handbook/addresses.ts";
import { findDocument, type Handbook, listAnyDocuments } from "#handbook/handbook.ts";
import type { Document } from "#model/document.ts";
import { type CollectionName, collectionNames, type Locale } from "#model/fields.ts";

/** Documents of the handbook in the order in which they are printed as one. */
export interface Book {
  title: string;
  tagline: string;
  locale: Locale;
  chapters: Chapter[];
}

export interface Chapter {
  collection: CollectionName;
  documents: { title: string; path: string; anchor: string }[];
}

/** The whole handbook of one locale, a chapter for each collection. */
export function planWholeBook(handbook: Handbook, locale: Locale): Book {
  const { title, tagline } = handbook.settings;
  const chapters = collectionNames.map((collection) =>
    makeChapter(handbook, locale, collection, listAnyDocuments(handbook, locale, collection)),
  );
  return {
    title: title[locale] ?? "",
    tagline: tagline?.[locale] ?? "",
    locale,
    chapters: chapters.filter((one) => one.documents.length > 0),
  };
}

/** One document, or an onboarding path with all that its steps read; undefined where there is none of that name. */
export function planBookOf(handbook: Handbook, locale: Locale, collection: CollectionName, id: string): Book | undefined {
  const document = findDocument(handbook, locale, collection, id);
  if (!document) return undefined;
  const { data } = document;
  const steps = "steps" in data ? data.steps.flatMap(({ ref }) => findQualified(handbook, locale, ref) ?? []) : [];
  const chapter = makeChapter(handbook, locale, collection, [...new Set([document, ...steps])]);
  return { title: data.title, tagline: data.summary, locale, chapters: [chapter] };
}

function findQualified(handbook: Handbook, locale: Locale, ref: string): Document | undefined {
  const [name, id = ""] = ref.split("/");
  const collection = collectionNames.find((one) => one === name);
  return collection && findDocument(handbook, locale, collection, id);
}

function makeChapter({ settings }: Handbook, locale: Locale, collection: CollectionName, documents: readonly Document[]): Chapter {
  return {
    collection,
    documents: documents.map(({ address, data }) => ({
      title: data.title,
      path: pathOf(settings, { page: "document", locale, collection: address.collection, id: address.id }),
      anchor: `${address.collection}--${address.id}`,
    })),
  };
}
