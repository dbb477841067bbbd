import { compareEntries, type EntryChange } from "#diff/entries.ts";
import type { PublishedEdition, PublishedEntry } from "#handbook/editions.ts";
import { isSameRevision } from "#handbook/revisions.ts";
import { documentKey } from "#source/audience.ts";

/** What became of a document from one edition to a later one. */
export type EditionChange = EntryChange<PublishedEntry>;

/** Tells two editions apart, as the browser does with those that are no neighbours. */
export function compareEditions(before: Pick<PublishedEdition, "entries">, after: Pick<PublishedEdition, "entries">): EditionChange[] {
  const rows = ({ entries }: Pick<PublishedEdition, "entries">) => entries.map((entry) => ({ ...identifyEntry(entry), entry }));
  const changes = compareEntries(rows(before), rows(after), (one, other) => isSameRevision(one.entry.revision, other.entry.revision));
  return changes.map((one) => ({ ...one, before: one.before?.entry, after: one.after?.entry }));
}

/** What tells a document of an edition apart from that of another one. */
export function identifyEntry({ document, address: { collection, id }, revision: { number } }: PublishedEntry) {
  return { key: documentKey(document), name: `${collection}/${id}`, revision: number };
}

/** The roles that read a document of an edition, and the one that it describes. */
export function listReaders({ address, roles }: PublishedEntry): readonly string[] {
  return address.collection === "roles" ? [address.id] : roles;
}
