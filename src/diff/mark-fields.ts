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
    const texts = new Map(own.flatMap(listTexts).map((one) => [fold(one.after), one]));
    const found = new Set<string>();
    const children = markTexts(node.children, texts, found);
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

function markTexts(nodes: readonly TreeNode[], texts: ReadonlyMap<string, Text>, found: Set<string>): TreeNode[] {
  return nodes.flatMap((node) => {
    if (isElement(node)) return isAtom(node) ? [node] : [element(node.name, node.attributes, markTexts(node.children, texts, found))];
    const name = fold(node);
    const text = name === "" ? undefined : texts.get(name);
    if (!text) return [node];
    found.add(name);
    // The white space around a text is none of the field's.
    const [start, end] = [node.match(/^\s*/)![0], node.match(/\s*$/)![0]];
    const written = node.slice(start.length, node.length - end.length);
    const marked = text.before === undefined ? [element("ins", {}, [written])] : writePlain(text.before, written);
    return [start, ...marked, end].filter((one) => one !== "");
  });
}

function fold(text: string): string {
  return straighten(text.replace(/\s+/g, " ").trim());
}
