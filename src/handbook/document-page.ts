import { hash } from "node:crypto";
import { type PageAddress, markdownPath, pathOf } from "#handbook/addresses.ts";
import { resolveBody } from "#handbook/body.ts";
import { type Card, describeCard } from "#handbook/card.ts";
import { type CardGroup, groupCards } from "#handbook/card-groups.ts";
import { type EditionView, findEditionOf } from "#handbook/edition-page.ts";
import { editUrl, type FeedbackTarget, listFeedbackTargets } from "#handbook/feedback.ts";
import { findDocument, type Handbook, listAnyDocuments, listDocuments } from "#handbook/handbook.ts";
import { describeCurrent } from "#handbook/history-page.ts";
import { describeKpi, type KpiView } from "#handbook/kpi-view.ts";
import { describeLastRead, type LastRead, type ReadMark } from "#handbook/last-read.ts";
import type { OldDocument } from "#handbook/old-document.ts";
import { describeReads, findPassMark, listMusts } from "#handbook/onboarding.ts";
import { oncePerName } from "#handbook/once.ts";
import { listInOrder, listStages } from "#handbook/order.ts";
import { countFieldWords, estimateMinutes } from "#handbook/reading-time.ts";
import { findReviewDue } from "#handbook/review.ts";
import { describeFilterValues, type FilterValues } from "#handbook/searched.ts";
import { describeShell, type Shell } from "#handbook/shell.ts";
import { describeSwitcher, type Switcher } from "#handbook/switcher.ts";
import { describeTimeline, type Stretch } from "#handbook/timeline.ts";
import type { CompilableBody } from "#model/body.ts";
import type { Data } from "#model/collections.ts";
import type { Document, Heading } from "#model/document.ts";
import { type CollectionName, collectionNames, type Locale } from "#model/fields.ts";
import { listReferences } from "#model/references.ts";
import { documentKey } from "#source/audience.ts";
import { isOf } from "#source/document.ts";

/** All that a document's page shows, as plain data. */
export interface DocumentPage<C extends CollectionName = CollectionName> {
  shell: Shell;
  collection: C;
  id: string;
  /** The language of the text; another than the page's where there is no translation. */
  lang: Locale;
  data: Data<C>;
  body: CompilableBody;
  /** Whether there is any text below the frontmatter. */
  hasBody: boolean;
  contents: Pick<Heading, "depth" | "text" | "slug">[];
  minutes: number;
  /** What the references of the frontmatter lead to, by `collection/id`. */
  cards: Record<string, Card>;
  control: Control;
  /** The documents that refer to it; what `reading` lists is not among them. */
  backlinks: CardGroup[];
  previous: Card | undefined;
  next: Card | undefined;
  /** The stages of the process, on the page of a stage. */
  pipeline: Card[];
  /** The pages that readers of a role should read, on the page of that role. */
  reading: CardGroup[];
  /** What the onboarding path of a role says that one must read, on the page of that role; none of it is in `reading`. */
  musts: Card[];
  /** The percentage of right answers that the onboarding paths with this lesson ask for. */
  pass: number | undefined;
  /** What the browser remembers of the steps of an onboarding path, by `collection/id`. */
  reads: Record<string, ReadMark>;
  /** The steps of an onboarding path between its milestones. */
  timeline: Stretch[];
  kpi: KpiView | undefined;
  /** The ids of the stages and roles it is for, by which search can filter. */
  filters: FilterValues;
  /** The editions that it belongs to; missing where the handbook has none. */
  switcher: Switcher | undefined;
  /** The edition that a release note made. */
  edition: EditionView | undefined;
  /** What changed since a reader last saw it; missing where it has no revision. */
  lastRead: LastRead | undefined;
  feedback: FeedbackTarget[];
  edit: string | undefined;
  markdown: string;
}

export interface Control {
  owner: Card | undefined;
  reviewed: string;
  due: string | undefined;
  audience: string;
  /** The other language, where it was not changed on the same day. */
  other: { lang: Locale; path: string; date: string; newer: boolean } | undefined;
  /** The revision that the page shows, and where the document's history is; missing where there is none. */
  history: ReturnType<typeof describeCurrent>;
}

/** The addresses of all document pages: each document in each locale, translated or not. */
export function listDocumentPages(handbook: Handbook): (PageAddress & { page: "document" })[] {
  return handbook.settings.locales.flatMap((locale) =>
    collectionNames.flatMap((collection) =>
      listAnyDocuments(handbook, locale, collection).map(({ address }) => ({ page: "document" as const, ...address, locale })),
    ),
  );
}

/** Describes the page of a document; the document must be one that `listDocumentPages` lists. */
export function describeDocumentPage(handbook: Handbook, address: PageAddress & { page: "document" }): DocumentPage {
  const { locale, collection, id } = address;
  const document = findDocument(handbook, locale, collection, id);
  if (!document) throw new Error(`${pathOf(handbook.settings, address)} is not a page of the handbook.`);
  const page = describeDocument(handbook, document, describeShell(handbook, address));
  const { lastRead, blame } = describeLastRead(handbook, document) ?? {};
  return { ...page, lastRead, body: { ...page.body, ...(blame && { blame }) } };
}

/** Describes a document of today for the page that `shell` surrounds. */
function describeDocument(handbook: Handbook, document: Document, shell: Shell): DocumentPage {
  const { settings } = handbook;
  const { locale } = shell;
  const { collection, id } = document.address;
  const siblings = listInOrder(handbook, locale, collection);
  const index = siblings.indexOf(document);
  const card = (one: Document | undefined) => one && describeCard(settings, one, locale);
  const musts = isOf(document, "roles") ? listMusts(handbook, document).filter((one) => one !== document) : [];
  return {
    shell,
    ...describeFacts(handbook, document, locale),
    minutes: estimateMinutes(document),
    control: {
      owner: card(findDocument(handbook, locale, "roles", document.data.owner)),
      reviewed: document.data.reviewed,
      // What a release note says was true on its day.
      due: isOf(document, "releases") ? undefined : findReviewDue(settings, document),
      audience: document.audience,
      other: describeOther(handbook, document),
      history: describeCurrent(handbook, document),
    },
    backlinks: groupCards(handbook, listBacklinks(handbook, document), locale, document),
    previous: card(siblings[index - 1]),
    next: card(index < 0 ? undefined : siblings[index + 1]),
    pipeline: collection === "stages" ? listStages(handbook, locale).map((one) => describeCard(settings, one, locale)) : [],
    reading: isOf(document, "roles") ? groupCards(handbook, listReading(handbook, document, musts), locale, document) : [],
    musts: musts.map((one) => describeCard(settings, one, locale)),
    pass: isOf(document, "lessons") ? findPassMark(handbook, document) : undefined,
    reads: isOf(document, "paths") ? describeReads(handbook, document, locale) : {},
    switcher: describeSwitcher(handbook, locale, document),
    edition: isOf(document, "releases") ? findEditionOf(handbook, locale, id) : undefined,
    lastRead: undefined,
    feedback: listFeedbackTargets(settings, document),
    edit: editUrl(settings, document),
  };
}

/** What a page shows of the fields and the text of a document. */
type Facts = Pick<
  DocumentPage,
  "collection" | "id" | "lang" | "data" | "body" | "hasBody" | "contents" | "cards" | "timeline" | "kpi" | "filters" | "markdown"
>;

function describeFacts(handbook: Handbook, document: Document, locale: Locale): Facts {
  const { collection, id, locale: lang } = document.address;
  return {
    collection,
    id,
    lang,
    data: document.data,
    body: resolveBody(handbook, document, locale),
    hasBody: document.body.words > 0 || document.body.elements.length > 0,
    contents: document.body.headings.filter((one) => one.depth <= 3).map(({ depth, text, slug }) => ({ depth, text, slug })),
    cards: describeReferences(handbook, document, locale),
    timeline: isOf(document, "paths") ? describeTimeline(document.data) : [],
    kpi: isOf(document, "kpis") ? describeKpi(document.data, lang) : undefined,
    filters: describeFilterValues(handbook, document, locale),
    markdown: markdownPath(handbook.settings, document.address),
  };
}

/** Describes the facts of a document of the past, without what belongs to today: so its page stays what it is when a newer revision lands. */
export function describeOutline(handbook: Handbook, { outline, fieldsName }: OldDocument, shell: Shell): DocumentPage {
  const { address, data, audience, body } = outline;
  const { locale } = shell;
  const name = [fieldsName, address.locale, address.collection, address.id, locale, body.words > 0].join("\0");
  const { facts, key, words } = outlines(handbook, name, () => {
    const facts = describeFacts(handbook, outline, locale);
    return { facts, key: hash("sha1", JSON.stringify(facts), "base64url"), words: countFieldWords(data) };
  });
  const minutes = estimateMinutes(outline, words);
  const page: DocumentPage = {
    shell,
    ...facts,
    minutes,
    control: { owner: undefined, reviewed: data.reviewed, due: undefined, audience, other: undefined, history: undefined },
    backlinks: [],
    previous: undefined,
    next: undefined,
    pipeline: [],
    reading: [],
    musts: [],
    pass: undefined,
    reads: {},
    switcher: undefined,
    edition: undefined,
    lastRead: undefined,
    feedback: [],
    edit: undefined,
  };
  // The page around it names the shell.
  return Object.assign(page, { toJSON: () => [key, minutes, audience] });
}

/** Most revisions of a document have the same facts. */
const outlines = oncePerName<{ facts: Facts; key: string; words: number }>();

function describeReferences(handbook: Handbook, document: Document, locale: Locale): Record<string, Card> {
  const cards: Record<string, Card> = {};
  for (const { collection, id } of listReferences(document)) {
    const target = collection && findDocument(handbook, locale, collection, id);
    if (target) cards[`${collection}/${id}`] = describeCard(handbook.settings, target, locale);
  }
  return cards;
}

function listBacklinks(handbook: Handbook, document: Document): readonly Document[] {
  const all = handbook.backlinks.get(documentKey(document)) ?? [];
  if (!isOf(document, "roles")) return all;
  const { locale, id } = document.address;
  return all.filter(({ address, data }) => address.locale !== locale || !data.roles?.includes(id));
}

/** What a role should read besides: the documents that name it in `roles`. */
function listReading(handbook: Handbook, role: Document<"roles">, musts: readonly Document[]): Document[] {
  const { locale, id } = role.address;
  return collectionNames.flatMap((collection) =>
    listDocuments(handbook, locale, collection).filter((one) => one !== role && one.data.roles?.includes(id) && !musts.includes(one)),
  );
}

/** Which of the two languages was changed last, as far as the history tells. */
function describeOther(handbook: Handbook, document: Document): Control["other"] {
  const { locale, collection, id } = document.address;
  const lang = handbook.settings.locales.find((one) => one !== locale);
  const other = lang && findDocument(handbook, lang, collection, id);
  if (!other || other.address.locale === locale) return undefined;
  const [own, theirs] = [document, other].map((one) => describeCurrent(handbook, one)?.revision?.date);
  if (!own || !theirs || own.slice(0, 10) === theirs.slice(0, 10)) return undefined;
  const path = pathOf(handbook.settings, { page: "document", ...other.address });
  return { lang: other.address.locale, path, date: theirs, newer: theirs > own };
}
