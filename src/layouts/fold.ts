import { measureText } from "#source/lines.ts";

/** What a phone shows at once, as `measureText` counts. */
const screen = 700;
/** Elements whose texts take no room of their own, tags with their name, and texts. */
const pieces = /<(select|svg|script|style|template)\b[^]*?<\/\1>|<(\/?[a-z][^\s/>]*)(?:"[^"]*"|'[^']*'|[^"'>])*>|[^<]+/gi;

/**
 * Parts the content of a page before a section, about where the first screen of a phone ends: with as many sections above as
 * it holds, and the first one below at least. A style sheet that stands there lets browsers paint what is above before they
 * lay out the rest. Without a section nothing is below.
 */
export function splitAtFold(html: string): [above: string, below: string] {
  let width = 0;
  let fold: number | undefined;
  /** Where a section begins that has shown no text so far. */
  let section: number | undefined;
  for (const { 0: piece, 2: tag, index } of html.matchAll(pieces)) {
    if (tag === "section") section ??= index;
    else if (tag === "h2") fold = section ?? index;
    else if (!piece.startsWith("<") && piece.trim()) {
      section = undefined;
      width += measureText(piece.replaceAll(/\s+/g, " "));
      if (fold !== undefined && width > screen) break;
    }
  }
  return [html.slice(0, fold), fold === undefined ? "" : html.slice(fold)];
}
