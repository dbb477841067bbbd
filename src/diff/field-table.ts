import type { FieldChange, ItemChange } from "#diff/field-change.ts";
import { isRecord } from "#diff/field-values.ts";
import { capitalize, fill } from "#diff/tell.ts";
import { element, type TreeElement, type TreeNode } from "#diff/tree.ts";
import { diffText, type Segment } from "#diff/words.ts";

/** Words of the table of fields that changed: data and no functions, so that a page can hand it to browser code. */
export interface FieldWords {
  /** What readers call a field, by its path such as `crm.stage`, or by its last name. */
  names: Readonly<Record<string, string>>;
  /** Joins the name of a field and that of one in it: holds `{outer}` and `{inner}`. */
  within: string;
  field: string;
  change: string;
  /** An item of a list that has another place now: holds `{from}` and `{to}`, counted from 1. */
  moved: string;
}

/** A table of the fields that changed, values as readers see them; nothing where none did. */
export function writeFieldTable(changes: readonly FieldChange[], words: FieldWords): TreeNode[] {
  if (changes.length === 0) return [];
  const head = element("tr", {}, [element("th", { scope: "col" }, [words.field]), element("th", { scope: "col" }, [words.change])]);
  const rows = changes.map((change) =>
    element("tr", {}, [
      element("th", { scope: "row" }, [capitalize(nameField(change.path, words))]),
      element("td", {}, writeChange(change, change.path, words)),
    ]),
  );
  return [element("table", { class: "field-changes" }, [element("thead", {}, [head]), element("tbody", {}, rows)])];
}

/** What readers call a field: by its whole path, or by its names from the outside in. */
function nameField(path: readonly string[], words: FieldWords): string {
  const known = findName(path.join("."), words);
  if (known) return known;
  const last = path.at(-1) ?? "";
  const inner = findName(last, words) ?? last;
  return path.length > 1 ? fill(words.within, { outer: nameField(path.slice(0, -1), words), inner }) : inner;
}

function findName(name: string, { names }: FieldWords): string | undefined {
  return Object.hasOwn(names, name) ? names[name] : undefined;
}

function writeChange({ before, after, items }: Omit<FieldChange, "path">, path: readonly string[], words: FieldWords): TreeNode[] {
  if (items) return writeItems(items, path, words);
  if (before === undefined || after === undefined) return writeValue(before ?? after, path, words, after === undefined ? "del" : "ins");
  if (isPlain(before) && isPlain(after)) return writePlain(String(before), String(after));
  return [...writeValue(before, path, words, "del"), ...writeValue(after, path, words, "ins")];
}

function isPlain(value: unknown): value is string | number | boolean {
  return value !== null && typeof value !== "object";
}

/** Words within a text that stayed for the most part, or else "20 % → 25 %". */
export function writePlain(before: string, after: string): TreeNode[] {
  const segments = diffText(before, after);
  if (keeps(segments))
    return segments.map(({ type, text }) => (type === "same" ? text : element(type === "added" ? "ins" : "del", {}, [text])));
  return [element("del", {}, [before]), element("span", { class: "only-changes" }, [" → "]), element("ins", {}, [after])];
}

function keeps(segments: readonly Segment[]): boolean {
  let [same, all] = [0, 0];
  for (const { type, text } of segments) {
    const length = text.trim().length;
    all += length;
    if (type === "same") same += 2 * length;
    if (type === "same") all += length;
  }
  return same >= 12 && same / all >= 0.5;
}

function writeItems(items: readonly ItemChange[], path: readonly string[], words: FieldWords): TreeNode[] {
  const types = { added: "ins", removed: "del" } as const;
  return [
    element(
      "ul",
      { class: "field-items" },
      items.map((item) => {
        const { type } = item;
        const content =
          type === "changed"
            ? writeChangedItem(item, path, words)
            : type === "moved"
              ? [
                  ...writeValue(item.after, path, words),
                  " ",
                  writeNote(fill(words.moved, { from: (item.from ?? 0) + 1, to: (item.to ?? 0) + 1 })),
                ]
              : writeValue(type === "added" ? item.after : item.before, path, words, types[type]);
        return element("li", { "data-change": type }, content);
      }),
    ),
  ];
}

function writeNote(text: string): TreeElement {
  return element("span", { class: "change-note" }, [text]);
}

/** What an item is known by, then which of its fields changed and how. */
function writeChangedItem({ before, after, fields }: ItemChange, path: readonly string[], words: FieldWords): TreeNode[] {
  if (!fields || !isRecord(after)) return writeChange({ before, after }, path, words);
  const title = findTitle(after);
  const own = fields.find((one) => one.path.length === 1 && one.path[0] === title);
  const others = fields.filter((one) => one !== own);
  const first = own ? writeChange(own, [...path, ...own.path], words) : title === undefined ? [] : writeValue(after[title], path, words);
  return [
    ...first,
    ...writeParts(others.map((one) => [nameInner([...path, ...one.path], words), writeChange(one, [...path, ...one.path], words)])),
  ];
}

/** The name of a field of an item, without that of the list. */
function nameInner(path: readonly string[], words: FieldWords): string {
  const last = path.at(-1) ?? "";
  return capitalize(findName(path.join("."), words) ?? findName(last, words) ?? last);
}

/** A value as it was or is; with a mark, all its text bears it. */
function writeValue(value: unknown, path: readonly string[], words: FieldWords, mark?: "ins" | "del"): TreeNode[] {
  if (Array.isArray(value))
    return [
      element(
        "ul",
        { class: "field-items" },
        value.map((one) => element("li", {}, writeValue(one, path, words, mark))),
      ),
    ];
  if (!isRecord(value)) {
    const text = value === undefined || value === null ? "" : String(value);
    return text === "" ? [] : [mark ? element(mark, {}, [text]) : text];
  }
  const title = findTitle(value);
  const others = Object.entries(value).filter(([name, one]) => name !== title && one !== undefined && one !== null);
  return [
    ...(title === undefined ? [] : writeValue(value[title], path, words, mark)),
    ...writeParts(others.map(([name, one]) => [nameInner([...path, name], words), writeValue(one, [...path, name], words, mark)])),
  ];
}

/** The field by which people know an item: its first text. */
function findTitle(record: Record<string, unknown>): string | undefined {
  return Object.keys(record).find((name) => typeof record[name] === "string");
}

function writeParts(parts: readonly [name: string, content: TreeNode[]][]): TreeNode[] {
  if (parts.length === 0) return [];
  const items = parts.map(([name, content]) => element("div", {}, [element("dt", {}, [name]), element("dd", {}, content)]));
  return [element("dl", { class: "field-parts" }, items)];
}
