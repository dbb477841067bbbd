import { findCore, fold, isHan, listUnits, splitRuns, squeeze } from "./analysis.ts";
import type { Reading } from "./interpret.ts";
import type { PageText } from "./library.ts";
import { measureSpan } from "./marks.ts";
import type { Scored } from "./score.ts";
import { stem } from "./stem.ts";

export interface Ranked extends Scored {
  /** How literally the page answers: 4 its title, 3 the words in one place of title, names or text, 2 all of them, 1 some. */
  literal: number;
}

/** Orders the best pages by how literally their texts hold the query. */
export function rerank(query: string, scored: readonly Scored[], texts: readonly PageText[]): Ranked[] {
  const wanted = squeeze(query);
  if (wanted === "") return scored.map((one) => ({ ...one, literal: 1 }));
  const best = scored[0]?.score ?? 1;
  return scored
    .map((one, index) => {
      const text = texts[index];
      const { literal, bonus } = text ? compare(wanted, query, text, one) : { literal: 1, bonus: 0 };
      return { ...one, literal, score: one.score / best + bonus };
    })
    .sort((a, b) => b.score - a.score || a.page - b.page);
}

function compare(
  wanted: string,
  query: string,
  text: PageText,
  { coverage, phrase, named: inNames, keyed }: Scored,
): { literal: number; bonus: number } {
  const { plain, content } = readPlain(text);
  const title = squeeze(text.meta["title"] ?? "");
  const names = (text.meta["names"] ?? "").split("|").map(squeeze);
  if (title === wanted) return { literal: 4, bonus: 4 };
  const core = findCore(query);
  if (core.length > 1 && [squeeze(findCore(fold(text.meta["title"] ?? ""))), title].includes(core)) return { literal: 4, bonus: 3.3 };
  if (sameStems(query, text.meta["title"] ?? "")) return { literal: 4, bonus: 3.5 };
  if (names.includes(wanted)) return { literal: 4, bonus: 3 };
  const same = (text.meta["same"] ?? "").split("|").map(squeeze);
  if (same.includes(wanted) || (core.length > 1 && same.includes(core))) return { literal: 3, bonus: 2 };
  const share = wanted.length / Math.max(1, title.length);
  if (title.includes(wanted)) return { literal: 3, bonus: 1 + Math.min(1, share) };
  if (names.some((one) => one.includes(wanted))) return { literal: 3, bonus: 0.8 };
  if (wanted.length > 1 && content.includes(wanted)) return { literal: 3, bonus: 0.6 };
  const named = [title, ...names].find((one) => one.length >= (isHan(one) ? 2 : 4) && wanted.includes(one));
  const inQuery = named ? 0.3 + 0.5 * Math.min(1, named.length / wanted.length) : 0;
  if (core.length > 2 && content.includes(core)) return { literal: 3, bonus: 0.5 + inQuery };
  const span = coverage > 0.999 ? measureSpan(plain, query) : undefined;
  const near = span === undefined ? 0 : Math.max(0, 1 - span / farthest);
  return {
    literal: phrase && near > 0.5 ? 3 : coverage > 0.999 && (near > 0.5 || inNames > 0.3 || keyed > 0.999) ? 2 : 1,
    bonus: inQuery + 0.4 * near,
  };
}

/** Letters between words that still belong together. */
const farthest = 200;

function sameStems(query: string, title: string): boolean {
  const stems = (text: string) => splitRuns(fold(text)).map(stem).join(" ");
  return stems(query) === stems(title);
}

const plains = new WeakMap<PageText, { plain: string; content: string }>();

function readPlain(text: PageText): { plain: string; content: string } {
  const kept = plains.get(text);
  if (kept) return kept;
  const plain = text.content.replaceAll("\u200b", "");
  const made = { plain, content: squeeze(plain) };
  plains.set(text, made);
  return made;
}

export interface Judged {
  match: "exact" | "closest" | "none";
  /** Makes readings of the same query comparable. */
  worth: number;
}

/** Whether the pages really answer what was asked. */
export function judge({ text, trust }: Reading, [best]: readonly Ranked[]): Judged {
  if (!best) return { match: "none", worth: 0 };
  const telling = listUnits(text).filter((one) => one.weight === 1).length;
  // Two characters may meet by chance, where one word ends and the next begins.
  const met = [...findCore(text)].length === 2 && !best.words && best.literal < 4;
  const enough = !met && (best.literal >= 3 || (best.literal === 2 && telling <= 6) || (best.coverage > 0.85 && telling > 3));
  const worth = best.coverage * (best.literal >= 3 ? 1.2 : 1) + best.literal * 0.1;
  return { match: enough && trust > 0.5 ? "exact" : "closest", worth };
}
