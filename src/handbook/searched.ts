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

const described = new WeakMap<Handbook, Map<string, Searched>>();

/** Describes what search knows of the page of a document. */
export function describeSearched(handbook: Handbook, { locale, collection, id }: PageAddress & { page: "document" }): Searched {
  const known = described.get(handbook) ?? new Map<string, Searched>();
  const name = `${collection}/${id}`;
  const found = known.get(`${locale}/${name}`) ?? describe();
  described.set(handbook, known.set(`${locale}/${name}`, found));
  return found;

  function describe(): Searched {
    const document = findDocument(handbook, locale, collection, id);
    const others = handbook.settings.locales.flatMap((one) => {
      const other = handbook.byKey.get(`${one}/${name}`);
      return other && other !== document ? [other] : [];
    });
    return describeText(locale, document?.data.title ?? id, document, others, handbook.synonyms);
  }
}

/** Describes what search knows of a text called `title` beside the texts of the same document in other languages. */
export function describeText(
  locale: Locale,
  title: string,
  document: SearchedText | undefined,
  others: readonly SearchedText[],
  synonyms: Handbook["synonyms"],
): Searched {
  const named = (all: readonly SearchedText[]) => all.flatMap((one) => [one.data.title, ...listTerms(one)]);
  const whole = [title, ...named(document ? [document] : []), ...named(others)];
  const rings = foldRings(synonyms);
  const keys = new Set(whole.map(fold));
  const own = foldText([title, ...(document ? listTerms(document) : [])].join("\n"));
  const about = document ? [document.data.summary, ...listSays(document), ...(document.data.tags ?? [])] : [];
  const near = foldText(about.join("\n"));
  const text = foldText(document?.source ?? "");
  const isSame = (ring: readonly string[]) => ring.some((word) => keys.has(word));
  const isPart = (ring: readonly string[]) => holdsAny(own, ring);
  return {
    locale,
    title,
    summary: document?.data.summary ?? "",
    names: document ? listNames(document) : [],
    elsewhere: others.flatMap((one) => [one.data.title, ...listNames(one)]),
    same: rings.flatMap((ring) => (isSame(ring) ? ring.filter((word) => !keys.has(word)) : [])),
    synonyms: rings.flatMap((ring) => (!isSame(ring) && isPart(ring) ? ring : [])),
    related: rings.flatMap((ring) => {
      const times = Math.min(3, Math.max(countWords(text, ring) - 1, holdsAny(near, ring) ? 2 : 0));
      if (times === 0) return [];
      return ring.flatMap((word) => (holdsAny(text, [word]) ? [] : Array.from({ length: times }, () => word)));
    }),
  };
}

/** What search reads of a document, as it is or as it was. */
export type SearchedText = Pick<Document, "address" | "data" | "source">;

/** The values by which search filters a page. */
export interface FilterValues {
  stage: readonly string[];
  role: readonly string[];
}

/** The values of a document, of those that readers may see today. */
export function describeFilterValues(handbook: Handbook, document: SearchedText, locale: Locale): FilterValues {
  return {
    stage: listStageIds(document).filter((one) => findDocument(handbook, locale, "stages", one)),
    role: (document.data.roles ?? []).filter((one) => findDocument(handbook, locale, "roles", one)),
  };
}

function listStageIds({ address, data }: SearchedText): readonly string[] {
  if (address.collection === "stages") return [address.id];
  return "stage" in data ? [data.stage] : "stages" in data ? (data.stages ?? []) : [];
}

/** The titles of the values that search can filter by, in the order in which they are offered. */
export function describeSearchFilters(handbook: Handbook, locale: Locale): Record<"stage" | "role", Record<string, string>> {
  const list = (collection: "stages" | "roles") =>
    Object.fromEntries(listAnyDocuments(handbook, locale, collection).map(({ address, data }) => [address.id, data.title]));
  return { stage: list("stages"), role: list("roles") };
}

function listNames(document: SearchedText): string[] {
  return [...listTerms(document), ...listSays(document)];
}

function listTerms({ data }: SearchedText): string[] {
  const expansion = "expansion" in data && data.expansion ? [data.expansion] : [];
  const synonyms = "synonyms" in data ? (data.synonyms ?? []) : [];
  return [...(data.aliases ?? []), ...synonyms, ...expansion];
}

function listSays({ data }: SearchedText): string[] {
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

/** How often `text` holds one of `words`. */
function countWords(text: string, words: readonly string[]): number {
  let count = 0;
  for (const word of words) {
    const sought = soughtOf(word);
    for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + sought.length)) count++;
  }
  return count;
}

function holdsAny(text: string, words: readonly string[]): boolean {
  return words.some((one) => text.includes(soughtOf(one)));
}

const soughts = new Map<string, string>();

/** What is looked for in a folded text: a word in Latin letters must stand alone, Chinese has nothing between words. */
function soughtOf(word: string): string {
  const known = soughts.get(word);
  if (known !== undefined) return known;
  const sought = /\p{Script=Han}/u.test(word) ? word : ` ${word.replace(/[^\p{L}\p{N}]+/gu, " ")} `;
  soughts.set(word, sought);
  return sought;
}
