import type { PageAddress } from "#handbook/addresses.ts";
import { type Card, describeCard } from "#handbook/card.ts";
import { listStages } from "#handbook/document-page.ts";
import { type Handbook, listAnyDocuments } from "#handbook/handbook.ts";
import { describeProcess, type StageView } from "#handbook/process.ts";
import { describeShell, listCollections, type Shell } from "#handbook/shell.ts";
import { formatDuration, formatValue } from "#handbook/values.ts";
import type { Data } from "#model/collections.ts";
import type { Document } from "#model/document.ts";
import type { CollectionName, Locale } from "#model/fields.ts";
import { isOf } from "#source/document.ts";

/** All that the index of a collection shows, as plain data. */
export interface CollectionPage {
  shell: Shell;
  collection: CollectionName;
  entries: Entry[];
  /** The values by which entries can be filtered, in the order in which they are shown. */
  filters: Filters;
  /** The picture of the process, on the index of the stages. */
  process: StageView[];
}

export interface Filters {
  stage: Card[];
  role: Card[];
  tag: string[];
}

export interface Entry extends Card {
  stages: string[];
  roles: string[];
  tags: string[];
  /** The definition of a term or the customer's words of an objection. */
  detail: string | undefined;
  /** The long form of a term that is an abbreviation. */
  expansion: string | undefined;
  mark: Mark | undefined;
}

/** The one fact that tells the entries of a collection apart. */
export type Mark =
  | { fact: "channel"; channel: Data<"scripts">["channel"] }
  | { fact: "target"; value: string }
  | { fact: "length"; length: string; steps: number }
  | { fact: "minutes"; minutes: number; mode: Data<"lessons">["mode"] }
  | { fact: "kind"; kind: Data<"guides">["kind"] }
  | { fact: "effective"; date: string };

/** The style sheet that filters without JavaScript knows so many values of each kind. */
const filterLimit = 24;

export function listCollectionPages(handbook: Handbook): (PageAddress & { page: "collection" })[] {
  return handbook.settings.locales.flatMap((locale) =>
    listCollections(handbook, locale).map((collection) => ({ page: "collection" as const, locale, collection })),
  );
}

export function describeCollectionPage(handbook: Handbook, address: PageAddress & { page: "collection" }): CollectionPage {
  const { locale, collection } = address;
  const entries = sortDocuments(handbook, address).map((one) => describeEntry(handbook, one, locale));
  const cards = (all: readonly Document[], used: ReadonlySet<string>) =>
    all
      .filter((one) => used.has(one.address.id))
      .slice(0, filterLimit)
      .map((one) => describeCard(handbook.settings, one, locale));
  return {
    shell: describeShell(handbook, address),
    collection,
    entries,
    filters: {
      stage: cards(listStages(handbook, locale), new Set(entries.flatMap((one) => one.stages))),
      role: cards(listAnyDocuments(handbook, locale, "roles"), new Set(entries.flatMap((one) => one.roles))),
      tag: listTags(entries).sort(new Intl.Collator(locale).compare),
    },
    process: collection === "stages" ? describeProcess(handbook, locale) : [],
  };
}

function describeEntry(handbook: Handbook, document: Document, locale: Locale): Entry {
  const { data } = document;
  return {
    ...describeCard(handbook.settings, document, locale),
    stages: "stage" in data ? [data.stage] : "stages" in data ? (data.stages ?? []) : [],
    roles: data.roles ?? ("role" in data ? [data.role] : []),
    tags: data.tags ?? [],
    detail: "says" in data ? data.says[0] : "definition" in data ? data.definition : undefined,
    expansion: "expansion" in data ? data.expansion : undefined,
    mark: describeMark(document, locale),
  };
}

function describeMark(document: Document, locale: Locale): Mark | undefined {
  if (isOf(document, "scripts")) return { fact: "channel", channel: document.data.channel };
  if (isOf(document, "paths")) return { fact: "length", length: formatDuration(document.data.length, locale), steps: document.data.steps.length };
  if (isOf(document, "lessons")) return { fact: "minutes", minutes: document.data.minutes, mode: document.data.mode };
  if (isOf(document, "guides")) return { fact: "kind", kind: document.data.kind };
  if (isOf(document, "releases")) return { fact: "effective", date: document.data.effective };
  if (!isOf(document, "kpis")) return undefined;
  const target = document.data.targets?.at(-1);
  return target && { fact: "target", value: formatValue(target.value, document.data.unit, locale) };
}

/** The tags that most entries share. */
function listTags(entries: readonly Entry[]): string[] {
  const uses = Map.groupBy(
    entries.flatMap((one) => one.tags),
    (tag) => tag,
  );
  return [...uses]
    .sort(([, a], [, b]) => b.length - a.length)
    .slice(0, filterLimit)
    .map(([tag]) => tag);
}

/** Stages and scripts as the process goes, terms by title, releases newest first, the rest by file name. */
function sortDocuments(handbook: Handbook, { locale, collection }: PageAddress & { page: "collection" }): readonly Document[] {
  const documents = listAnyDocuments(handbook, locale, collection);
  switch (collection) {
    case "stages":
      return listStages(handbook, locale);
    case "scripts": {
      const order = new Map(listStages(handbook, locale).map((one) => [one.address.id, one.data.order]));
      const place = (one: Document) => (isOf(one, "scripts") ? (order.get(one.data.stage) ?? Infinity) : Infinity);
      return documents.toSorted((a, b) => place(a) - place(b) || 0);
    }
    case "terms":
      return sortByTitle(documents, locale);
    case "releases":
      return documents.toSorted((a, b) => (isOf(a, "releases") && isOf(b, "releases") && a.data.date < b.data.date ? 1 : -1));
    default:
      return documents;
  }
}

function sortByTitle(documents: readonly Document[], locale: Locale): Document[] {
  const collator = new Intl.Collator(locale, { numeric: true });
  return documents.toSorted((a, b) => collator.compare(a.data.title, b.data.title));
}
