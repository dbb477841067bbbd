import type { PageText } from "./library.ts";
import { findMarks, type Stretch } from "./marks.ts";

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

interface Section {
  id: string | undefined;
  title: string;
  text: string;
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
    excerpt: chosen.length === 0 || begins ? cutExcerpt(start?.text ?? "", query, named) : [],
    sections: chosen.slice(0, begins ? 1 : 2).map(({ section }) => ({
      title: mark(section.title, query),
      url: `${url}#${encodeURIComponent(section.id ?? "")}`,
      excerpt: cutExcerpt(section.text, query),
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

/** The text before the first heading, then each heading with what follows it. */
function splitSections(page: PageText, title: string): Section[] {
  const words = splitWords(page.content);
  const headings = page.anchors.filter((one) => /^h[2-6]$/.test(one.element) && one.text.trim()).sort((a, b) => a.location - b.location);
  const starts = [{ id: undefined, text: title, location: 0 }, ...headings];
  return starts.map(({ id, text, location }, index) => {
    const body = joinWords(words, location, starts[index + 1]?.location);
    return { id, title: text.trim(), text: body.startsWith(text.trim()) ? body.slice(text.trim().length).replace(/^[\s.。]+/, "") : body };
  });
}

interface Words {
  list: string[];
  joiner: string;
}

/** Pagefind counts places in words: those between zero-width spaces where there are any, else those between spaces. */
function splitWords(content: string): Words {
  return content.includes("\u200b") ? { list: content.split("\u200b"), joiner: "" } : { list: content.split(/[^\S\uFEFF]+/), joiner: " " };
}

/** Blocks that have no full stop get a Latin one in the index, which Chinese readers take for a mistake. */
function joinWords({ list, joiner }: Words, from: number, to?: number): string {
  const text = list.slice(from, to).join(joiner).replace(/\s+/g, " ").trim();
  return isChinese(text) ? text.replace(/(?<=[\p{L}\p{N}%）”’])\.(?: |$)/gu, "。").replace(/(?<=[：。，；]) /g, "") : text;
}

function isChinese(text: string): boolean {
  return /\p{Script=Han}/u.test(text.slice(0, 200));
}

/** How well a text answers: each part of the query counts, its repetition little. */
function rate(text: string, query: string): number {
  const marks = findMarks(text, query);
  return (
    new Set(marks.flatMap((one) => one.unit)).size * 10 + new Set(marks.flatMap((one) => [...one.unit])).size + Math.min(5, marks.length)
  );
}

/** Letters; a Chinese character says about as much as two. */
const longest = { chinese: 76, other: 170 };

/** The part of a text that holds most of the query, from the beginning of a sentence where that is near; or its beginning. */
function cutExcerpt(text: string, query: string, beginning = false): Piece[] {
  const length = isChinese(text) ? longest.chinese : longest.other;
  if (text.length <= length) return mark(text, query);
  const marks = findMarks(text, query);
  const start = beginning ? 0 : findStart(text, marks, length);
  const end = Math.min(text.length, start + length);
  const to = end < text.length ? Math.max(text.lastIndexOf(" ", end), end - 12) : end;
  const cut = text.slice(start, to);
  return [
    ...(start > 0 ? [{ text: "…\u00a0", marked: false }] : []),
    ...mark(cut, query),
    ...(to < text.length ? [{ text: "\u00a0…", marked: false }] : []),
  ];
}

function findStart(text: string, marks: readonly Stretch[], length: number): number {
  let best = { start: 0, worth: -1 };
  for (const { from } of marks) {
    const inside = marks.filter((one) => one.from >= from && one.to <= from + length * 0.8);
    const worth = new Set(inside.map((one) => one.unit)).size * 10 + inside.length;
    if (worth > best.worth) best = { start: from, worth };
  }
  const before = text.slice(Math.max(0, best.start - Math.floor(length / 3)), best.start);
  const sentence = Math.max(
    ...["。", "！", "？", ". ", "! ", "? ", "；"].map((one) => before.lastIndexOf(one) + (before.includes(one) ? one.length : 0)),
  );
  if (sentence > 0) return best.start - before.length + sentence;
  if (best.start <= before.length) return 0;
  const space = before.indexOf(" ");
  return space >= 0 ? best.start - before.length + space + 1 : best.start - Math.min(before.length, 12);
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

/** The sentence to say that fits the query best and at least so well; else the short answer of an objection, the first words of a script. */
function findSaying(page: PageText, query: string, least: number): string | undefined {
  const words = splitWords(page.content);
  const place = (id: string) => page.anchors.find((one) => one.id === id)?.location;
  const short = place("factShort") ?? 0;
  const sayings: { text: string; worth: number; at: number }[] = [];
  for (let number = 1; ; number++) {
    const [from, to] = [place(`say-${number}`), place(`said-${number}`)];
    if (from === undefined || to === undefined) break;
    const text = joinWords(words, from, to);
    sayings.push({ text, at: from, worth: rate(text, query) });
  }
  const preferred = sayings.find((one) => one.at >= short);
  const best = sayings.reduce((a, b) => (b.worth > a.worth ? b : a), preferred ?? { text: "", worth: 0, at: 0 });
  if (best.worth < least) return undefined;
  return (best.worth > (preferred?.worth ?? 0) + 11 ? best : preferred)?.text || undefined;
}
