import type { Document } from "#model/document.ts";
import { type CollectionName, collectionNames, type Locale } from "#model/fields.ts";
import type { Problem } from "#model/problem.ts";
import { findBacklinks } from "#handbook/backlinks.ts";
import { type Editions, noEditions, publishEditions } from "#handbook/editions.ts";
import { type Histories, noHistories, publishHistories } from "#handbook/revisions.ts";
import type { LogCache } from "#history/log.ts";
import { readPending } from "#history/pending.ts";
import { readHistory } from "#history/revisions.ts";
import { documentKey, gateContent, type GatedContent } from "#source/audience.ts";
import type { Memory } from "#source/memory.ts";
import { type ReadCached, readContent } from "#source/content.ts";

/** The one value that every page, check and export reads. */
export interface Handbook extends GatedContent {
  byKey: ReadonlyMap<string, Document>;
  byFile: ReadonlyMap<string, Document>;
  /** The documents of `<locale>/<collection>`, in the order of their file names. */
  lists: ReadonlyMap<string, readonly Document[]>;
  /** The same with the documents that have no translation there, in their own language. */
  shown: ReadonlyMap<string, readonly Document[]>;
  /** Documents that refer to a document, by `documentKey`. */
  backlinks: ReadonlyMap<string, readonly Document[]>;
  /** The revisions of each readable document, by its file. */
  history: Histories;
  editions: Editions;
}

export interface HandbookOptions {
  /** Missing: the audience that the settings name. */
  audience?: string;
  /** Shows drafts, and changes that have not landed. */
  drafts?: boolean;
  /** What earlier builds read of documents. */
  readCached?: ReadCached;
  /** What earlier builds worked out of texts of the past. */
  memory?: Memory;
  /** What git told earlier builds. */
  log?: LogCache;
}

/** Reads the handbook in the folder `root`; only settings that can't be read leave nothing but problems. */
export function readHandbook(root: string, options: HandbookOptions = {}): Handbook | { problems: Problem[] } {
  const content = readContent(root, options.readCached);
  if (!("settings" in content)) return content;
  const audience = options.audience ?? content.settings.audience;
  const gated = { ...gateContent(content, audience, { drafts: options.drafts ?? false }), memory: options.memory };
  const history = readHistory(root, options.log);
  const shown = { ...options, ...(options.drafts && { pending: readPending(root, history) }) };
  const { histories, problems } = publishHistories(gated, history, shown);
  const past = publishEditions(gated, history, histories, shown);
  return buildHandbook({ ...gated, problems: [...gated.problems, ...problems, ...past.problems] }, histories, past.editions);
}

/** Joins gated content and its published history to a handbook. */
export function buildHandbook(content: GatedContent, history: Histories = noHistories, editions: Editions = noEditions): Handbook {
  const byKey = new Map(content.documents.map((one) => [documentKey(one), one]));
  const byFile = new Map(content.documents.map((one) => [one.file, one]));
  const lists = Map.groupBy(content.documents, ({ address }) => `${address.locale}/${address.collection}`);
  return {
    ...content,
    byKey,
    byFile,
    lists,
    shown: fillUp(lists, content.settings.locales),
    backlinks: findBacklinks(content.documents, byKey, byFile),
    history: new Map([...history].filter(([file]) => byFile.has(file))),
    editions,
  };
}

/** The documents of one collection in one locale, in the order of their file names. */
export function listDocuments<C extends CollectionName>(handbook: Handbook, locale: Locale, collection: C): readonly Document<C>[] {
  return (handbook.lists.get(`${locale}/${collection}`) ?? []) as readonly Document<C>[];
}

/** The documents of a collection as readers of `locale` see it: those without a translation stand at the end, in their own language. */
export function listAnyDocuments<C extends CollectionName>(handbook: Handbook, locale: Locale, collection: C): readonly Document<C>[] {
  return (handbook.shown.get(`${locale}/${collection}`) ?? []) as readonly Document<C>[];
}

/** A document in `locale`, or in another language where it has no translation. */
export function findDocument<C extends CollectionName>(
  handbook: Handbook,
  locale: Locale,
  collection: C,
  id: string,
): Document<C> | undefined {
  const locales = [locale, ...handbook.settings.locales.filter((one) => one !== locale)];
  for (const one of locales) {
    const found = handbook.byKey.get(`${one}/${collection}/${id}`);
    if (found) return found as Document<C>;
  }
  return undefined;
}

function fillUp(lists: ReadonlyMap<string, readonly Document[]>, locales: readonly Locale[]): Map<string, Document[]> {
  const shown = new Map<string, Document[]>();
  for (const collection of collectionNames) {
    for (const locale of locales) {
      const own = lists.get(`${locale}/${collection}`) ?? [];
      const ids = new Set(own.map((one) => one.address.id));
      const others = locales.flatMap((one) => (one === locale ? [] : (lists.get(`${one}/${collection}`) ?? [])));
      shown.set(`${locale}/${collection}`, [...own, ...others.filter(({ address }) => !ids.has(address.id) && ids.add(address.id))]);
    }
  }
  return shown;
}
