/** Which revision of a document a reader last saw, kept by the browser under the document's name, never by position. */
export interface Reading {
  revision: number;
  /** A short name for its text, because numbers change where a history is rewritten. */
  id: string;
  /** When it was read, in milliseconds since 1970. */
  at: number;
}

/** A document as a page or a list names it: its name in storage, the newest revision worth reading, and a short name for its text. */
export type Mark = [name: string, revision: number, id: string];

type Reader = () => Pick<Storage, "getItem">;
type Writer = () => Pick<Storage, "setItem">;

/** Storage is input from outside: anything but what `storeReading` writes counts as nothing. */
export function readReading(name: string, storage: Reader = () => localStorage): Reading | undefined {
  try {
    const value: unknown = JSON.parse(storage().getItem(keyOf(name)) ?? "null");
    if (value === null || typeof value !== "object") return undefined;
    const { revision, id, at } = value as Record<string, unknown>;
    const valid = Number.isSafeInteger(revision) && (revision as number) > 0 && typeof id === "string" && isTime(at);
    return valid ? { revision: revision as number, id: id as string, at: at as number } : undefined;
  } catch {
    return undefined;
  }
}

/** Where storage is full or forbidden, nothing is remembered, and readers are told of nothing. */
export function storeReading([name, revision, id]: Mark, at = Date.now(), storage: Writer = () => localStorage): void {
  try {
    storage().setItem(keyOf(name), JSON.stringify({ revision, id, at }));
  } catch {
    // The page works as well without.
  }
}

/** Whether a list should say that a document changed; in doubt it says nothing. */
export function isChanged(reading: Reading | undefined, [, revision, id]: Mark): boolean {
  return reading !== undefined && reading.id !== id && reading.revision < revision;
}

/** What the page knows of its document's revisions. */
export interface Past {
  mark: Mark;
  known: readonly [number: number, id: string][];
  /** What changed in words, and which fields. */
  since: readonly [first: number, last: number, what: string, fields?: readonly string[]][];
}

/** How the document stands to what a reader saw of it. */
export type Verdict =
  | { type: "new" }
  | { type: "same" }
  /** It changed since revision `from`; `what` says how, in words, and `fields` names those that changed. */
  | { type: "changed"; from: number; what: string; fields: readonly string[]; at: number }
  /** The text that the reader saw is not among the revisions: the history was rewritten, or begins later now. */
  | { type: "unknown"; at: number };

export function judge(reading: Reading | undefined, { mark, known, since }: Past): Verdict {
  if (!reading) return { type: "new" };
  if (reading.id === mark[2]) return { type: "same" };
  const same = known.filter(([, id]) => id === reading.id);
  const found = same.find(([number]) => number === reading.revision) ?? same.at(-1);
  if (!found) return { type: "unknown", at: reading.at };
  const [from] = found;
  const change = from < mark[1] ? since.find(([first, last]) => first <= from && from <= last) : undefined;
  return change ? { type: "changed", from, what: change[2], fields: change[3] ?? [], at: reading.at } : { type: "same" };
}

function isTime(at: unknown): boolean {
  return typeof at === "number" && at > 0 && at < 8.64e15;
}

function keyOf(name: string): string {
  return `sopbook:read:${name}`;
}
