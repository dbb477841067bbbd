import { measureText } from "#source/lines.ts";

/** What a phone shows at once, as `measureText` counts: about 24 lines. */
const screen = 1000;
/** What a block takes beside its text, the rest of its last line and the space below, and half of what a field takes. */
const gap = 30;
const blocks = new Set("p li h1 h2 h3 h4 dt dd tr summary label".split(" "));
const fields = /^<(?:input|select|textarea)\b/;
/** Elements whose texts take no room of their own, tags with their name, and texts. */
const pieces = /<(select|svg|script|style|template)\b[^]*?<\/\1>|<(\/?[a-z][^\s/>]*)(?:"[^"]*"|'[^']*'|[^"'>])*>|[^<]+/gi;

/**
 * Parts the content of a page at the fold, where the first screen of a phone ends: before a section, if the largest text of
 * the screen stands above it, or else at the end of a paragraph or an item with nothing but text before it. A style sheet
 * that stands there lets browsers paint what is above before they lay out the rest. A page that fits on the screen has
 * nothing below.
 */
export function splitAtFold(html: string): [above: string, below: string] {
  let width = 0;
  /** What the screen shows of a block, and of the one of which it shows most. */
  let text = 0;
  let longest = 0;
  /** Where the first section below that begins. */
  let fold: number | undefined;
  /** Where a section begins that has shown no text so far. */
  let section: number | undefined;
  let afterText = false;
  /** What shows its summary alone, and tables, whose columns would move when more rows come. */
  const depths = { details: 0, summary: 0, table: 0 };
  for (const { 0: piece, 2: tag = "", index } of html.matchAll(pieces)) {
    const isShown = depths.details === 0 || depths.summary > 0;
    const isEnd = afterText && isShown && depths.table === 0 && (tag === "/p" || tag === "/li");
    if (width > screen && (isEnd || fold !== undefined)) return [html.slice(0, fold ?? index), html.slice(fold ?? index)];
    afterText = !piece.startsWith("<");
    const name = tag.replace("/", "");
    if (tag === "section") section ??= index;
    if (tag === "h2") fold ??= section ?? index;
    if (afterText && isShown && piece.trim()) {
      const length = measureText(piece.replaceAll(/\s+/g, " "));
      text += Math.max(0, Math.min(length, screen - width));
      width += length;
      // Where lines end is guessed, so that one that is nearly as long may be larger.
      if (text > longest * 0.8) [longest, fold] = [Math.max(longest, text), undefined];
      section = undefined;
    } else if (isShown && fields.test(piece)) width += 2 * gap;
    else if (isShown && blocks.has(name)) {
      if (tag !== name) width += gap;
      // The title stands in larger letters.
      if (tag === "/h1") longest = Math.max(longest, 2 * text);
      text = 0;
    }
    if (Object.hasOwn(depths, name)) depths[name as keyof typeof depths] += tag === name ? 1 : -1;
  }
  return [html, ""];
}
