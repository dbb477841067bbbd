import { groupByReaders } from "#diff/entries.ts";
import { inEdition, type PageAddress, pathOf } from "#handbook/addresses.ts";
import { type Card, describeCard } from "#handbook/card.ts";
import { type EditionChange, listReaders } from "#handbook/edition-changes.ts";
import { describeEditionChoice, type EditionChoice } from "#handbook/edition-choice.ts";
import { listRevisions } from "#handbook/edition-entries.ts";
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
import { describeShell, type Shell } from "#handbook/shell.ts";
import { readSubject, type Subject } from "#handbook/subject.ts";
import type { CollectionName, Locale } from "#model/fields.ts";

/** All that the difference of an edition to the one before shows, as plain data. */
export interface EditionChangesPage {
  shell: Shell;
  edition: EditionView;
  before: EditionLink;
  task: TaskView;
  counts: Record<EditionChange["kind"], number>;
  /** What changed for each role, and at the end for everyone; a document that several roles read stands with each. */
  groups: { role: Card | undefined; changes: ChangedEntry[] }[];
  choice: EditionChoice;
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
  subjects: Subject[];
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
    groups: groupByReaders(
      changes,
      listAnyDocuments(handbook, locale, "roles").map((one) => describeCard(handbook.settings, one, locale)),
      ({ before, after }) => listReaders((after ?? before)!),
    ).map(({ role, changes }) => ({
      role,
      changes: changes.map((one) => describeChange(handbook, locale, { previous, edition }, one)),
    })),
    choice: describeEditionChoice(handbook, locale, { from: previous.id, to: edition.id }),
  };
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
    subjects: before && after ? listSubjects(handbook, before, after, locale) : [],
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

function listSubjects(handbook: Handbook, before: PublishedEntry, after: PublishedEntry, locale: Locale): Subject[] {
  const revisions = listRevisions(handbook, after);
  const [from, to] = [before.revision.number, after.revision.number];
  const between = revisions.filter(({ number }) => number > Math.min(from, to) && number <= Math.max(from, to));
  return [...new Map(between.map((one) => [one.subject, readSubject(one, locale)])).values()];
}
