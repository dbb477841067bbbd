import { isAtom } from "#diff/elements.ts";
import type { FieldChange, ItemChange } from "#diff/field-change.ts";
import { writePlain } from "#diff/field-table.ts";
import { isRecord } from "#diff/field-values.ts";
import { straighten } from "#diff/text.ts";
import { element, isElement, type TreeNode } from "#diff/tree.ts";

/**
 * Marks what changed in elements that show fields, which name these in `data-field`: `del` and `ins` in the texts that
 * changed, or, where none of them is found, `data-change` on the element itself.
 */
export function markFields(nodes: readonly TreeNode[], changes: readonly FieldChange[]): TreeNode[] {
  return nodes.map((node) => {
    if (!isElement(node)) return node;
    const names = node.attributes["data-field"]?.split(" ") ?? [];
    const own = changes.filter(({ path: [name = ""] }) => names.includes(name));
    if (own.length === 0) return element(node.name, node.attributes, markFields(node.children, changes));
    const texts = new Map(own.flatMap(listTexts).flatMap((one) => (one.after.trim() === "" ? [] : [[fold(one.after), one]])));
    const found = new Set<string>();
    const children = markTexts(joinPhrases(node.children), texts, found);
    return element(node.name, found.size > 0 ? node.attributes : { ...node.attributes, "data-change": "changed" }, children);
  });
}

/** A text of a field that changed, with what it was before if it is no new one. */
export interface Text {
  before: string | undefined;
  after: string;
}

/** The texts that changed in a field, or came. */
export function listTexts({ before, after, items }: Pick<FieldChange, "before" | "after" | "items">): Text[] {
  if (items) return items.flatMap(listItemTexts);
  if (before === undefined || before === null) return listNew(after);
  return isPlain(before) && isPlain(after) ? [{ before: String(before), after: String(after) }] : listNew(after);
}

function listItemTexts({ type, before, after, fields }: ItemChange): Text[] {
  if (type === "added") return listNew(after);
  if (type !== "changed") return [];
  return fields ? fields.flatMap(listTexts) : listTexts({ before, after });
}

function listNew(value: unknown): Text[] {
  if (isPlain(value)) return [{ before: undefined, after: String(value) }];
  return (Array.isArray(value) ? value : isRecord(value) ? Object.values(value) : []).flatMap(listNew);
}

function isPlain(value: unknown): value is string | number | boolean {
  return value !== undefined && value !== null && typeof value !== "object";
}

/** Without the places where lines may break, which part a text into many. */
function joinPhrases(nodes: readonly TreeNode[]): TreeNode[] {
  const joined: TreeNode[] = [];
  const add = (node: TreeNode) => {
    const last = joined.at(-1);
    if (!isElement(node) && last !== undefined && !isElement(last)) joined[joined.length - 1] = last + node;
    else joined.push(node);
  };
  for (const node of nodes) {
    if (!isElement(node)) add(node);
    else if (node.attributes["class"] === "whole") joinPhrases(node.children).forEach(add);
    else if (node.name !== "wbr") add(element(node.name, node.attributes, joinPhrases(node.children)));
  }
  return joined;
}

function markTexts(nodes: readonly TreeNode[], texts: ReadonlyMap<string, Text>, found: Set<string>): TreeNode[] {
  return nodes.flatMap((node) => {
    if (isElement(node)) return isAtom(node) ? [node] : [element(node.name, node.attributes, markTexts(node.children, texts, found))];
    const place = findText(node, texts);
    if (!place) return [node];
    const { text, start, end } = place;
    found.add(text.after);
    const written = node.slice(start, end);
    const marked = text.before === undefined ? [element("ins", {}, [written])] : writePlain(text.before, written);
    return [node.slice(0, start), ...marked, node.slice(end)].filter((one) => one !== "");
  });
}

/** So many characters stand nowhere by chance. */
const enough = 12;

/** Where a text of the page is one of the field's, but for white space, or holds one beside signs such as an arrow. */
function findText(node: string, texts: ReadonlyMap<string, Text>): { text: Text; start: number; end: number } | undefined {
  const own = texts.get(fold(node));
  if (own) return { text: own, start: node.length - node.trimStart().length, end: node.trimEnd().length };
  const written = straighten(node);
  for (const [name, text] of texts) {
    const start = name.length < enough ? -1 : written.indexOf(name);
    if (start >= 0) return { text, start, end: start + name.length };
  }
  return undefined;
}

function fold(text: string): string {
  return straighten(text.replace(/\s+/g, " ").trim());
}
