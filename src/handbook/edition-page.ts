import { inEdition, type PageAddress, pathOf } from "#handbook/addresses.ts";
import { type Card, describeCard } from "#handbook/card.ts";
import { compareEditions, type EditionChange } from "#handbook/edition-changes.ts";
import type { PublishedEdition, PublishedEntry } from "#handbook/editions.ts";
import { findDocument, type Handbook } from "#handbook/handbook.ts";
import { oncePerLocale } from "#handbook/once.ts";
import { describeShell, type Shell } from "#handbook/shell.ts";
import type { Data } from "#model/collections.ts";
import { type CollectionName, collectionNames, type Locale } from "#model/fields.ts";

/** All that the table of contents of an edition shows, as plain data. */
export interface EditionPage {
  shell: Shell;
  edition: EditionView;
  /** What its readers have to do, from the release note. */
  task: TaskView;
  previous: EditionLink | undefined;
  next: EditionLink | undefined;
  contents: { collection: CollectionName; entries: EntryView[] }[];
  search: EditionSearch;
}

/** An edition as lists show it. */
export interface EditionView extends EditionLink {
  id: string;
  title: string;
  summary: string;
  /** The language of the release note, where it is not the page's own. */
  lang: Locale | undefined;
  date: string;
  effective: string;
  /** The last day on which it is in force; missing where none takes its place. */
  until: string | undefined;
  note: string;
  documents: number;
  /** Where the difference to the edition before is told; missing for the first one. */
  changes: string | undefined;
  /** How many documents are another than in the edition before. */
  changed: number;
}

export interface EditionLink {
  name: string;
  path: string;
}

/** Who must read what again, and why. */
export interface TaskView {
  action: Data<"releases">["action"];
  dueBy: string | undefined;
  why: string;
  doDifferently: string;
  lang: Locale | undefined;
  roles: Card[];
  /** As they stand in the edition, or today where they do not belong to it. */
  documents: Pick<Card, "collection" | "title" | "path" | "lang">[];
}

export interface EntryView {
  title: string;
  path: string;
  lang: Locale | undefined;
  revision: number;
  /** What became of it since the edition before. */
  change: "added" | "changed" | "moved" | undefined;
}

/** What the search of an edition needs. */
export interface EditionSearch {
  /** The name of the edition. */
  name: string;
  /** Its page. */
  path: string;
  /** The folder of its index, from the root of the site. */
  index: string;
  /** What is added to the address of a document that was found. */
  suffix: string;
}

export function listEditionPages(handbook: Handbook): (PageAddress & { page: "edition" | "edition-changes" | "edition-search" })[] {
  return [...handbook.editions.byLocale].flatMap(([locale, editions]) =>
    editions.flatMap(({ id }, index) => [
      { page: "edition" as const, locale, edition: id },
      ...(index > 0 ? [{ page: "edition-changes" as const, locale, edition: id }] : []),
      { page: "edition-search" as const, locale, edition: id },
    ]),
  );
}

/** Describes an edition; it must be one that `listEditionPages` lists. */
export function describeEditionPage(handbook: Handbook, address: PageAddress & { page: "edition" }): EditionPage {
  const { locale } = address;
  const { edition, previous, next } = findEdition(handbook, address);
  const changes = new Map(listChanges(previous, edition).map((one) => [one.after, one]));
  return {
    shell: describeShell(handbook, address),
    edition: describeEdition(handbook, locale, edition, previous),
    task: describeTask(handbook, locale, edition),
    previous: previous && linkEdition(handbook, locale, previous),
    next: next && linkEdition(handbook, locale, next),
    contents: collectionNames.flatMap((collection) => {
      const entries = edition.entries.filter((one) => one.address.collection === collection);
      const views = entries.map((one) => ({ ...describeEntry(handbook, locale, edition, one), change: nameChange(changes.get(one)) }));
      return views.length > 0 ? [{ collection, entries: views }] : [];
    }),
    search: describeEditionSearch(handbook, locale, edition),
  };
}

/** What the search page of an edition shows. */
export type EditionSearchPage = Pick<EditionPage, "shell" | "search"> & { edition: EditionLink };

export function describeEditionSearchPage(handbook: Handbook, address: PageAddress & { page: "edition-search" }): EditionSearchPage {
  const { locale } = address;
  const { edition } = findEdition(handbook, address);
  return {
    shell: describeShell(handbook, address),
    edition: linkEdition(handbook, locale, edition),
    search: describeEditionSearch(handbook, locale, edition),
  };
}

/** The edition of an address with its neighbours in time; where there is none, the address is that of no page. */
export function findEdition(
  handbook: Handbook,
  address: PageAddress & { page: "edition" | "edition-changes" | "edition-search" },
): { edition: PublishedEdition; previous: PublishedEdition | undefined; next: PublishedEdition | undefined } {
  const editions = handbook.editions.byLocale.get(address.locale) ?? [];
  const index = editions.findIndex((one) => one.id === address.edition);
  const edition = editions[index];
  if (!edition) throw new Error(`${pathOf(handbook.settings, address)} is not a page of the handbook.`);
  return { edition, previous: editions[index - 1], next: editions[index + 1] };
}

/** The edition that a release note made, if it made one. */
export function findEditionOf(handbook: Handbook, locale: Locale, id: string): EditionView | undefined {
  const editions = handbook.editions.byLocale.get(locale) ?? [];
  const index = editions.findIndex((one) => one.id === id);
  const edition = editions[index];
  return edition && describeEdition(handbook, locale, edition, editions[index - 1]);
}

export function describeEdition(
  handbook: Handbook,
  locale: Locale,
  edition: PublishedEdition,
  previous: PublishedEdition | undefined,
): EditionView {
  const { id, note, entries } = edition;
  const { title, summary, path, lang } = describeCard(handbook.settings, note, locale);
  return {
    ...linkEdition(handbook, locale, edition),
    id,
    title: withoutName(title, edition.name),
    summary,
    lang,
    date: note.data.date,
    effective: note.data.effective,
    until: findLastDay(handbook, locale, edition),
    note: path,
    documents: entries.length,
    changes: previous && pathOf(handbook.settings, { page: "edition-changes", locale, edition: id }),
    changed: listChanges(previous, edition).length,
  };
}

/** The day before the next edition is in force; the order of these days need not be that in which editions were published. */
export function findLastDay(handbook: Handbook, locale: Locale, { note }: PublishedEdition): string | undefined {
  const next = listFirstDays(handbook, locale).find((day) => day > note.data.effective);
  return next && new Date(Date.parse(next) - 86_400_000).toISOString().slice(0, 10);
}

/** Asked for on the page of each document and revision. */
const listFirstDays = oncePerLocale(({ editions }, locale) =>
  (editions.byLocale.get(locale) ?? []).map((one) => one.note.data.effective).sort(),
);

/** The title of a release note without the name of its edition, beside which it stands: "2026-6: One first call". */
function withoutName(title: string, name: string): string {
  const [, first = "", rest = ""] = /^([^:：]+)[:：]\s*(.+)$/s.exec(title) ?? [];
  const fold = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, ".");
  return rest !== "" && fold(first) === fold(name) ? rest : title;
}

export function linkEdition({ settings }: Handbook, locale: Locale, { id, name }: PublishedEdition): EditionLink {
  return { name, path: pathOf(settings, { page: "edition", locale, edition: id }) };
}

export function describeTask(handbook: Handbook, locale: Locale, edition: PublishedEdition): TaskView {
  const { action, dueBy, why, doDifferently, roles, affects = [] } = edition.note.data;
  const inside = new Map(edition.entries.map((one) => [`${one.document.address.collection}/${one.document.address.id}`, one]));
  return {
    action,
    dueBy,
    why,
    doDifferently,
    lang: edition.note.address.locale === locale ? undefined : edition.note.address.locale,
    roles: roles.flatMap((id) => {
      const role = findDocument(handbook, locale, "roles", id);
      return role ? [describeCard(handbook.settings, role, locale)] : [];
    }),
    documents: affects.flatMap((ref): TaskView["documents"] => {
      const entry = inside.get(ref);
      if (entry) return [{ collection: entry.address.collection, ...describeEntry(handbook, locale, edition, entry) }];
      const [name, id = ""] = ref.split("/");
      const collection = collectionNames.find((one) => one === name);
      const document = collection && findDocument(handbook, locale, collection, id);
      return document ? [describeCard(handbook.settings, document, locale)] : [];
    }),
  };
}

export function describeEntry(
  handbook: Handbook,
  locale: Locale,
  edition: PublishedEdition,
  entry: PublishedEntry,
): Omit<EntryView, "change"> {
  return {
    title: entry.title,
    path: inEdition(entryPath(handbook, locale, entry), edition.id),
    lang: entry.address.locale === locale ? undefined : entry.address.locale,
    revision: entry.revision.number,
  };
}

/** The page that shows a document as it stood in an edition. */
export function entryPath({ settings }: Handbook, locale: Locale, entry: PublishedEntry): string {
  return pathOf(settings, entryAddress(locale, entry));
}

/** The address of that page. */
export function entryAddress(locale: Locale, { document: { address }, revision, current }: PublishedEntry): PageAddress {
  return current ? { page: "document", ...address, locale } : { page: "revision", ...address, revision: revision.number };
}

export function describeEditionSearch({ settings }: Handbook, locale: Locale, { id: edition, name }: PublishedEdition): EditionSearch {
  return {
    name,
    path: pathOf(settings, { page: "edition-search", locale, edition }),
    index: encodeURI(editionIndexFolder(edition)),
    suffix: inEdition("", edition),
  };
}

/** The folder of the output that holds the search index of an edition, which all languages share. */
export function editionIndexFolder(edition: string): string {
  return `editions/${edition}/pagefind`;
}

const compared = new WeakMap<PublishedEdition, EditionChange[]>();

/** What an edition changed in the one before; each is compared once. */
export function listChanges(previous: PublishedEdition | undefined, edition: PublishedEdition): EditionChange[] {
  if (!previous) return [];
  const changes = compared.get(edition) ?? compareEditions(previous, edition);
  compared.set(edition, changes);
  return changes;
}

function nameChange(change: EditionChange | undefined): EntryView["change"] {
  return change && change.kind !== "removed" ? change.kind : undefined;
}
