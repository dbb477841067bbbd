import { htmlToHast } from "satteri";
import { voidNames } from "#diff/elements.ts";
import { fromHast } from "#diff/hast.ts";
import { append, type TreeNode } from "#diff/tree.ts";
import { rememberLately } from "#source/memory.ts";

/** The trees of the pieces that were parsed last: from one revision to the next, most of them stay as they are. */
const ofPieces = rememberLately(4000);
const ofParts = rememberLately(8000);

/**
 * The tree of a piece of HTML as the components write it. The elements it consists of are parsed one by one, each once
 * as long as not too many others came between.
 */
export function parseHtml(html: string): TreeNode[] {
  return parsePieces(splitHtml(html) ?? [html]);
}

/** The tree of parts that stand in one text, each on lines of its own; each is looked at once, like the elements in it. */
export function parseParts(parts: readonly string[]): TreeNode[] {
  const trees = parts.map((part) => ofParts([part], () => parseClosed(part)));
  // Where an element goes on in the next part, only the whole tells.
  if (!trees.every((tree) => tree !== undefined)) return parseHtml(joinParts(parts));
  return joinTexts(trees.flatMap((tree, index) => (index > 0 ? [lineEnd, ...tree] : tree)));
}

export function joinParts(parts: readonly string[]): string {
  return parts.join(lineEnd);
}

const lineEnd = "\n";

function parseClosed(html: string): TreeNode[] | undefined {
  const pieces = splitHtml(html);
  return pieces && parsePieces(pieces);
}

function parsePieces(pieces: readonly string[]): TreeNode[] {
  return pieces.flatMap((piece) => ofPieces([piece], () => parse(piece)));
}

/** Texts beside one another are one. */
function joinTexts(nodes: readonly TreeNode[]): TreeNode[] {
  const joined: TreeNode[] = [];
  for (const node of nodes) append(joined, node);
  return joined;
}

function parse(html: string): TreeNode[] {
  return fromHast(htmlToHast(html, { fragment: true }) as Parameters<typeof fromHast>[0]);
}

/** A comment, or a tag: its stroke, its name, and whether it ends with a stroke. */
const tags = /<!--[\s\S]*?-->|<(\/?)([A-Za-z][^\s/>]*)(?:[^>"']|"[^"]*"|'[^']*')*?(\/?)>/g;

/** Elements whose content follows rules of its own. */
const special = /<(?:script|style|template|textarea|title|noscript|iframe|xmp|plaintext|select)\b/i;

/**
 * Cuts HTML between the elements that stand in no other, so that the trees of the pieces are those of the whole; undefined
 * where elements do not end in turn, so that only a parser can tell.
 */
export function splitHtml(html: string): string[] | undefined {
  if (special.test(html)) return undefined;
  const pieces: string[] = [];
  const open: string[] = [];
  let start = 0;
  const cut = (end: number) => {
    if (end > start) pieces.push(html.slice(start, end));
    start = end;
  };
  for (const { 0: tag, 1: stroke, 2: name = "", 3: closed, index } of html.matchAll(tags)) {
    if (name === "") continue;
    const end = index + tag.length;
    if (stroke) {
      if (open.pop() !== name) return undefined;
    } else {
      if (open.length === 0) cut(index);
      if (!voidNames.has(name) && !(closed && isForeign(open))) open.push(name);
    }
    if (open.length === 0) cut(end);
  }
  cut(html.length);
  return open.length === 0 ? pieces : undefined;
}

/** Only in drawings and formulas a stroke ends an element: https://html.spec.whatwg.org/multipage/syntax.html#start-tags */
function isForeign(open: readonly string[]): boolean {
  return open.some((name) => name === "svg" || name === "math");
}
