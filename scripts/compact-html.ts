/** Stands for what a template has between its texts: something that is written there, or something that writes nothing. */
export const hole = "\uE000";
export const silentHole = "\uE001";

/**
 * Takes out white space that nobody sees: at the edges of blocks, also where inline elements begin or end there, and all but
 * one of several in a row. Elements count as what browsers make of them without a style sheet; one that makes a block inline
 * gives it a margin.
 */
export function compactHtml(html: string): string {
  const out: string[] = [];
  /** Where the last white space stands that goes if a block begins or ends next. */
  let space: number | undefined;
  let atEdge = false;
  let opened = false;
  let raw = "";
  let before = "";
  const parents: string[] = [];
  for (const [token, closes = "", written] of html.matchAll(tokens)) {
    const name = written?.toLowerCase() ?? "";
    if (raw) {
      if (closes && name === raw) raw = "";
      out.push(token);
    } else if (/^[ \t\n\r\f]/.test(token)) {
      if (lists.has(parents.at(-1) ?? "")) continue;
      if (!atEdge || (space !== undefined && !opened)) {
        if (space !== undefined) out[space] = "";
        space = out.push(" ") - 1;
        opened = false;
      }
      atEdge = true;
      continue;
    } else if (name && blocks.has(name)) {
      if (space !== undefined) out[space] = "";
      [space, atEdge] = [undefined, true];
      out.push(token);
    } else if (name && boxes.has(name)) {
      if (closes && space !== undefined) out[space] = "";
      [space, atEdge] = [undefined, !closes];
      out.push(token);
    } else {
      // What is empty here is filled in the browser.
      const isEmpty = closes && before.startsWith(`<${written}`);
      if (name && !contents.has(name) && !isEmpty) opened ||= !closes;
      else if (token !== silentHole) [space, atEdge] = [undefined, false];
      out.push(token);
    }
    before = token;
    if (verbatim.has(name) && !closes) raw = name;
    if (closes && parents.includes(name)) parents.length = parents.lastIndexOf(name);
    if (name && !closes && !empty.has(name) && !token.endsWith("/>")) parents.push(name);
  }
  return out.join("");
}

/** Tags with the slash of an end tag and their name, white space, one hole, other text. */
const tokens =
  /<(\/)?([a-z][^\s/>\uE000\uE001]*)(?:"[^"]*"|'[^']*'|[^"'>])*>|<!--[^]*?-->|<|[ \t\n\r\f]+|[\uE000\uE001]|[^< \t\n\r\f\uE000\uE001]+/gi;

const listNames = (names: string) => new Set(names.split(" "));

/** Elements that stand in lines of their own. */
export const blocks: ReadonlySet<string> = listNames(
  "address article aside blockquote body br caption dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html legend li link main meta nav ol optgroup option p pre script search section style summary table tbody td template tfoot th thead title tr ul",
);
/** Blocks within that are parts of a line without. */
const boxes = listNames("button select svg textarea");
/** They show something without holding a text. */
const contents = listNames("audio canvas iframe img input meter object picture progress video wbr");
/** They hold elements alone, so that even what is put between two holes is not seen. */
const lists = listNames("colgroup dl head html ol optgroup select svg table tbody tfoot thead tr ul");
const empty = listNames("br col hr img input link meta source track wbr");
const verbatim = listNames("pre script style textarea");
