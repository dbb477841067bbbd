import { type PageAddress, pathOf } from "#handbook/addresses.ts";
import type { Card } from "#handbook/card.ts";
import { requestUrl } from "#handbook/feedback.ts";
import { findDocument, type Handbook } from "#handbook/handbook.ts";
import { type Past, readPast } from "#handbook/past.ts";
import { isQuiet, type PublishedHistory, type PublishedRevision } from "#handbook/revisions.ts";
import { describeShell, type Shell } from "#handbook/shell.ts";
import { readSubject, type Subject } from "#handbook/subject.ts";
import type { Request } from "#history/message.ts";
import type { Document } from "#model/document.ts";
import type { Locale } from "#model/fields.ts";

/** All that the history of a document shows, as plain data. */
export interface HistoryPage {
  shell: Shell;
  document: Pick<Card, "title" | "summary">;
  /** Where the current text is, unless the document is gone. */
  current: string | undefined;
  /** Newest first; neighbours that mean the same as the revision before stand together and are folded, but never the current one. */
  groups: { folded: boolean; revisions: HistoryEntry[] }[];
  /** Whether older revisions are unknown. */
  cut: boolean;
  /** A change that has not landed. */
  pending: PublishedHistory["pending"];
}

/** A revision with what it can be compared with. */
export interface HistoryEntry extends RevisionView {
  past: Past;
  before: Past | undefined;
  /** Its own page, which the current one has just where there is another. */
  own: string;
}

/** A revision as lists show it. */
export interface RevisionView {
  number: number;
  /** ISO 8601 in UTC. */
  date: string;
  kind: PublishedRevision["kind"];
  subject: Subject;
  request: (Request & { url: string | undefined }) | undefined;
  /** The author or a role, as the settings say. */
  author: string | undefined;
  approvals: Approvals;
  /** Where the text of the revision is: its own page, or that of the document. */
  path: string;
  current: boolean;
  /** The page that shows what it changed; missing for the first one. */
  changes: string | undefined;
}

export interface Approvals {
  count: number;
  /** Empty where the settings name nobody. */
  names: string[];
}

/** The addresses of the histories: one for each document that has a revision to show, in its own language. */
export function listHistoryPages(handbook: Handbook): (PageAddress & { page: "history" })[] {
  return listPast(handbook).map(({ document }) => ({ page: "history", ...document.address }));
}

/** Every document that has a history to show, also those that only editions have. */
export function listPast({ documents, history, editions }: Handbook): { document: Document; history: PublishedHistory }[] {
  const own = documents.flatMap((document) => {
    const published = history.get(document.file);
    return published ? [{ document, history: published }] : [];
  });
  return [...own, ...editions.gone.values()];
}

/** Describes the history of a document; it must be one that `listHistoryPages` lists. */
export function describeHistoryPage(handbook: Handbook, address: PageAddress & { page: "history" }): HistoryPage {
  const { document, history } = findHistory(handbook, address);
  const groups: HistoryPage["groups"] = [];
  for (const [index, revision] of [...history.revisions.entries()].toReversed()) {
    const before = history.revisions[index - 1];
    const folded = revision.number !== history.newest && isQuiet(revision, before);
    const entry: HistoryEntry = {
      ...describeRevision(handbook, document, history, revision),
      own: pathOf(handbook.settings, { page: "revision", ...document.address, revision: revision.number }),
      past: readPast(handbook, document, revision),
      before: before && readPast(handbook, document, before),
    };
    const last = groups.at(-1);
    if (last?.folded === folded) last.revisions.push(entry);
    else groups.push({ folded, revisions: [entry] });
  }
  return {
    shell: describeShell(handbook, address),
    document: { title: document.data.title, summary: document.data.summary },
    current: history.newest > 0 ? pathOf(handbook.settings, { page: "document", ...document.address }) : undefined,
    groups,
    cut: history.cut,
    pending: history.pending,
  };
}

/** The document at an address with its published history; where there is none, the address is that of no page. */
export function findHistory(
  handbook: Handbook,
  address: PageAddress & { page: "history" | "revision" },
): { document: Document; history: PublishedHistory } {
  const { locale, collection, id } = address;
  const key = `${locale}/${collection}/${id}`;
  const document = handbook.byKey.get(key);
  const history = document && handbook.history.get(document.file);
  const found = history ? { document, history } : handbook.editions.gone.get(key);
  if (!found) throw new Error(`${pathOf(handbook.settings, address)} is not a page of the handbook.`);
  return found;
}

/** The revision that stands on the document's page, for its document control. */
export function describeCurrent(
  handbook: Handbook,
  document: Document,
): { revision: RevisionView | undefined; pending: PublishedHistory["pending"]; history: string } | undefined {
  const history = handbook.history.get(document.file);
  if (!history) return undefined;
  const revision = history.revisions.find((one) => one.number === history.newest);
  return {
    revision: revision && describeRevision(handbook, document, history, revision),
    pending: history.pending,
    history: pathOf(handbook.settings, { page: "history", ...document.address }),
  };
}

export function describeRevision(
  handbook: Handbook,
  document: Document,
  history: PublishedHistory,
  revision: PublishedRevision,
): RevisionView {
  const { settings } = handbook;
  const { number, date, kind, request, approvals } = revision;
  const current = number === history.newest;
  const own = pathOf(settings, { page: "revision", ...document.address, revision: number });
  return {
    number,
    date,
    kind,
    subject: readSubject(revision, document.address.locale),
    request: request && { ...request, url: requestUrl(settings, request) },
    author: nameAuthor(handbook, revision, document.address.locale),
    approvals: { count: approvals.length, names: settings.history.author === "name" ? approvals : [] },
    path: current ? pathOf(settings, { page: "document", ...document.address }) : own,
    current,
    changes: history.revisions[0] === revision ? undefined : own,
  };
}

/** Whether a revision has a page of its own: the current one just where there is another to compare it with. */
export function hasPage({ revisions, newest }: PublishedHistory, { number }: PublishedRevision): boolean {
  return number !== newest || revisions.length > 1;
}

/** The author's name, the title of the role that owned the document then, or nobody. */
function nameAuthor(handbook: Handbook, { author, fields }: PublishedRevision, locale: Locale): string | undefined {
  switch (handbook.settings.history.author) {
    case "name":
      return author;
    case "role":
      return findDocument(handbook, locale, "roles", String(fields().fields?.["owner"]))?.data.title;
    case "nobody":
      return undefined;
  }
}
