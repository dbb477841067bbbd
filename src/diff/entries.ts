/** A document of an edition, as far as it is told apart from that of another one. */
export interface Entry {
  /** The document, however it was called. */
  key: string;
  /** What it was called and where it stood: `guides/plans`. */
  name: string;
  revision: number;
}

/** What became of a document from one edition to a later one. */
export interface EntryChange<E> {
  kind: "added" | "removed" | "moved" | "changed";
  /** Whether its text or fields changed; it may have moved alone. */
  altered: boolean;
  before: E | undefined;
  after: E | undefined;
}

/**
 * Tells two editions apart, in the order of the later one, and what is gone at the end. Revisions that mean the same are
 * no change.
 */
export function compareEntries<E extends Entry>(
  before: readonly E[],
  after: readonly E[],
  meanTheSame: (before: E, after: E) => boolean,
): EntryChange<E>[] {
  const old = new Map(before.map((one) => [one.key, one]));
  const names = new Set(after.map((one) => one.name));
  const changes: EntryChange<E>[] = [];
  for (const entry of after) {
    const earlier = old.get(entry.key);
    old.delete(entry.key);
    if (!earlier) changes.push({ kind: "added", altered: false, before: undefined, after: entry });
    else if (earlier.revision !== entry.revision) {
      const altered = !meanTheSame(earlier, entry);
      const moved = earlier.name !== entry.name;
      if (moved || altered) changes.push({ kind: moved ? "moved" : "changed", altered, before: earlier, after: entry });
    }
  }
  // What stood there in another language before it was translated is still there.
  const gone = [...old.values()].filter((one) => !names.has(one.name));
  return [...changes, ...gone.map((one) => ({ kind: "removed" as const, altered: false, before: one, after: undefined }))];
}

/**
 * Groups changes by the roles that read them, in the order of `roles`, and at the end those for everyone. A document that
 * several roles read stands with each.
 */
export function groupByReaders<C, R extends { id: string }>(
  changes: readonly C[],
  roles: readonly R[],
  readersOf: (change: C) => readonly string[],
): { role: R | undefined; changes: C[] }[] {
  const known = new Set(roles.map((one) => one.id));
  const readers = new Map(changes.map((one) => [one, readersOf(one).filter((id) => known.has(id))]));
  const group = (role: R | undefined) => {
    const own = changes.filter((one) => (role ? readers.get(one)?.includes(role.id) : readers.get(one)?.length === 0));
    return own.length > 0 ? [{ role, changes: own }] : [];
  };
  return [...roles, undefined].flatMap(group);
}
