import { measureText } from "#source/lines.ts";

/** What a phone shows at once, as `measureText` counts. */
const screen = 700;
/** Elements whose texts take no room of their own, tags with their name, and texts. */
const pieces = /<(select|svg|script|style|template)\b[^]*?<\/\1>|<(\/?[a-z][^\s/>]*)(?:"[^"]*"|'[^']*'|[^"'>])*>|[^<]+/gi;

/**
 * Parts the content of a page about where the first screen of a phone ends: before a section, or else at the end of a
 * paragraph or an item with nothing but text before it. A style sheet that stands there lets browsers paint what is above
 * before they lay out the rest. A page that fits on the screen has nothing below.
 */
export function splitAtFold(html: string): [above: string, below: string] {
  let width = 0;
  /** Where the last section begins that the screen holds the beginning of. */
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
    const isText = !piece.startsWith("<");
    afterText = isText;
    if (tag === "section") section ??= index;
    // A screen that is half empty would soon be painted anew.
    else if (tag === "h2" && width > screen / 2) fold = section ?? index;
    else if (isText && isShown && piece.trim()) {
      section = undefined;
      width += measureText(piece.replaceAll(/\s+/g, " "));
    }
    const name = tag.replace("/", "");
    if (Object.hasOwn(depths, name)) depths[name as keyof typeof depths] += tag === name ? 1 : -1;
  }
  return [html, ""];
}
