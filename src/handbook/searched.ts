import type { PageAddress } from "#handbook/addresses.ts";
import { findDocument, type Handbook, listAnyDocuments } from "#handbook/handbook.ts";
import type { Document } from "#model/document.ts";
import type { Locale } from "#model/fields.ts";

/** What search knows of a page beside its text. */
export interface Searched {
  locale: Locale;
  title: string;
  summary: string;
  /** Its other names: aliases, synonyms, the long form of an abbreviation, what customers say. */
  names: string[];
  /** Its title and names in other languages. */
  elsewhere: string[];
  /** Words that mean the same as words in its title, its names and its summary. */
  synonyms: string[];
  /** Words that mean the same as words that its text uses more than once, as often as it uses them, up to three times. */
  related: string[];
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
  const rings = foldRings(handbook.synonyms);
  const near = foldText(own.join("\n"));
  const text = foldText(document?.source ?? "");
  return {
    locale,
    title,
    summary: document?.data.summary ?? "",
    names,
    elsewhere: others.flatMap((one) => [one.data.title, ...listNames(one)]),
    synonyms: rings.flatMap((ring) => (countWords(near, ring) > 0 ? ring : [])),
    related: rings.flatMap((ring) => {
      const times = Math.min(3, countWords(text, ring) - 1);
      return ring.flatMap((word) => (countWords(text, [word]) === 0 ? Array.from({ length: Math.max(0, times) }, () => word) : []));
    }),
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

const folded = new WeakMap<object, string[][]>();

function foldRings(rings: readonly (readonly string[])[]): string[][] {
  const kept = folded.get(rings) ?? rings.map((ring) => ring.map((word) => word.normalize("NFKC").toLowerCase()));
  folded.set(rings, kept);
  return kept;
}

/** Words between single spaces, lines kept apart, because no word goes on in the next one. */
function foldText(text: string): string {
  return ` ${text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\n]+/gu, " ")
    .replaceAll("\n", " \n ")} `;
}

/** How often `text` holds one of `words`; a word in Latin letters must stand alone, Chinese has nothing between words. */
function countWords(text: string, words: readonly string[]): number {
  return words.reduce((sum, word) => {
    const sought = /\p{Script=Han}/u.test(word) ? word : ` ${word.replace(/[^\p{L}\p{N}]+/gu, " ")} `;
    return sum + text.split(sought).length - 1;
  }, 0);
}
