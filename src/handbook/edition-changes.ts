import type { PublishedEdition, PublishedEntry } from "#handbook/editions.ts";
import { isSameMeaning } from "#history/meaning.ts";
import { documentKey } from "#source/audience.ts";

/** What became of a document from one edition to a later one. */
export interface EditionChange {
  kind: "added" | "removed" | "moved" | "changed";
  /** Whether a document that moved changed too. */
  altered: boolean;
  before: PublishedEntry | undefined;
  after: PublishedEntry | undefined;
}

/** Tells two editions apart, in the order of the later one, and what is gone at the end. Changes that leave the meaning as it was are none. */
export function compareEditions(before: PublishedEdition, after: PublishedEdition): EditionChange[] {
  const old = new Map(before.entries.map((one) => [documentKey(one.document), one]));
  const names = new Set(after.entries.map(nameOf));
  const changes: EditionChange[] = [];
  for (const entry of after.entries) {
    const key = documentKey(entry.document);
    const earlier = old.get(key);
    old.delete(key);
    if (!earlier) changes.push({ kind: "added", altered: false, before: undefined, after: entry });
    else changes.push(...compareEntries(earlier, entry));
  }
  // What stood there in another language before it was translated is still there.
  const gone = [...old.values()].filter((one) => !names.has(nameOf(one)));
  return [...changes, ...gone.map((one) => ({ kind: "removed" as const, altered: false, before: one, after: undefined }))];
}

function compareEntries(before: PublishedEntry, after: PublishedEntry): EditionChange[] {
  if (before.revision.number === after.revision.number) return [];
  const altered = !isSameMeaning(before.revision.source, after.revision.source);
  const moved = nameOf(before) !== nameOf(after);
  return moved || altered ? [{ kind: moved ? "moved" : "changed", altered, before, after }] : [];
}

function nameOf({ address: { collection, id } }: PublishedEntry): string {
  return `${collection}/${id}`;
}
