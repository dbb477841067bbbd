import type { PageAddress } from "#handbook/addresses.ts";
import { type Card, describeCard } from "#handbook/card.ts";
import { findDocument, type Handbook, listAnyDocuments } from "#handbook/handbook.ts";
import { describeReadMark, type ReadMark } from "#handbook/last-read.ts";
import { findLetter, listInOrder, listStages } from "#handbook/order.ts";
import { describeProcess, type StageView } from "#handbook/process.ts";
import { describeShell, listCollections, type Shell } from "#handbook/shell.ts";
import { formatDuration, formatTarget } from "#handbook/values.ts";
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
  /** Whether there are so many entries that choosing among them helps. */
  filterable: boolean;
  /** The picture of the process, on the index of the stages. */
  process: StageView[];
}

export interface Filters {
  stage: Card[];
  role: Card[];
  tag: string[];
}

export interface Entry extends Card {
  /** The stage of a script. */
  stage: Card | undefined;
  /** The places of its values among the choices of each filter, from 1, with spaces between. */
  places: Record<keyof Filters, string | undefined>;
  /** The definition of a term or the short answer to an objection. */
  detail: string | undefined;
  /** The letter under which a term stands, and of its long form what the title doesn't say. */
  letter: string | undefined;
  expansion: string | undefined;
  mark: Mark | undefined;
  read: ReadMark | undefined;
}

/** The one fact that tells the entries of a collection apart. */
export type Mark =
  | { fact: "channel"; channel: Data<"scripts">["channel"] }
  | { fact: "target"; value: string; per: string | undefined }
  | { fact: "length"; role: Card | undefined; length: string; steps: number }
  | { fact: "minutes"; minutes: number; mode: Data<"lessons">["mode"] }
  | { fact: "category"; category: Data<"objections">["category"] }
  | { fact: "tool"; kind: Data<"tools">["kind"] }
  | { fact: "guide"; kind: Data<"guides">["kind"] }
  | { fact: "effective"; date: string };

/** The style sheet that filters without JavaScript knows so many values of each kind. */
export const filterLimit = 24;
const handful = 6;

export function listCollectionPages(handbook: Handbook): (PageAddress & { page: "collection" })[] {
  return handbook.settings.locales.flatMap((locale) =>
    listCollections(handbook, locale).map((collection) => ({ page: "collection" as const, locale, collection })),
  );
}

export function describeCollectionPage(handbook: Handbook, address: PageAddress & { page: "collection" }): CollectionPage {
  const { locale, collection } = address;
  const inOrder = listInOrder(handbook, locale, collection);
  // What is new comes first where people look for what is new.
  const documents = collection === "releases" ? inOrder.toReversed() : inOrder;
  const filters = describeFilters(handbook, documents, locale);
  return {
    shell: describeShell(handbook, address),
    collection,
    entries: documents.map((one) => describeEntry(handbook, one, filters, locale)),
    filters,
    filterable: collection !== "stages" && documents.length > handful,
    process: collection === "stages" ? describeProcess(handbook, locale) : [],
  };
}

function describeFilters(handbook: Handbook, documents: readonly Document[], locale: Locale): Filters {
  const cards = (all: readonly Document[], used: ReadonlySet<string>) =>
    all
      .filter((one) => used.has(one.address.id))
      .slice(0, filterLimit)
      .map((one) => describeCard(handbook.settings, one, locale));
  return {
    stage: cards(listStages(handbook, locale), new Set(documents.flatMap(listStageIds))),
    role: cards(listAnyDocuments(handbook, locale, "roles"), new Set(documents.flatMap((one) => listRoleIds(one) ?? []))),
    tag: listTags(documents).sort(new Intl.Collator(locale).compare),
  };
}

function describeEntry(handbook: Handbook, document: Document, filters: Filters, locale: Locale): Entry {
  const { data } = document;
  const stageIds = listStageIds(document);
  return {
    ...describeCard(handbook.settings, document, locale),
    stage: isOf(document, "scripts") ? filters.stage.find((one) => one.id === stageIds[0]) : undefined,
    places: {
      stage: findPlaces(
        stageIds,
        filters.stage.map((one) => one.id),
      ),
      role: findPlaces(
        listRoleIds(document) ?? filters.role.map((one) => one.id),
        filters.role.map((one) => one.id),
      ),
      tag: findPlaces(data.tags ?? [], filters.tag),
    },
    detail: "short" in data ? data.short : "definition" in data ? data.definition : undefined,
    letter: isOf(document, "terms") ? findLetter(data.title, locale) : undefined,
    expansion: isOf(document, "terms") ? findExpansion(document.data) : undefined,
    mark: describeMark(handbook, document, locale),
    read: describeReadMark(handbook, document),
  };
}

function listStageIds({ data }: Document): string[] {
  return "stage" in data ? [data.stage] : "stages" in data ? (data.stages ?? []) : [];
}

/** The roles a document is for; undefined where it names none, because it is for all then. */
export function listRoleIds({ data }: Document): string[] | undefined {
  return data.roles ?? ("role" in data ? [data.role] : undefined);
}

/** The places of values among the choices of a filter, as its style sheet knows them. */
export function findPlaces(values: readonly string[], choices: readonly string[]): string | undefined {
  const places = values.map((one) => choices.indexOf(one) + 1).filter((place) => place > 0);
  return places.join(" ") || undefined;
}

function findExpansion({ title, expansion }: Data<"terms">): string | undefined {
  const told = title.toLowerCase();
  return (
    expansion
      ?.split("，")
      .filter((one) => !told.includes(one.toLowerCase()))
      .join("，") || undefined
  );
}

function describeMark(handbook: Handbook, document: Document, locale: Locale): Mark | undefined {
  if (isOf(document, "scripts")) return { fact: "channel", channel: document.data.channel };
  if (isOf(document, "paths")) {
    const { role, length, steps } = document.data;
    const own = findDocument(handbook, locale, "roles", role);
    return {
      fact: "length",
      role: own && describeCard(handbook.settings, own, locale),
      length: formatDuration(length, locale),
      steps: steps.length,
    };
  }
  if (isOf(document, "lessons")) return { fact: "minutes", minutes: document.data.minutes, mode: document.data.mode };
  if (isOf(document, "objections")) return { fact: "category", category: document.data.category };
  if (isOf(document, "tools")) return { fact: "tool", kind: document.data.kind };
  if (isOf(document, "guides")) return { fact: "guide", kind: document.data.kind };
  if (isOf(document, "releases")) return { fact: "effective", date: document.data.effective };
  if (!isOf(document, "kpis")) return undefined;
  const { targets, per } = document.data;
  const target = targets?.at(-1);
  return target && { fact: "target", value: formatTarget(target.value, document.data, locale), per };
}

/** The tags that most documents share. */
function listTags(documents: readonly Document[]): string[] {
  const uses = Map.groupBy(
    documents.flatMap((one) => one.data.tags ?? []),
    (tag) => tag,
  );
  return [...uses]
    .sort(([, a], [, b]) => b.length - a.length)
    .slice(0, filterLimit)
    .map(([tag]) => tag);
}
