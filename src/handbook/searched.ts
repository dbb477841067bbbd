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
  /** Words that mean the same as its title or one of its names. */
  same: string[];
  /** Words that mean the same as words in its title and its names. */
  synonyms: string[];
  /**
   * Words that mean the same as words of its summary, of what customers say, and of its text where that uses them more
   * than once; as often as it uses them, up to three times.
   */
  related: string[];
}

/** Describes what search knows of the page of a document. */
export function describeSearched(handbook: Handbook, { locale, collection, id }: PageAddress & { page: "document" }): Searched {
  const document = findDocument(handbook, locale, collection, id);
  const others = handbook.settings.locales.flatMap((one) => {
    const other = handbook.byKey.get(`${one}/${collection}/${id}`);
    return other && other !== document ? [other] : [];
  });
  const title = document?.data.title ?? id;
  const whole = [title, ...[...(document ? [document] : []), ...others].flatMap((one) => [one.data.title, ...listTerms(one)])];
  const rings = foldRings(handbook.synonyms);
  const keys = new Set(whole.map(fold));
  const own = foldText([title, ...(document ? listTerms(document) : [])].join("\n"));
  const about = document ? [document.data.summary, ...listSays(document), ...(document.data.tags ?? [])] : [];
  const near = foldText(about.join("\n"));
  const text = foldText(document?.source ?? "");
  const isSame = (ring: readonly string[]) => ring.some((word) => keys.has(word));
  const isPart = (ring: readonly string[]) => countWords(own, ring) > 0;
  return {
    locale,
    title,
    summary: document?.data.summary ?? "",
    names: document ? listNames(document) : [],
    elsewhere: others.flatMap((one) => [one.data.title, ...listNames(one)]),
    same: rings.flatMap((ring) => (isSame(ring) ? ring.filter((word) => !keys.has(word)) : [])),
    synonyms: rings.flatMap((ring) => (!isSame(ring) && isPart(ring) ? ring : [])),
    related: rings.flatMap((ring) => {
      const times = Math.min(3, Math.max(countWords(text, ring) - 1, 2 * Math.min(1, countWords(near, ring))));
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

function listNames(document: Document): string[] {
  return [...listTerms(document), ...listSays(document)];
}

function listTerms({ data }: Document): string[] {
  const expansion = "expansion" in data && data.expansion ? [data.expansion] : [];
  const synonyms = "synonyms" in data ? (data.synonyms ?? []) : [];
  return [...(data.aliases ?? []), ...synonyms, ...expansion];
}

function listSays({ data }: Document): string[] {
  return "says" in data ? data.says : [];
}

const folded = new WeakMap<object, string[][]>();

function foldRings(rings: readonly (readonly string[])[]): string[][] {
  const kept = folded.get(rings) ?? rings.map((ring) => ring.map(fold));
  folded.set(rings, kept);
  return kept;
}

function fold(word: string): string {
  return word.normalize("NFKC").toLowerCase();
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
