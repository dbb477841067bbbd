import type { PageAddress } from "#handbook/addresses.ts";
import { findDocument, type Handbook, listAnyDocuments } from "#handbook/handbook.ts";
import type { Document } from "#model/document.ts";
import type { Locale } from "#model/fields.ts";

/** What search knows of a page beside its text. */
export interface Searched {
  locale: Locale;
  title: string;
  /** Its other names: aliases, synonyms, the long form of an abbreviation, what customers say. */
  names: string[];
  /** Its title and names in other languages. */
  elsewhere: string[];
  /** Words that mean the same as words in its title, its names and its summary. */
  synonyms: string[];
}

/** Describes what search knows of the page of a document. */
export function describeSearched(handbook: Handbook, { locale, collection, id }: PageAddress & { page: "document" }): Searched {
  const document = findDocument(handbook, locale, collection, id);
  const others = handbook.settings.locales.flatMap((one) => {
    const other = handbook.byKey.get(`${one}/${collection}/${id}`);
    return other && other !== document ? [other] : [];
  });
  const names = document ? listNames(document) : [];
  const title = document?.data.title ?? id;
  const own = [title, ...names, ...(document ? [document.data.summary, ...(document.data.tags ?? [])] : [])];
  return {
    locale,
    title,
    names,
    elsewhere: others.flatMap((one) => [one.data.title, ...listNames(one)]),
    synonyms: findSynonyms(handbook.synonyms, own),
  };
}

/** The titles of the values that search can filter by, in the order in which they are offered. */
export function describeSearchFilters(handbook: Handbook, locale: Locale): Record<"stage" | "role", Record<string, string>> {
  const list = (collection: "stages" | "roles") =>
    Object.fromEntries(listAnyDocuments(handbook, locale, collection).map(({ address, data }) => [address.id, data.title]));
  return { stage: list("stages"), role: list("roles") };
}

function listNames({ data }: Document): string[] {
  const expansion = "expansion" in data && data.expansion ? [data.expansion] : [];
  const synonyms = "synonyms" in data ? (data.synonyms ?? []) : [];
  const says = "says" in data ? data.says : [];
  return [...(data.aliases ?? []), ...synonyms, ...expansion, ...says];
}

/** The other words of each ring that has a word in one of `texts`. */
function findSynonyms(rings: readonly (readonly string[])[], texts: readonly string[]): string[] {
  const folded = texts.map(
    (one) =>
      ` ${one
        .normalize("NFKC")
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, " ")} `,
  );
  return rings.flatMap((ring) => {
    const words = ring.map((one) => one.normalize("NFKC").toLowerCase());
    return words.some((word) => folded.some((text) => holds(text, word))) ? words : [];
  });
}

/** A word in Latin letters must stand alone; Chinese has nothing between words. */
function holds(text: string, word: string): boolean {
  return /\p{Script=Han}/u.test(word) ? text.includes(word) : text.includes(` ${word} `);
}
