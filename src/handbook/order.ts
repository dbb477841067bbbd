import { type Handbook, listAnyDocuments } from "#handbook/handbook.ts";
import type { Document } from "#model/document.ts";
import type { CollectionName, Locale } from "#model/fields.ts";
import { isOf } from "#source/document.ts";

/** The documents of a collection as readers go through them: stages and scripts as the process goes, terms by title, releases by day, the rest by file name. */
export function listInOrder(handbook: Handbook, locale: Locale, collection: CollectionName): readonly Document[] {
  const byCollection = orders.get(handbook) ?? new Map<string, readonly Document[]>();
  orders.set(handbook, byCollection);
  const key = `${locale}/${collection}`;
  const known = byCollection.get(key) ?? sortDocuments(handbook, locale, collection);
  byCollection.set(key, known);
  return known;
}

/** The stages in the order of the process. */
export function listStages(handbook: Handbook, locale: Locale): Document<"stages">[] {
  return listAnyDocuments(handbook, locale, "stages").toSorted((a, b) => a.data.order - b.data.order);
}

/** Kept, because the page of each document asks for its neighbours. */
const orders = new WeakMap<Handbook, Map<string, readonly Document[]>>();

function sortDocuments(handbook: Handbook, locale: Locale, collection: CollectionName): readonly Document[] {
  const documents: readonly Document[] = listAnyDocuments(handbook, locale, collection);
  switch (collection) {
    case "stages":
      return listStages(handbook, locale);
    case "scripts": {
      const order = new Map(listStages(handbook, locale).map((one) => [one.address.id, one.data.order]));
      const place = (one: Document) => (isOf(one, "scripts") ? (order.get(one.data.stage) ?? Infinity) : Infinity);
      return documents.toSorted((a, b) => place(a) - place(b) || 0);
    }
    case "terms": {
      const collator = new Intl.Collator(locale, { numeric: true });
      const letters = new Map(documents.map((one) => [one, findLetter(one.data.title, locale)]));
      const byLetter = (a: Document, b: Document) => (letters.get(a) ?? "").localeCompare(letters.get(b) ?? "", "en");
      return documents.toSorted((a, b) => byLetter(a, b) || collator.compare(a.data.title, b.data.title));
    }
    case "releases": {
      const date = (one: Document) => (isOf(one, "releases") ? one.data.date : "");
      return documents.toSorted((a, b) => (date(a) < date(b) ? -1 : Number(date(a) > date(b))));
    }
    default:
      return documents;
  }
}

/** The letter under which readers look a word up: its first one, in Chinese that of its pinyin; `#` for anything else. */
export function findLetter(title: string, locale: Locale): string {
  const first =
    title
      .normalize("NFD")
      .match(/[\p{L}\p{N}]/u)?.[0]
      .toUpperCase() ?? "";
  if (/[A-Z]/.test(first)) return first;
  const place = /\p{Script=Han}/u.test(first)
    ? pinyinBegins.findLastIndex((one) => new Intl.Collator(locale).compare(one, first) <= 0)
    : -1;
  return pinyinLetters[place] ?? "#";
}

/** The first character of each letter in the order of pinyin; no syllable begins with I, U or V. */
const pinyinBegins = [..."阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨他穵夕丫帀"];
const pinyinLetters = "ABCDEFGHJKLMNOPQRSTWXYZ";
