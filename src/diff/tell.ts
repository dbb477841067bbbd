import type { FieldChange } from "#diff/field-change.ts";
import type { Count, Summary } from "#diff/summary.ts";
import type { Segment } from "#diff/words.ts";

/** What changed between two revisions, as numbers and names: small enough to be kept. */
export interface Told {
  blocks: Summary;
  /** The outermost names of the fields that came, went or changed. */
  fields: { name: string; type: "added" | "removed" | "changed" }[];
  /** The first sentence that changed, if any: see `findFirstSentence`. */
  sentence?: readonly Segment[] | undefined;
}

/** What to call what changed: data and no functions, so that a page can hand it to browser code. */
export interface TellingWords {
  /** Sentences without an end, each with `{what}`. */
  verbs: Record<keyof Summary, string>;
  /** One and several, with `{count}`, by the kind of block or the name of the component. */
  blocks: Record<string, readonly [one: string, many: string]>;
  /** Holds `{name}`. */
  field: string;
  /** One and several fields that are not named any more, with `{count}`. */
  others: readonly [one: string, many: string];
  between: string;
  after: string;
  nothing: string;
}

/** Says what changed: "Changed 2 paragraphs, the target; added 1 list item". `names` are what readers call the fields. */
export function tell({ blocks, fields }: Told, words: TellingWords, names: Readonly<Record<string, string>>): string {
  const types = Object.keys(words.verbs) as (keyof Summary)[];
  const sentences = types.flatMap((type) => {
    const named = fields.filter((one) => one.type === type).map(({ name }) => fill(words.field, { name: names[name] ?? name }));
    const parts = [...tellCounts(blocks[type], words), ...shorten(named, words.others)];
    return parts.length > 0 ? [fill(words.verbs[type], { what: parts.join(words.between) })] : [];
  });
  if (sentences.length === 0) return words.nothing;
  return capitalize(sentences.join(words.after)).replace(/(?<=\p{Script=Han})(?=\d)/gu, " ");
}

/** Counts by what readers call the blocks: words to say aloud are no mere paragraphs. */
function tellCounts(counts: readonly Count[], words: TellingWords): string[] {
  const sums = new Map<string, number>();
  for (const { kind, component = "", count } of counts) {
    const named = Object.hasOwn(words.blocks, component) && (kind === "component" || (kind === "paragraph" && spoken.has(component)));
    const name = named ? component : kind;
    sums.set(name, (sums.get(name) ?? 0) + count);
  }
  return [...sums].map(([name, count]) => fillCount(words.blocks[name] ?? words.blocks["other"]!, count));
}

const spoken = new Set(["say", "ask", "consent"]);

/** More names than this say less than their number. */
const mostNames = 4;

function shorten(named: string[], others: TellingWords["others"]): string[] {
  if (named.length <= mostNames + 1) return named;
  return [...named.slice(0, mostNames), fillCount(others, named.length - mostNames)];
}

/** Fields that say what a document is called and about, and nothing that anybody has to do. */
const wordings = new Set(["title", "summary", "aliases", "tags"]);

/** Whether nothing changed but how a document is called and described. */
export function isWordingAlone({ blocks, fields }: Told): boolean {
  return Object.values(blocks).every((one) => one.length === 0) && fields.every(({ name }) => wordings.has(name));
}

/** Tells which fields changed, each once, by their outermost names. */
export function nameFields(changes: readonly FieldChange[]): Told["fields"] {
  const types = new Map<string, Told["fields"][number]["type"]>();
  for (const { path, before, after } of changes) {
    const name = path[0] ?? "";
    const type = path.length > 1 || (before !== undefined && after !== undefined) ? "changed" : after === undefined ? "removed" : "added";
    types.set(name, types.has(name) ? "changed" : type);
  }
  return [...types].map(([name, type]) => ({ name, type }));
}

/** Puts values where a wording holds `{name}`. */
export function fill(wording: string, values: Readonly<Record<string, string | number>>): string {
  return wording.replace(/\{(\w+)\}/g, (written, name: string) => String(values[name] ?? written));
}

function fillCount([one, many]: readonly [string, string], count: number): string {
  return fill(count === 1 ? one : many, { count });
}

/** With a capital letter, as at the start of a line. */
export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
