import { readOldDocument } from "#handbook/old-document.ts";
import {
  findLineage,
  type Histories,
  publishGone,
  type PublishedHistory,
  type PublishedRevision,
  type PublishOptions,
} from "#handbook/revisions.ts";
import { type Edition, readEditions } from "#history/editions.ts";
import type { DocumentHistory, History } from "#history/revisions.ts";
import type { Address, Document } from "#model/document.ts";
import { collectionNames, type Locale } from "#model/fields.ts";
import type { Problem } from "#model/problem.ts";
import { documentKey, type GatedContent } from "#source/audience.ts";
import { isOf } from "#source/document.ts";
import { readAnyFileName } from "#source/file-name.ts";

/** An edition as readers of one language see it, without anything that they may not see. */
export interface PublishedEdition {
  /** The id of the release note that made it. */
  id: string;
  /** Such as `2026.4`. */
  name: string;
  note: Document<"releases">;
  /** In the order of the table of contents at that time; what had no translation stands at the end of its collection. */
  entries: readonly PublishedEntry[];
}

/** A document as it stood in an edition. */
export interface PublishedEntry {
  /** The document as it is today, or as it was last. */
  document: Document;
  revision: PublishedRevision;
  /** Whether the document's own page shows that revision. */
  current: boolean;
  /** Where it was then. */
  address: Address;
  title: string;
  summary: string;
  roles: readonly string[];
  /** By which the table of contents puts it: the number of a stage or of its file, the day of a release. */
  place: number;
  /** The stage that a script belongs to, among whose scripts it stands. */
  stage: string | undefined;
}

/** What is published of editions. */
export interface Editions {
  /** Oldest first. */
  byLocale: ReadonlyMap<Locale, readonly PublishedEdition[]>;
  /** Documents of editions that are not in the handbook any more, with their histories. */
  gone: ReadonlyMap<string, { document: Document; history: PublishedHistory }>;
}

export const noEditions: Editions = { byLocale: new Map(), gone: new Map() };

/** Makes the editions of all release notes that readers may see, of nothing but what `histories` holds and documents that are gone. */
export function publishEditions(
  content: GatedContent,
  history: History,
  histories: Histories,
  options: PublishOptions = {},
): { editions: Editions; problems: Problem[] } {
  const notes = content.documents.filter((one) => isOf(one, "releases"));
  if (notes.length === 0) return { editions: noEditions, problems: [] };
  const { editions, problems } = readEditions(content.root, history, notes);
  const known = new Map<DocumentHistory, Known>();
  for (const document of content.documents) {
    const own = findLineage(history, document.file, options);
    const published = histories.get(document.file);
    if (own && published) known.set(own, { document, history: published });
  }
  const gone = new Map<string, Known>();
  for (const [own, one] of readGone(content, editions, options)) {
    const key = documentKey(one.document);
    if (gone.has(key)) continue;
    gone.set(key, one);
    known.set(own, one);
  }
  const readEntry = makeEntryReader(known);
  const read = editions.map((one) => ({ note: one.note, entries: one.entries.flatMap(readEntry) }));
  const byKey = new Map(notes.map((one) => [documentKey(one), one]));
  const byLocale = new Map(content.settings.locales.map((locale) => [locale, listEditions(content.settings.locales, locale, read, byKey)]));
  return { editions: { byLocale, gone }, problems };
}

interface Known {
  document: Document;
  history: PublishedHistory;
}

/** Documents of editions that are gone, unless another one has their address now. */
function readGone(content: GatedContent, editions: readonly Edition[], options: PublishOptions): [DocumentHistory, Known][] {
  const taken = new Set([...content.documents.map(documentKey), ...content.withheld.keys()]);
  const wanted = new Set(editions.flatMap(({ entries }) => entries.flatMap(({ document }) => (document.gone ? [document] : []))));
  const lost = [...wanted].filter(
    ({ address }) => !taken.has(documentKey({ address })) && content.settings.locales.includes(address.locale),
  );
  return [...publishGone(content, lost, options)].map(([own, history]) => {
    const { document, title } = readOldDocument(content, history.revisions.at(-1)!, own.address);
    const { summary = "" } = document.data;
    const data = { ...document.data, title: title ?? own.address.id, summary } as Document["data"];
    return [own, { document: { ...document, address: own.address, file: own.file, data }, history }];
  });
}

/** Reads what the table of contents says of a document; the same text is read once, whatever the editions it belongs to. */
function makeEntryReader(known: ReadonlyMap<DocumentHistory, Known>) {
  const read = new Map<string, PublishedEntry>();
  return ({ document: own, revision: { number } }: Edition["entries"][number]): PublishedEntry[] => {
    const { document, history } = known.get(own) ?? {};
    const revision = history?.revisions.find((one) => one.number === number);
    if (!document || !revision) return [];
    const key = `${documentKey(document)} ${number}`;
    const entry = read.get(key) ?? makeEntry(document, revision, history?.newest === number);
    read.set(key, entry);
    return [entry];
  };
}

/** Reads what a table of contents says of a revision; `current` says whether the document's own page shows it. */
export function makeEntry(document: Document, revision: PublishedRevision, current: boolean): PublishedEntry {
  const named = readAnyFileName(revision.file);
  const fields = revision.fields();
  const { title, summary, roles, role, order, stage, date }: Readonly<Record<string, unknown>> = fields.data ?? fields.fields ?? {};
  const position = "position" in named && Number.isFinite(named.position) ? named.position : Number.MAX_SAFE_INTEGER;
  return {
    document,
    revision,
    current,
    address: "address" in named ? named.address : document.address,
    title: typeof title === "string" && title.trim() !== "" ? title : document.data.title,
    summary: typeof summary === "string" ? summary : "",
    roles: (Array.isArray(roles) ? roles : [role]).filter((one) => typeof one === "string"),
    place: typeof order === "number" ? order : Date.parse(String(date)) || position,
    stage: typeof stage === "string" ? stage : undefined,
  };
}

interface Read {
  note: Address;
  entries: PublishedEntry[];
}

/** The editions in one language: each as its note of that language made it, or else as that of another one did. */
function listEditions(
  locales: readonly Locale[],
  locale: Locale,
  read: readonly Read[],
  notes: ReadonlyMap<string, Document<"releases">>,
): PublishedEdition[] {
  const order = [locale, ...locales.filter((one) => one !== locale)];
  const found = new Map<string, PublishedEdition>();
  for (const one of order) {
    for (const { note: address, entries } of read) {
      const note = notes.get(documentKey({ address }));
      if (address.locale !== one || found.has(address.id) || !note) continue;
      found.set(address.id, { id: address.id, name: note.data.edition ?? address.id, note, entries: sortEntries(entries, order) });
    }
  }
  return [...found.values()].sort((a, b) => compare(a.note.data.date, b.note.data.date) || compare(a.id, b.id));
}

/** In the order of the table of contents, with what has no translation in `locale`, the first of the locales. */
export function sortEntries(entries: readonly PublishedEntry[], [locale, ...others]: readonly Locale[]): PublishedEntry[] {
  const inLanguage = (one: Locale | undefined) => entries.filter(({ address }) => address.locale === one);
  const own = inLanguage(locale);
  const names = new Set(own.map(nameOf));
  const filled = others.flatMap(inLanguage).filter((one) => !names.has(nameOf(one)) && names.add(nameOf(one)));
  const collator = new Intl.Collator(locale, { numeric: true });
  const stages = new Map(
    [...filled, ...own].flatMap(({ address, place }) => (address.collection === "stages" ? [[address.id, place]] : [])),
  );
  const stageOf = ({ address, stage }: PublishedEntry) => (address.collection === "scripts" ? (stages.get(stage ?? "") ?? Infinity) : 0);
  return [...own, ...filled].sort(
    (a, b) =>
      collectionNames.indexOf(a.address.collection) - collectionNames.indexOf(b.address.collection) ||
      Number(a.address.locale !== locale) - Number(b.address.locale !== locale) ||
      stageOf(a) - stageOf(b) ||
      (a.address.collection === "terms" ? collator.compare(a.title, b.title) : a.place - b.place) ||
      compare(a.address.id, b.address.id),
  );
}

function nameOf({ address: { collection, id } }: PublishedEntry): string {
  return `${collection}/${id}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
