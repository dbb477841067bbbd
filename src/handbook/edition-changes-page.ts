import { inEdition, type PageAddress, pathOf } from "#handbook/addresses.ts";
import { type Card, describeCard } from "#handbook/card.ts";
import type { EditionChange } from "#handbook/edition-changes.ts";
import {
  describeEdition,
  describeTask,
  type EditionLink,
  type EditionView,
  entryPath,
  findEdition,
  linkEdition,
  listChanges,
  type TaskView,
} from "#handbook/edition-page.ts";
import type { PublishedEdition, PublishedEntry } from "#handbook/editions.ts";
import { type Handbook, listAnyDocuments } from "#handbook/handbook.ts";
import { type Past, readPast } from "#handbook/past.ts";
import type { PublishedRevision } from "#handbook/revisions.ts";
import { describeShell, type Shell } from "#handbook/shell.ts";
import type { CollectionName, Locale } from "#model/fields.ts";
import { documentKey } from "#source/audience.ts";

/** All that the difference of an edition to the one before shows, as plain data. */
export interface EditionChangesPage {
  shell: Shell;
  edition: EditionView;
  before: EditionLink;
  task: TaskView;
  counts: Record<EditionChange["kind"], number>;
  /** What changed for each role, and at the end for everyone; a document that several roles read stands with each. */
  groups: { role: Card | undefined; changes: ChangedEntry[] }[];
}

export interface ChangedEntry {
  kind: EditionChange["kind"];
  altered: boolean;
  collection: CollectionName;
  title: string;
  lang: Locale | undefined;
  /** The title before, where it is another. */
  formerly: string | undefined;
  /** Where the document is to be read as it was, and as it became. */
  before: { revision: number; path: string } | undefined;
  after: { revision: number; path: string } | undefined;
  /** What was written about the changes, oldest first. */
  subjects: string[];
  /** Both texts, where they differ, and the page that shows how. */
  compared: { before: Past; after: Past; path: string } | undefined;
}

/** Describes what an edition changed; it must be one that `listEditionPages` lists. */
export function describeEditionChangesPage(handbook: Handbook, address: PageAddress & { page: "edition-changes" }): EditionChangesPage {
  const { locale } = address;
  const { edition, previous } = findEdition(handbook, address);
  if (!previous) throw new Error(`${pathOf(handbook.settings, address)} is not a page of the handbook.`);
  const changes = listChanges(previous, edition);
  const count = (kind: EditionChange["kind"]) => changes.filter((one) => one.kind === kind).length;
  return {
    shell: describeShell(handbook, address),
    edition: describeEdition(handbook, locale, edition, previous),
    before: linkEdition(handbook, locale, previous),
    task: describeTask(handbook, locale, edition),
    counts: { added: count("added"), changed: count("changed"), moved: count("moved"), removed: count("removed") },
    groups: groupByRole(handbook, locale, changes, (one) => describeChange(handbook, locale, { previous, edition }, one)),
  };
}

function groupByRole(
  handbook: Handbook,
  locale: Locale,
  changes: readonly EditionChange[],
  describe: (change: EditionChange) => ChangedEntry,
): EditionChangesPage["groups"] {
  const roles = listAnyDocuments(handbook, locale, "roles");
  const known = new Set(roles.map((one) => one.address.id));
  const readers = new Map(changes.map((one) => [one, listRoles(one).filter((id) => known.has(id))]));
  const group = (role: Card | undefined) => {
    const own = changes.filter((one) => (role ? readers.get(one)?.includes(role.id) : readers.get(one)?.length === 0));
    return own.length > 0 ? [{ role, changes: own.map(describe) }] : [];
  };
  return [...roles.map((one) => describeCard(handbook.settings, one, locale)), undefined].flatMap(group);
}

/** The roles that read the document, and the one that it describes. */
function listRoles({ before, after }: EditionChange): readonly string[] {
  const { address, roles } = (after ?? before)!;
  return address.collection === "roles" ? [address.id] : roles;
}

function describeChange(
  handbook: Handbook,
  locale: Locale,
  editions: { previous: PublishedEdition; edition: PublishedEdition },
  { kind, altered, before, after }: EditionChange,
): ChangedEntry {
  const entry = (after ?? before)!;
  const link = (one: PublishedEntry | undefined, { id }: PublishedEdition) =>
    one && { revision: one.revision.number, path: inEdition(entryPath(handbook, locale, one), id) };
  return {
    kind,
    altered,
    collection: entry.address.collection,
    title: entry.title,
    lang: entry.address.locale === locale ? undefined : entry.address.locale,
    formerly: before && before.title !== entry.title ? before.title : undefined,
    before: link(before, editions.previous),
    after: link(after, editions.edition),
    subjects: before && after ? listSubjects(handbook, before, after) : [],
    compared: before && after && altered ? compareTexts(handbook, before, after) : undefined,
  };
}

/** Neighbours are compared on the page of the later one, others in the browser. */
function compareTexts(handbook: Handbook, before: PublishedEntry, after: PublishedEntry): ChangedEntry["compared"] {
  const { settings } = handbook;
  const { document, revision } = after;
  const revisions = listRevisions(handbook, after);
  const places = [before.revision, revision].map((one) => revisions.indexOf(one));
  const path =
    places[1]! - places[0]! === 1
      ? `${pathOf(settings, { page: "revision", ...document.address, revision: revision.number })}#whatChanged`
      : `${pathOf(settings, { page: "history", ...document.address })}?from=r${before.revision.number}&to=r${revision.number}`;
  return { before: readPast(handbook, document, before.revision), after: readPast(handbook, document, revision), path };
}

function listRevisions({ history, editions }: Handbook, { document }: PublishedEntry): readonly PublishedRevision[] {
  return (history.get(document.file) ?? editions.gone.get(documentKey(document))?.history)?.revisions ?? [];
}

function listSubjects(handbook: Handbook, before: PublishedEntry, after: PublishedEntry): string[] {
  const revisions = listRevisions(handbook, after);
  const [from, to] = [before.revision.number, after.revision.number];
  const between = revisions.filter(({ number }) => number > Math.min(from, to) && number <= Math.max(from, to));
  return [...new Set(between.map((one) => one.subject))];
}
