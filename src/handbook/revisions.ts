import { mayReadOld } from "#history/old-text.ts";
import type { DocumentHistory, History, Revision } from "#history/revisions.ts";
import { listBlobs, readTexts, reportMissingTexts, type Texts } from "#history/texts.ts";
import type { Problem } from "#model/problem.ts";
import type { GatedContent } from "#source/audience.ts";

/** A revision that the readers of this build may see, with its whole text. */
export interface PublishedRevision extends Revision {
  source: string;
}

/** The newest revision of a document. */
export interface Change extends Pick<Revision, "kind" | "date" | "subject"> {
  /** Path from the content folder, with slashes. */
  file: string;
}

/** What of a document's history the readers of this build may see. */
export interface PublishedHistory {
  /** Oldest first, and never empty; the numbers of those that are kept back are missing. */
  revisions: readonly PublishedRevision[];
  /** The number of the revision that stands on the document's page; 0 where the document is gone. */
  newest: number;
  /** Whether this clone lacks older revisions. */
  cut: boolean;
}

/** Published histories by the document's path from the content folder. */
export type Histories = ReadonlyMap<string, PublishedHistory>;

export const noHistories: Histories = new Map();

/**
 * Reads the texts of the documents that are shown, and keeps back every revision that readers of today's audience might
 * not have seen in its day, its subject and author too; nothing behind this gate can show it.
 */
export function publishHistories(
  content: GatedContent,
  history: History,
  options: { drafts?: boolean } = {},
): { histories: Histories; problems: Problem[] } {
  const documents = content.documents.flatMap(({ file }) => history.byFile.get(file) ?? []);
  const texts = readTexts(content.root, listBlobs(documents));
  const published = documents.map((one) => [one.file, publishHistory(content, one, texts, options)] as const);
  return {
    histories: new Map(published.filter(([, { revisions }]) => revisions.length > 0)),
    problems: [...history.problems, ...reportMissingTexts({ ...history, documents }, texts)],
  };
}

/** The same for documents that are gone; their last text says who may read them today. */
export function publishGone(
  content: GatedContent,
  documents: readonly DocumentHistory[],
  options: { drafts?: boolean } = {},
): Map<DocumentHistory, PublishedHistory> {
  const { settings, audience, root } = content;
  const texts = readTexts(root, listBlobs(documents));
  const shown = documents.filter(({ blob }) => mayReadOld(settings, audience, texts.get(blob) ?? "", options));
  const published = shown.map((one) => [one, { ...publishHistory(content, one, texts, options), newest: 0 }] as const);
  return new Map(published.filter(([, { revisions }]) => revisions.length > 0));
}

function publishHistory(
  { settings, audience }: GatedContent,
  { revisions, earlier }: DocumentHistory,
  texts: Texts,
  options: { drafts?: boolean },
): PublishedHistory {
  return {
    revisions: revisions.flatMap((one) => {
      const source = texts.get(one.blob);
      return source !== undefined && mayReadOld(settings, audience, source, options) ? [{ ...one, source }] : [];
    }),
    newest: revisions.length,
    cut: earlier !== undefined,
  };
}

/** The newest published change of each document, those that landed last first. */
export function listChanges(histories: Histories): Change[] {
  const newest = [...histories].flatMap(([file, { revisions }]) => {
    const revision = revisions.at(-1);
    return revision ? [{ file, revision }] : [];
  });
  return newest
    .sort((a, b) => b.revision.order - a.revision.order)
    .map(({ file, revision: { kind, date, subject } }) => ({ file, kind, date, subject }));
}
