import { takeAfter } from "#diff/after.ts";
import type { Change } from "#diff/change.ts";
import { diffArticles } from "#diff/difference.ts";
import { fromDom, toDom } from "#diff/dom.ts";
import type { FieldChange } from "#diff/field-change.ts";
import { type FieldWords, writeFieldTable } from "#diff/field-table.ts";
import { diffFields } from "#diff/fields.ts";
import { findFirstSentence } from "#diff/first-sentence.ts";
import { mergeArticle } from "#diff/merge.ts";
import { summarizeChanges } from "#diff/summary.ts";
import { nameFields, tell, type TellingWords } from "#diff/tell.ts";
import { element, type TreeNode } from "#diff/tree.ts";
import { makeWording, type WordingWords } from "#diff/wording.ts";
import type { Segment } from "#diff/words.ts";

/** Words of differences, as the build writes them for the browser. */
export interface Words {
  telling: TellingWords;
  wording: WordingWords;
  table: FieldWords;
}

/** What could not be done, and with which of the two revisions. */
interface Trouble {
  problem: "offline" | "missing" | "unreadable";
  side: "before" | "after";
}

/** Compares what the pages at two paths show of their revisions. */
export async function compareRevisions(before: string, after: string, words: Words): Promise<{ content: Node } | Trouble> {
  const found = await findDifference(before, after);
  if ("problem" in found) return found;
  const { changes, fields, lang } = found;
  const told = tellDifference(found, words);
  const table = writeFieldTable(fields, words.table);
  const content: TreeNode[] = [
    element("p", { class: "what-changed-told" }, [told]),
    ...(table.length > 0 ? [element("div", { class: "table", role: "group", tabindex: "0", "aria-label": words.table.field }, table)] : []),
    element("div", { class: "text" }, mergeArticle(changes, makeWording(words.wording), prefix)),
  ];
  const article = element("article", { class: "article changes-shown", ...(lang && { lang }) }, content);
  return { content: toDom([article], document) };
}

/** What differs between two revisions: in one line, and the first sentence that changed. */
export interface ToldRevisions {
  line: string;
  sentence: readonly Segment[] | undefined;
}

/** Says what differs between the revisions at two paths; undefined where that can't be found out. */
export async function tellRevisions(before: string, after: string, words: Omit<Words, "wording">): Promise<ToldRevisions | undefined> {
  const found = await findDifference(before, after);
  if ("problem" in found) return undefined;
  return { line: tellDifference(found, words), sentence: findFirstSentence(found.changes, found.fields) };
}

interface Difference {
  changes: Change[];
  fields: FieldChange[];
  lang: string | undefined;
}

async function findDifference(before: string, after: string): Promise<Difference | Trouble> {
  const [old, now] = await Promise.all([readPage(before), readPage(after)]);
  if (typeof old === "string") return { problem: old, side: "before" };
  if (typeof now === "string") return { problem: now, side: "after" };
  return { changes: diffArticles(old.nodes, now.nodes), fields: diffFields(old.fields, now.fields), lang: now.lang };
}

function tellDifference({ changes, fields }: Difference, { telling, table }: Omit<Words, "wording">): string {
  return tell({ blocks: summarizeChanges(changes), fields: nameFields(fields) }, telling, table.names);
}

/** The beginning of ids that a page of a revision makes up. */
const prefix = "changeAt";

interface Page {
  nodes: TreeNode[];
  fields: unknown;
  lang: string | undefined;
}

async function readPage(path: string): Promise<Page | Trouble["problem"]> {
  let html: string;
  try {
    const response = await fetch(path, { signal: AbortSignal.timeout(20_000) });
    if (response.status === 404 || response.status === 410) return "missing";
    if (!response.ok) return "offline";
    html = await response.text();
  } catch {
    return "offline";
  }
  const page = new DOMParser().parseFromString(html, "text/html");
  const shown = readShown(page.querySelector("[data-shown]")?.textContent);
  if (!shown) return "unreadable";
  const text = page.querySelector("[data-text]");
  const lang = page.querySelector("article")?.getAttribute("lang") ?? undefined;
  return { nodes: text ? takeAfter(fromDom(text), prefix) : [], fields: shown.fields, lang };
}

/** Whatever answers at the address of a page need not be that page. */
function readShown(text: string | null | undefined): { fields: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(text ?? "");
    return value !== null && typeof value === "object" && "fields" in value ? { fields: value.fields } : undefined;
  } catch {
    return undefined;
  }
}
