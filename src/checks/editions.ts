import type { PublishedEdition, PublishedEntry } from "#handbook/editions.ts";
import type { Handbook } from "#handbook/handbook.ts";
import { isSameRevision } from "#handbook/revisions.ts";
import type { Document } from "#model/document.ts";
import { type Problem, problem } from "#model/problem.ts";
import { documentKey } from "#source/audience.ts";
import { isOf } from "#source/document.ts";

/** What a release note says is affected has changed in its edition. */
export function checkEditions(handbook: Handbook): Problem[] {
  const notes = handbook.documents.filter((one) => isOf(one, "releases"));
  return notes.flatMap((note) => {
    const pairs = listPairs(handbook, note);
    const named = [...(note.data.affects ?? []).entries()].filter(([, name]) => isUnchanged(name, pairs));
    const [first] = named;
    const names = named.map(([, name]) => name);
    return first ? [problem("unaffected-document", note.locate(["affects", first[0]]), { names })] : [];
  });
}

interface Pair {
  previous: PublishedEdition;
  edition: PublishedEdition;
}

/** The edition that a note made, in each language, with the one before; not where one commit brought both, which tells nothing. */
function listPairs({ editions }: Handbook, { address }: Document): Pair[] {
  return [...editions.byLocale.values()].flatMap((all) => {
    const place = all.findIndex((one) => one.id === address.id);
    const [previous, edition] = [all[place - 1], all[place]];
    return previous && edition && listRevisions(previous) !== listRevisions(edition) ? [{ previous, edition }] : [];
  });
}

function listRevisions({ entries }: PublishedEdition): string {
  return entries.map(identify).join();
}

function identify({ document, revision }: PublishedEntry): string {
  return `${documentKey(document)} ${revision.number}`;
}

/**
 * Whether a document is known to be in both editions as it was, in every language: one that is missing from either came,
 * went, or can't be read here, and one with pictures may show others.
 */
function isUnchanged(name: string, pairs: readonly Pair[]): boolean {
  const states = pairs.map(({ previous, edition }) => {
    const after = edition.entries.find((one) => nameOf(one.document) === name);
    const before = after && previous.entries.find((one) => documentKey(one.document) === documentKey(after.document));
    if (!before || !after || nameOf(before) !== nameOf(after) || after.document.pictures.length > 0) return false;
    return before.revision.number === after.revision.number || isSameRevision(before.revision, after.revision);
  });
  return states.length > 0 && states.every(Boolean);
}

function nameOf({ address: { collection, id } }: Pick<PublishedEntry, "address">): string {
  return `${collection}/${id}`;
}
