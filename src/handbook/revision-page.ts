import type { PageAddress } from "#handbook/addresses.ts";
import { pathOf } from "#handbook/addresses.ts";
import { describeOutline, type DocumentPage } from "#handbook/document-page.ts";
import type { Handbook } from "#handbook/handbook.ts";
import { describeRevision, findHistory, hasPage, listPast, type RevisionView } from "#handbook/history-page.ts";
import { type OldDocument, readOldDocument } from "#handbook/old-document.ts";
import { type Past, readPast } from "#handbook/past.ts";
import { describeShell, type Shell } from "#handbook/shell.ts";
import { describeSwitcher, type Switcher } from "#handbook/switcher.ts";
import type { PublishedHistory } from "#handbook/revisions.ts";
import type { Address } from "#model/document.ts";
import type { Locale } from "#model/fields.ts";

/** All that the page of a revision shows, as plain data. */
export interface RevisionPage {
  shell: Shell;
  /** The title that the document had then, or else has today. */
  title: string;
  /** The language of the text then. */
  lang: Locale;
  revision: RevisionView;
  /** Where the current text is, unless the document is gone, and the list of all revisions. */
  current: string | undefined;
  history: string;
  previous: Neighbour | undefined;
  next: Neighbour | undefined;
  /** The editions that the document belongs to; missing where the handbook has none. */
  switcher: Switcher | undefined;
  /** The document as it was, with the facts of today's schema; missing where its fields do not fit that. */
  document: DocumentPage | undefined;
  /** Its fields as they were written, where `document` is missing. */
  fields: OldDocument["fields"];
  /** Frontmatter that is no YAML. */
  frontmatter: string | undefined;
  past: Past;
  /** The published revision before, which it can be compared with. */
  before: Past | undefined;
}

interface Neighbour {
  number: number;
  path: string;
}

/** The addresses of published revisions, also of the one that stands on the document's page where there is another to compare it with. */
export function listRevisionPages(handbook: Handbook): (PageAddress & { page: "revision" })[] {
  return listPast(handbook).flatMap(({ document, history }) =>
    history.revisions
      .filter((one) => hasPage(history, one))
      .map(({ number }) => ({ page: "revision" as const, ...document.address, revision: number })),
  );
}

/** Describes a revision; it must be one that `listRevisionPages` lists. */
export function describeRevisionPage(handbook: Handbook, address: PageAddress & { page: "revision" }): RevisionPage {
  const { settings } = handbook;
  const { document: today, history } = findHistory(handbook, address);
  const index = history.revisions.findIndex((one) => one.number === address.revision);
  const revision = history.revisions[index];
  if (!revision) throw new Error(`${pathOf(settings, address)} is not a page of the handbook.`);
  const before = history.revisions[index - 1];
  const shell = describeShell(handbook, address);
  const old = readOldDocument(handbook, revision, today.address);
  const neighbour = (one: typeof before): Neighbour | undefined => {
    if (!one) return undefined;
    return { number: one.number, path: pathOf(settings, { ...address, revision: one.number }) };
  };
  return {
    shell,
    title: old.title ?? today.data.title,
    lang: old.document.address.locale,
    revision: describeRevision(handbook, today, history, revision),
    current: history.newest > 0 ? pathOf(settings, { page: "document", ...today.address }) : undefined,
    history: pathOf(settings, { page: "history", ...today.address }),
    previous: neighbour(before),
    next: neighbour(history.revisions[index + 1]) ?? describePending(handbook, today.address, history),
    switcher: describeSwitcher(handbook, address.locale, today),
    document: old.fits ? describeOutline(handbook, old, shell) : undefined,
    fields: old.fields,
    frontmatter: old.frontmatter,
    past: readPast(handbook, today, revision),
    before: before && readPast(handbook, today, before),
  };
}

/** What comes after the last revision that landed. */
function describePending({ settings }: Handbook, address: Address, { pending }: PublishedHistory): Neighbour | undefined {
  return pending && { number: pending.number, path: pathOf(settings, { page: "document", ...address }) };
}
