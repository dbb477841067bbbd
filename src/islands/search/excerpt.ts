import { cutText, findSentence } from "./cut.ts";
import type { PageText } from "./library.ts";
import { findMarks } from "./marks.ts";
import { findPlace, isChinese, listSayings, type Quotable, splitSections } from "./page-text.ts";

/** A document found, ready to be shown. */
export interface Hit {
  url: string;
  title: Piece[];
  /** Its collection. */
  kind: string;
  /** Of its text before the first heading, or of its beginning where no section answers. */
  excerpt: Piece[];
  sections: { title: Piece[]; url: string; excerpt: Piece[] }[];
  /** What the rep can say, of scripts and objections. */
  say: string | undefined;
}

export interface Piece {
  text: string;
  marked: boolean;
}

/** Describes a page as an answer to a query, which may have been understood in several ways; the first that it holds is marked. */
export function describeHit(page: PageText, url: string, queries: readonly string[]): Hit {
  const query = queries.find((one) => findMarks(page.content.replaceAll("\u200b", ""), one).length > 0) ?? queries[0] ?? "";
  const kind = page.filters["collection"]?.[0] ?? "";
  const title = page.meta["title"] ?? url;
  const [start, ...sections] = splitSections(page, title);
  /** Whoever asks for a document by its name wants to know what it is about. */
  const named = query !== "" && rate(title, query) >= rate(query, query);
  const tabular = named ? 0 : 0.8;
  const rated = sections
    .map((section) => ({ section, worth: rate(`${section.title} ${section.text}`, query) * (isTabular(section.text) ? tabular : 1) }))
    .filter((one) => one.worth > 0);
  const startWorth = named ? 0 : rate(start?.text ?? "", query);
  const best = Math.max(startWorth, ...rated.map((one) => one.worth));
  const begins = named || startWorth >= best;
  const chosen = rated.filter((one) => one.worth >= 0.7 * best).sort((a, b) => b.worth - a.worth);
  return {
    url,
    kind,
    title: mark(title, query),
    excerpt: chosen.length === 0 || begins ? quote(start, query, named) : [],
    sections: chosen.slice(0, begins ? 1 : 2).map(({ section }) => ({
      title: mark(section.title, query),
      url: `${url}#${encodeURIComponent(section.id ?? "")}`,
      excerpt: quote(section, query),
    })),
    say:
      kind === "objections" || kind === "scripts"
        ? findSaying(page, query, kind === "objections" || rate(title, query) > 0 ? 0 : 1)
        : undefined,
  };
}

/** Whether a text is made of names and values or of cells, which say less than sentences. */
function isTabular(text: string): boolean {
  const signs = text.match(/[:：·]/g)?.length ?? 0;
  return signs * (isChinese(text) ? 40 : 80) > text.length;
}

/** How well a text answers: each part of the query counts, its repetition little. */
function rate(text: string, query: string): number {
  const marks = findMarks(text, query);
  return (
    new Set(marks.flatMap((one) => one.unit)).size * 10 + new Set(marks.flatMap((one) => [...one.unit])).size + Math.min(5, marks.length)
  );
}

/** The part of a text that answers best; dots where it leaves out a part of a sentence. */
function quote(section: Quotable | undefined, query: string, beginning = false): Piece[] {
  if (!section) return [];
  const { text, before, behind } = cutText(section, findMarks(section.text, query), beginning);
  const dots = (shown: boolean, text: string) => (shown ? [{ text, marked: false }] : []);
  return [...dots(before, "…\u00a0"), ...mark(text, query), ...dots(behind, "\u00a0…")];
}

function mark(text: string, query: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { from, to } of findMarks(text, query)) {
    if (from > at) pieces.push({ text: text.slice(at, from), marked: false });
    pieces.push({ text: text.slice(from, to), marked: true });
    at = to;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false });
  return pieces;
}

/** What to say that fits the query best and at least so well, from the sentence that fits; else the short answer of an objection, the first words of a script. */
function findSaying(page: PageText, query: string, least: number): string | undefined {
  const short = findPlace(page, "factShort") ?? 0;
  const sayings = listSayings(page).map((one) => ({ ...one, worth: rate(one.text, query) }));
  const preferred = sayings.find((one) => one.at >= short);
  const best = sayings.reduce((a, b) => (b.worth > a.worth ? b : a), preferred ?? { text: "", worth: 0, at: 0 });
  if (best.worth < least) return undefined;
  const { text = "" } = (best.worth > (preferred?.worth ?? 0) + 11 ? best : preferred) ?? {};
  return text.slice(findSentence(text, findMarks(text, query)[0]?.from ?? 0)) || undefined;
}
