import { filePath, type PageAddress, pathOf } from "#handbook/addresses.ts";
import { type Card, describeCard } from "#handbook/card.ts";
import { filterLimit, findPlaces, listRoleIds } from "#handbook/collection-page.ts";
import { requestUrl } from "#handbook/feedback.ts";
import { type Handbook, listAnyDocuments } from "#handbook/handbook.ts";
import { oncePerLocale } from "#handbook/once.ts";
import { type Past, readPast } from "#handbook/past.ts";
import { isQuiet, type PublishedRevision } from "#handbook/revisions.ts";
import { describeShell, listCollections, type Shell } from "#handbook/shell.ts";
import { readSubject, type Subject } from "#handbook/subject.ts";
import type { Request } from "#history/message.ts";
import type { Document } from "#model/document.ts";
import { type CollectionName, collectionNames, type Locale } from "#model/fields.ts";

/** All that the list of recent changes shows, as plain data. */
export interface ChangesPage {
  shell: Shell;
  /** Newest first, each as `2026-11-23`. */
  days: { day: string; landings: LandingView[] }[];
  filters: { role: Card[]; collection: CollectionName[] };
  /** How many changes of documents there are, and whether older ones are left out. */
  count: number;
  cut: boolean;
  feeds: { role: Card; path: string }[];
}

/** A change that landed on main, with all documents that it changed. */
export interface LandingView {
  /** ISO 8601 in UTC. */
  date: string;
  subject: Subject;
  request: (Request & { url: string | undefined }) | undefined;
  documents: ChangedDocument[];
  places: Places;
}

export interface ChangedDocument extends Card, Places {
  kind: PublishedRevision["kind"];
  revision: number;
  history: string;
  /** The page that shows what changed; missing for the first revision. */
  changes: string | undefined;
  past: Past;
  before: Past | undefined;
}

/** The places of roles and collections among the choices of the filters. */
interface Places {
  role: string | undefined;
  section: string | undefined;
}

/** What landed on one document. */
export interface DocumentRevision {
  document: Document;
  revision: PublishedRevision;
  /** The published one before it. */
  before: PublishedRevision | undefined;
}

/** So many changes of documents are told. */
const newest = 500;

/** Describes what changed lately in one language, without what left the meaning as it was. */
export function describeChangesPage(handbook: Handbook, locale: Locale): ChangesPage {
  const { settings } = handbook;
  const { changes, cut } = listNewest(handbook, locale, newest);
  const roles = listAnyDocuments(handbook, locale, "roles").slice(0, filterLimit);
  const collections = listCollections(handbook, locale).filter((one) =>
    changes.some(({ document }) => document.address.collection === one),
  );
  const landings = Map.groupBy(changes, ({ revision }) => revision.order);
  const views = [...landings.values()].map((one) =>
    describeLanding(
      handbook,
      one,
      roles.map(({ address }) => address.id),
      collections,
    ),
  );
  return {
    shell: describeShell(handbook, { page: "changes", locale }),
    days: [...Map.groupBy(views, ({ date }) => date.slice(0, 10))]
      .map(([day, own]) => ({ day, landings: own }))
      .sort((a, b) => (a.day < b.day ? 1 : -1)),
    filters: { role: roles.map((one) => describeCard(settings, one, locale)), collection: collections },
    count: changes.length,
    cut,
    feeds: roles.map((one) => ({ role: describeCard(settings, one, locale), path: roleFeedPath(handbook, locale, one.address.id) })),
  };
}

/** The newest changes of the documents of a language that changed their meaning, those that landed last first. */
export function listNewest(
  handbook: Handbook,
  locale: Locale,
  limit: number,
  isWanted: (document: Document) => boolean = () => true,
): { changes: DocumentRevision[]; cut: boolean } {
  const changes: DocumentRevision[] = [];
  for (const { document, revision, before } of listRevisions(handbook, locale)) {
    if (!isWanted(document) || isQuiet(revision, before)) continue;
    if (changes.length === limit) return { changes, cut: true };
    changes.push({ document, revision, before });
  }
  return { changes, cut: false };
}

/** All revisions of the documents of a language, those that landed last first. */
const listRevisions = oncePerLocale((handbook, locale): DocumentRevision[] => {
  const own = handbook.documents.filter((one) => one.address.locale === locale);
  const all = own.flatMap((document) => {
    const { revisions = [] } = handbook.history.get(document.file) ?? {};
    return revisions.map((revision, index) => ({ document, revision, before: revisions[index - 1] }));
  });
  return all.sort((a, b) => b.revision.order - a.revision.order);
});

/** The feed of what changed for one role stands beside its page. */
export function roleFeedPath({ settings }: Handbook, locale: Locale, role: string): string {
  return filePath(settings, `roles/${role}/feed.xml`, locale);
}

/** Whether readers of a role read the document: it names the role, or none at all. */
export function isForRole(document: Document, role: string): boolean {
  return listRoleIds(document)?.includes(role) ?? true;
}

function describeLanding(
  handbook: Handbook,
  changes: readonly DocumentRevision[],
  roles: readonly string[],
  collections: readonly string[],
): LandingView {
  const { settings } = handbook;
  const { revision, document } = changes[0]!;
  const { date, request } = revision;
  const place = ({ document }: DocumentRevision) => collectionNames.indexOf(document.address.collection);
  const documents = changes
    .toSorted((a, b) => place(a) - place(b))
    .map(({ document, revision, before }) => ({
      ...describeCard(settings, document, document.address.locale),
      role: findPlaces(listRoleIds(document) ?? roles, roles),
      section: findPlaces([document.address.collection], collections),
      kind: revision.kind,
      revision: revision.number,
      history: pathOf(settings, { page: "history", ...document.address } satisfies PageAddress),
      changes: before && pathOf(settings, { page: "revision", ...document.address, revision: revision.number }),
      past: readPast(handbook, document, revision),
      before: before && readPast(handbook, document, before),
    }));
  const join = (name: keyof Places) => [...new Set(documents.flatMap((one) => one[name]?.split(" ") ?? []))].join(" ") || undefined;
  return {
    date,
    subject: readSubject(revision, document.address.locale),
    request: request && { ...request, url: requestUrl(settings, request) },
    documents,
    places: { role: join("role"), section: join("section") },
  };
}
