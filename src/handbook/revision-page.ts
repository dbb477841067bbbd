import type { PageAddress } from "#handbook/addresses.ts";
import { pathOf } from "#handbook/addresses.ts";
import { resolveBody } from "#handbook/body.ts";
import { describeDocument, type DocumentPage } from "#handbook/document-page.ts";
import type { Handbook } from "#handbook/handbook.ts";
import { describeRevision, findHistory, listPast, type RevisionView } from "#handbook/history-page.ts";
import { findOldTarget, type OldDocument, readOldDocument } from "#handbook/old-document.ts";
import { describeShell, type Shell } from "#handbook/shell.ts";
import { describeSwitcher, type Switcher } from "#handbook/switcher.ts";
import { makeText, type Text } from "#handbook/text.ts";
import type { PublishedHistory } from "#handbook/revisions.ts";
import type { Address } from "#model/document.ts";
import type { Locale } from "#model/fields.ts";

/** All that the page of an old revision shows, as plain data. */
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
  /** Missing where the text is no MDX, or empty. */
  text: Text | undefined;
  /** A text that is no MDX, as it was written. */
  raw: string | undefined;
}

interface Neighbour {
  number: number;
  path: string;
  current: boolean;
}

/** The addresses of old revisions: all that are published but the one that stands on the document's page. */
export function listRevisionPages(handbook: Handbook): (PageAddress & { page: "revision" })[] {
  return listPast(handbook).flatMap(({ document, history }) =>
    history.revisions
      .filter((one) => one.number !== history.newest)
      .map(({ number }) => ({ page: "revision" as const, ...document.address, revision: number })),
  );
}

/** Describes an old revision; it must be one that `listRevisionPages` lists. */
export function describeRevisionPage(handbook: Handbook, address: PageAddress & { page: "revision" }): RevisionPage {
  const { settings } = handbook;
  const { document: today, history } = findHistory(handbook, address);
  const index = history.revisions.findIndex((one) => one.number === address.revision);
  const revision = history.revisions[index];
  if (!revision) throw new Error(`${pathOf(settings, address)} is not a page of the handbook.`);
  const shell = describeShell(handbook, address);
  const old = readOldDocument(handbook, revision, today.address);
  const neighbour = (one: (typeof history.revisions)[number] | undefined): Neighbour | undefined => {
    if (!one) return undefined;
    const { number, path, current } = describeRevision(handbook, today, history, one);
    return { number, path, current };
  };
  const hasText = old.document.body.words > 0 || old.document.body.elements.length > 0 || old.document.body.images.length > 0;
  const lang = old.document.address.locale;
  return {
    shell,
    title: old.title ?? today.data.title,
    lang,
    revision: describeRevision(handbook, today, history, revision),
    current: history.newest > 0 ? pathOf(settings, { page: "document", ...today.address }) : undefined,
    history: pathOf(settings, { page: "history", ...today.address }),
    previous: neighbour(history.revisions[index - 1]),
    next: neighbour(history.revisions[index + 1]) ?? describePending(handbook, today.address, history),
    switcher: describeSwitcher(handbook, address.locale, today),
    document: old.fits ? describePast(handbook, old, shell) : undefined,
    fields: old.fields,
    frontmatter: old.frontmatter,
    text: hasText && old.raw === undefined ? makeText(resolveBody(handbook, old.document, address.locale, findOldTarget), lang) : undefined,
    raw: old.raw,
  };
}

/** What comes after the last revision that landed. */
function describePending({ settings }: Handbook, address: Address, { pending }: PublishedHistory): Neighbour | undefined {
  return pending && { number: pending.number, path: pathOf(settings, { page: "document", ...address }), current: true };
}

/** Without what belongs to today: the way through the process, what a role reads, how to change the text. */
function describePast(handbook: Handbook, { document }: OldDocument, shell: Shell): DocumentPage {
  const today = { pipeline: [], reading: [], backlinks: [], feedback: [], switcher: undefined, edition: undefined, edit: undefined };
  const neighbours = { previous: undefined, next: undefined };
  return { ...describeDocument(handbook, document, shell), ...today, ...neighbours };
}
