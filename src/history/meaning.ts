import type { Nodes } from "mdast";
import { readOldText } from "#history/old-text.ts";
import type { DocumentHistory, History, Revision } from "#history/revisions.ts";
import type { Texts } from "#history/texts.ts";
import { parseMdx } from "#source/mdx.ts";

/** Says whether two blobs mean the same; undefined where a text is missing. */
export type CompareBlobs = (before: string, after: string) => boolean | undefined;

/** Compares blobs by their texts. */
export function compareBlobs(texts: Texts): CompareBlobs {
  return (before, after) => {
    const [one, other] = [texts.get(before), texts.get(after)];
    return one === undefined || other === undefined ? undefined : isSameMeaning(one, other);
  };
}

/** The same history with `sameMeaning` told for every revision that has one before it. */
export function flagMeaning(history: History, compare: CompareBlobs): History {
  const documents = history.documents.map((one) => ({ ...one, revisions: flagRevisions(one, compare) }));
  return { ...history, documents, byFile: new Map(documents.filter((one) => !one.gone).map((one) => [one.file, one])) };
}

function flagRevisions({ revisions, earlier }: DocumentHistory, compare: CompareBlobs): Revision[] {
  return revisions.map((revision, index) => {
    const before = revisions[index - 1]?.blob ?? earlier?.blob;
    if (before === undefined) return revision;
    return { ...revision, sameMeaning: before === revision.blob || compare(before, revision.blob) };
  });
}

/**
 * Whether two texts of a document say the same: equal fields and an equal tree, however lines are wrapped, fields are
 * quoted or ordered, and lists are marked. In doubt they differ, because a change that is not shown is worse.
 */
export function isSameMeaning(before: string, after: string): boolean {
  if (before === after) return true;
  if (isPlain(before) && isPlain(after) && countLetters(before) !== countLetters(after)) return false;
  return normalizeOnce(before) === normalizeOnce(after);
}

/** The texts that were compared last: a history compares each with the one before it and the one after it. */
const recent = new Map<string, string>();

function normalizeOnce(source: string): string {
  const normal = recent.get(source) ?? normalize(source);
  recent.delete(source);
  recent.set(source, normal);
  for (const oldest of recent.keys()) if (recent.size > 2) recent.delete(oldest);
  return normal;
}

/** Whether what stands there with letters is meant with just these: no escapes, entities or comments of YAML. */
function isPlain(text: string): boolean {
  return !/\\[A-Za-z]|&|(?:^|\s)#\s/m.test(text);
}

/** A number that tells most texts with other letters apart, whatever their order, and costs no parsing. */
function countLetters(text: string): number {
  let sum = 0;
  for (const letter of text.replace(/[^\p{L}]+/gu, "")) sum = (sum + Math.imul(letter.codePointAt(0) ?? 0, 0x9e3779b1)) | 0;
  return sum;
}

/** Writes what a text says in one form. */
function normalize(source: string): string {
  const { frontmatter, data, body } = readOldText(source);
  const fields = data ? normalizeValue(data) : trimLines(frontmatter ?? "");
  try {
    const parsed = parseMdx(source, "");
    if ("tree" in parsed) return JSON.stringify([fields, normalizeNode(parsed.tree)]);
  } catch (cause) {
    // Because nothing keeps an old text from lying deeper than the stack.
    if (!(cause instanceof RangeError)) throw cause;
  }
  return JSON.stringify([fields, trimLines(body)]);
}

function normalizeValue(value: unknown): unknown {
  if (typeof value === "string") return wrapAnew(value).trim();
  if (Array.isArray(value)) return value.map(normalizeValue);
  if (value === null || typeof value !== "object") return value;
  return Object.entries(value)
    .toSorted(byKey)
    .map(([key, one]) => [key, normalizeValue(one)]);
}

/** A node without its place, its frontmatter, and how far apart the items of a list were written. */
function normalizeNode(node: Nodes): unknown {
  const { type, position: _, data: __, ...rest } = node as Nodes & Record<string, unknown>;
  if (type === "yaml") return [];
  const fields = Object.entries(rest)
    .filter(([key]) => key !== "children" && key !== "spread")
    .toSorted(byKey);
  const own = fields.map(([key, value]) => [
    key,
    key === "attributes" ? normalizeAttributes(value) : type === "text" ? wrapAnew(String(value)) : value,
  ]);
  return [type, own, "children" in node ? mergeTexts(node.children).map(normalizeNode) : []];
}

function normalizeAttributes(attributes: unknown): unknown {
  const written = (attributes as { name?: string; value?: unknown }[]).map(({ name, value }) => {
    const code = value !== null && typeof value === "object" && "value" in value;
    return [name ?? "", code ? { code: value.value } : (value ?? null)] as const;
  });
  return written.toSorted(byKey);
}

function mergeTexts(nodes: readonly Nodes[]): Nodes[] {
  const merged: Nodes[] = [];
  for (const node of nodes) {
    const last = merged.at(-1);
    if (node.type === "text" && last?.type === "text") merged[merged.length - 1] = { type: "text", value: last.value + node.value };
    else merged.push(node);
  }
  return merged;
}

const chinese = "[\\p{Script=Han}\\u3000-\\u303f\\uff00-\\uffef]";
const gap = new RegExp(`(?<=${chinese}) (?=${chinese})`, "gu");

/** A line break is a space, and between Chinese characters nothing. */
function wrapAnew(text: string): string {
  return text.replace(/\s+/g, " ").replace(gap, "");
}

function trimLines(text: string): string {
  return text
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .trim();
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
