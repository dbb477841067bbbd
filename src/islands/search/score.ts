import { type Unit, listUnits } from "./analysis.ts";
import type { Found, Library } from "./library.ts";
import { stem } from "./stem.ts";
import type { Posting } from "./word-index.ts";

/** A page with how well it answers. */
export interface Scored {
  page: number;
  score: number;
  /** How much of what was asked the page holds, from 0 to 1, rare words counting for more. */
  coverage: number;
  /** Whether units that follow one another in the query do so in the page. */
  phrase: boolean;
  /** How much of the query its title and other names hold, and how much any of its keywords, from 0 to 1. */
  named: number;
  keyed: number;
  /** Whether the page holds what was asked as words, and not only where one word ends and the next begins. */
  words: boolean;
}

/** Scores all pages that hold anything of the folded text `query`, best first. */
export async function scorePages(library: Library, query: string): Promise<Scored[]> {
  const units = chooseUnits(listUnits(query));
  const lists = await Promise.all(units.map((unit) => findUnit(library, unit)));
  const rarities = lists.map((pages) => Math.log(1 + (library.lengths.length - pages.size + 0.5) / (pages.size + 0.5)));
  const total = sum(units.map((unit, index) => unit.weight * (rarities[index] ?? 0)));
  const average = sum(library.lengths) / Math.max(1, library.lengths.length);
  const pages = new Set(lists.flatMap((one) => [...one.keys()]));
  const scored = [...pages].map((page): Scored => {
    const fullness = 1.2 * (0.6 + (0.4 * (library.lengths[page] ?? 0)) / average);
    let score = 0;
    let held = 0;
    let named = 0;
    let keyed = 0;
    let words = false;
    for (const [index, unit] of units.entries()) {
      const hit = lists[index]?.get(page);
      const worth = unit.weight * (rarities[index] ?? 0);
      if (!hit) continue;
      held += worth;
      named += hit.named ? worth : 0;
      keyed += hit.keyed ? worth : 0;
      words ||= hit.words;
      score += worth * (hit.frequency / (hit.frequency + fullness) + hit.bonus);
    }
    const coverage = total > 0 ? held / total : 0;
    const phrase = coverage > 0.999 && isPhrase(units, lists, page);
    return {
      page,
      score: score * coverage ** 1.5 * (phrase ? 1.3 : 1),
      coverage,
      phrase,
      named: named / total,
      keyed: keyed / total,
      words,
    };
  });
  return scored.filter((one) => one.score > 0).sort((a, b) => b.score - a.score || a.page - b.page);
}

/** More units than this cost more time than they tell. */
const most = 7;

/** Units that say little are looked up only where there are few others. */
function chooseUnits(units: readonly Unit[]): Unit[] {
  const telling = units.filter((one) => one.weight === 1);
  const needed = telling.length > most ? telling.filter((one) => !one.spare) : telling;
  const chosen = telling.length >= 3 ? needed : units.filter((one) => one.weight > 0);
  const seen = new Set<string>();
  return chosen.filter((one) => !seen.has(one.text) && seen.add(one.text)).slice(0, 24);
}

interface Hit {
  frequency: number;
  bonus: number;
  places: number[];
  named: boolean;
  keyed: boolean;
  words: boolean;
}

/** The pages that hold a unit, each with how often and how prominently. */
async function findUnit(library: Library, unit: Unit): Promise<Map<number, Hit>> {
  const single = [...unit.text].length === 1;
  const forms =
    unit.script === "han" ? await library.find(unit.text, (word) => single || word === unit.text) : await findWord(library, unit.text);
  const found = forms.length > 0 || unit.script === "latin" ? forms : await library.find(unit.text, () => true);
  const [names, alike, near] = ["kw", "alike", "near"].map((one) => library.fields.indexOf(one));
  const pages = new Map<number, Hit>();
  for (const { word, postings } of found) {
    const likeness = likenessOf(unit, word);
    for (const posting of postings) addHit(pages, posting, likeness, { names, alike, near });
  }
  return pages;
}

/** Numbers of metadata fields. */
type Fields = Record<"names" | "alike" | "near", number | undefined>;

function addHit(pages: Map<number, Hit>, { page, places, fields }: Posting, likeness: number, known: Fields): void {
  const hit = pages.get(page) ?? { frequency: 0, bonus: 0, places: [], named: false, keyed: false, words: false };
  const heaviest = Math.max(0, ...places.map((one) => one.weight));
  const count = (field: number | undefined) => fields.get(field ?? -1) ?? 0;
  const named = heaviest > titleWeight || count(known.names) > 0;
  const bonus = heaviest > titleWeight ? 1.6 : named ? 1.1 : count(known.alike) > 0 ? 0.6 : heaviest > 2 ? 0.5 : 0;
  hit.frequency += likeness * (places.length + 0.7 * count(known.near));
  hit.bonus = Math.max(hit.bonus, likeness * bonus);
  hit.named ||= named && likeness > 0.4;
  hit.keyed ||= named || fields.size > 0;
  hit.words ||= fields.size > 0 || heaviest > partWeight;
  for (const { at } of places) hit.places.push(at);
  pages.set(page, hit);
}

/** Pagefind's weights: above the first stands the title, below the second what is only a part of words. */
const titleWeight = 6.5;
const partWeight = 0.5;

/** The forms of a word that the index holds: itself, those of the same stem, and longer ones that begin with it. */
async function findWord(library: Library, text: string): Promise<Found[]> {
  const root = stem(text);
  const start = text.startsWith(root) ? root : text.slice(0, Math.max(2, commonLength(text, root)));
  const forms = await library.find(start, (word) => word === text || word === root || word.startsWith(text) || stem(word) === root);
  const exact = forms.filter(({ word }) => likenessOf({ text, script: "latin" }, word) === 1);
  return exact.length > 0 && text.length < 3 ? exact : forms;
}

function likenessOf({ text, script }: Pick<Unit, "text" | "script">, word: string): number {
  const plain = word.replace(/[^\p{L}\p{N}]+$/u, "");
  if (plain === text) return 1;
  if (script === "latin" && (plain === stem(text) || stem(plain) === stem(text))) return 1;
  return 0.8 * (text.length / Math.max(1, plain.length));
}

function commonLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/** Whether every two units that are neighbours in the query are so on the page. */
function isPhrase(units: readonly Unit[], lists: readonly Map<number, Hit>[], page: number): boolean {
  return units.every((unit, index) => {
    const next = units[index + 1];
    if (!next) return true;
    const after = new Set(lists[index + 1]?.get(page)?.places);
    const gap = unit.script === "han" && next.script === "han" && unit.run === next.run ? 1 : 3;
    return (lists[index]?.get(page)?.places ?? []).some((at) => [0, 1, 2, 3].some((step) => step <= gap && after.has(at + step)));
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
