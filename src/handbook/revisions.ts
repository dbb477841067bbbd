import { type OldFacts, type OldFields, type OldSource, readOldFacts, readOldFields, readOldHead } from "#handbook/old-facts.ts";
import { mayReadOld } from "#history/old-text.ts";
import type { Pending } from "#history/pending.ts";
import type { DocumentHistory, History, Revision } from "#history/revisions.ts";
import { openTexts, reportMissingTexts, type Texts } from "#history/texts.ts";
import type { Problem } from "#model/problem.ts";
import type { GatedContent } from "#source/audience.ts";
import { readAnyFileName } from "#source/file-name.ts";
import { noMemory } from "#source/memory.ts";

/** A revision that the readers of this build may see; what takes long to read of it is read when first asked for. */
export interface PublishedRevision extends Revision {
  /** Its whole text. */
  source(): string;
  fields(): OldFields;
  facts(): OldFacts;
}

/** What of a document's history the readers of this build may see. */
export interface PublishedHistory {
  /** Oldest first; the numbers of those that are kept back are missing. Empty only where there is nothing but a pending one. */
  revisions: readonly PublishedRevision[];
  /** The number of the revision that stands on the document's page; 0 where the document is gone. */
  newest: number;
  /** Whether this clone lacks older revisions. */
  cut: boolean;
  /** What the document said where this clone begins, if it lacks older revisions and readers may know. */
  earlier?: Pick<PublishedRevision, "blob" | "fields" | "facts"> | undefined;
  /** A change that has not landed, which stands on the document's page. */
  pending?: Pick<Pending, "number" | "kind"> | undefined;
}

export interface PublishOptions {
  drafts?: boolean;
  /** Changes that have not landed, by path; only those who write see them. */
  pending?: ReadonlyMap<string, Pending>;
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
  options: PublishOptions = {},
): { histories: Histories; problems: Problem[] } {
  const documents = content.documents.flatMap(({ file }) => findLineage(history, file, options) ?? []);
  const texts = openTexts(content.root, documents);
  const published = content.documents.map(({ file }) => [file, publishStanding(content, history, file, texts, options)] as const);
  return {
    histories: new Map(published.flatMap(([file, one]) => (one ? [[file, one] as const] : []))),
    problems: [...history.problems, ...reportMissingTexts({ ...history, documents }, texts)],
  };
}

/** The history of what stands at a path; of a document that was moved and not committed, that of its path before. */
export function findLineage({ byFile }: History, file: string, { pending }: PublishOptions): DocumentHistory | undefined {
  return pending?.get(file)?.document ?? byFile.get(file);
}

function publishStanding(
  content: GatedContent,
  history: History,
  file: string,
  texts: Texts,
  options: PublishOptions,
): PublishedHistory | undefined {
  const landed = findLineage(history, file, options);
  const pending = options.pending?.get(file);
  const published = landed && publishHistory(content, landed, texts, options);
  if (!pending) return published && published.revisions.length > 0 ? published : undefined;
  const { number, kind } = pending;
  return { revisions: published?.revisions ?? [], cut: published?.cut ?? false, newest: number, pending: { number, kind } };
}

/** The same for documents that are gone; their last text says who may read them today. */
export function publishGone(
  content: GatedContent,
  documents: readonly DocumentHistory[],
  options: PublishOptions = {},
): Map<DocumentHistory, PublishedHistory> {
  const texts = openTexts(content.root, documents);
  const shown = documents.filter(({ blob, file, address }) => readOld(content, { blob, file, address }, texts, options));
  const published = shown.map((one) => [one, { ...publishHistory(content, one, texts, options), newest: 0 }] as const);
  return new Map(published.filter(([, { revisions }]) => revisions.length > 0));
}

function publishHistory(
  content: GatedContent,
  { revisions, earlier, address }: DocumentHistory,
  texts: Texts,
  options: PublishOptions,
): PublishedHistory {
  return {
    revisions: revisions.flatMap((one) => {
      const text = readOld(content, { ...one, address }, texts, options);
      return text ? [{ ...one, ...text }] : [];
    }),
    newest: revisions.length,
    cut: earlier !== undefined,
    earlier: earlier && readOld(content, { ...earlier, address }, texts, options),
  };
}

/** Opens a text as one of the collection it had then, or else has at `address`; undefined where it is missing or kept back. */
function readOld(
  { settings, audience, memory = noMemory }: GatedContent,
  { blob, file, address }: Pick<DocumentHistory, "blob" | "file" | "address">,
  texts: Texts,
  options: PublishOptions,
): Pick<PublishedRevision, "blob" | "source" | "fields" | "facts"> | undefined {
  if (!texts.has(blob)) return undefined;
  const named = readAnyFileName(file);
  const { collection } = "address" in named ? named.address : address;
  const text: OldSource = { blob, collection, source: () => texts.read(blob) };
  const fields = once(() => readOldFields(text, memory));
  // Whoever may read everything need not wait until the fields are read.
  const open = audience === settings.audiences.at(-1) && (options.drafts || !readOldHead(text, memory).draft);
  if (!open && !mayReadOld(settings, audience, fields().fields, options)) return undefined;
  return { blob, source: text.source, fields, facts: once(() => readOldFacts(text, memory)) };
}

/** Whether a revision means the same as the one before it. */
export function isSameRevision(before: PublishedRevision, after: PublishedRevision): boolean {
  return before.blob === after.blob || before.facts().meaning === after.facts().meaning;
}

/** Whether a revision left the meaning as it was; `before` is the published one before it. */
export function isQuiet(revision: PublishedRevision, before: PublishedRevision | undefined): boolean {
  return revision.kind === "changed" && before?.number === revision.number - 1 && isSameRevision(before, revision);
}

function once<T>(read: () => T): () => T {
  let known: T | undefined;
  return () => (known ??= read());
}
