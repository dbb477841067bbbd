import type { CompilableBody } from "#model/body.ts";
import { maskCode } from "#source/mask.ts";

/** A part of a text, with the number of the headings in it. */
export interface TextPart {
  source: string;
  headings: number;
}

/**
 * Cuts the Markdown of a text between blocks that stand in no other, so that what is made of the parts, one after the other,
 * is what is made of the whole; undefined where that can't be told by looking at its lines. The frontmatter is left out.
 */
export function splitText(source: string): TextPart[] | undefined {
  const frontmatter = /^---[ \t]*\n(?:[\s\S]*?\n)??---[ \t]*(?:\n|$)/.exec(source)?.[0] ?? "";
  const text = source.slice(frontmatter.length);
  if (/^(?:---|\+\+\+)/.test(text) || joined.test(text)) return undefined;
  const parts: TextPart[] = [];
  let [start, end, depth, headings] = [0, 0, 0, 0];
  let fence: string | undefined;
  let afterGap = true;
  const cut = () => {
    if (text.slice(start, end).trim() !== "") parts.push({ source: text.slice(start, end), headings });
    [start, headings] = [end, 0];
  };
  const masked = maskCode(text);
  while (end < masked.length) {
    const line = masked.slice(end, masked.indexOf("\n", end) + 1 || masked.length);
    const ticks = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== undefined) {
      if (ticks?.startsWith(fence) && line.trim() === ticks) fence = undefined;
    } else {
      if (afterGap && depth === 0 && opening.test(line)) cut();
      if (/^#{1,6}[ \t\n]/.test(line)) headings++;
      if (ticks) fence = ticks;
      else if (line.includes("<")) depth += countOpened(line);
    }
    afterGap = line.trim() === "";
    end += line.length;
  }
  cut();
  return depth === 0 && fence === undefined ? parts : undefined;
}

/** What one place of a text does to another: footnotes, and definitions of links. */
const joined = /\[\^|\]:/;

/** Begins a block that goes on with nothing above an empty line: a heading, running text, a table or an element. */
const opening = /^(?:#{1,6}[ \t]|[\p{L}|<“「《]|\*\*[\p{L}\p{N}“「《])/u;

/** The stroke of an end, and that of an element without one. */
const tags = /<(\/?)[A-Za-z][\w.:-]*(?:[^<>"']|"[^"]*"|'[^']*')*?(\/?)>/g;

/** How many elements a line leaves open; fewer than none where it ends more. */
function countOpened(line: string): number {
  let count = 0;
  for (const [, ends, closed] of line.matchAll(tags)) count += ends ? -1 : closed ? 0 : 1;
  return count;
}

/** The bodies of the parts of a text, to be compiled one by one; the whole where it can't be cut. For bodies without blame. */
export function splitBody(body: CompilableBody): CompilableBody[] {
  const parts = splitText(body.source) ?? [];
  const count = parts.reduce((sum, { headings }) => sum + headings, 0);
  if (parts.length === 0 || count !== body.slugs.length) return [body];
  let first = 0;
  return parts.map(({ source, headings }) => ({ ...body, source, slugs: body.slugs.slice(first, (first += headings)) }));
}

/** Stands alone in a paragraph between two parts; a character that no text may hold. */
export const mark = "\ufdd3";

/** Puts parts into one text, because each time that one is parsed takes its time; undefined where that can't be cut again. */
export function joinAtMarks(parts: readonly { source: string }[]): string | undefined {
  if (parts.some(({ source }) => source.includes(mark))) return undefined;
  return parts.map((one) => one.source).join(`\n\n${mark}\n\n`);
}
