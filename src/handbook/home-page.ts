import { type Card, describeCard } from "#handbook/card.ts";
import { listNewest } from "#handbook/changes-page.ts";
import { findDocument, type Handbook, listAnyDocuments } from "#handbook/handbook.ts";
import { describeReadMark, type ReadMark } from "#handbook/last-read.ts";
import { describeProcess, type StageView } from "#handbook/process.ts";
import { describeShell, type Shell } from "#handbook/shell.ts";
import { readSubject, type Subject } from "#handbook/subject.ts";
import type { Data } from "#model/collections.ts";
import type { Document } from "#model/document.ts";
import type { Locale } from "#model/fields.ts";

/** A document in a list that says whether it changed since it was read. */
export interface ListedCard extends Card {
  read: ReadMark | undefined;
}

/** All that the home page of a locale shows, as plain data. */
export interface HomePage {
  shell: Shell;
  tagline: string | undefined;
  stages: StageView[];
  /** `readers` are the roles that begin with the path. */
  paths: (ListedCard & { role: Card | undefined; readers: string[]; length: string; steps: number })[];
  roles: ListedCard[];
  changes: ChangeView[];
  release: (Card & { effective: string; action: Data<"releases">["action"] }) | undefined;
}

/** One change that landed, with the documents for which it is the newest that changed their meaning. */
export interface ChangeView {
  date: string;
  subject: Subject;
  cards: ListedCard[];
  /** How many documents there are besides those shown. */
  more: number;
}

/** About as high as the paths beside them. */
const newest = 3;
const shown = 4;
/** Among so many changes of documents they are looked for. */
const looked = 100;

export function describeHomePage(handbook: Handbook, locale: Locale): HomePage {
  const { settings } = handbook;
  const card = (document: Document) => listCard(handbook, document, locale);
  const release = listAnyDocuments(handbook, locale, "releases").toSorted((a, b) => (a.data.date < b.data.date ? 1 : -1))[0];
  const roles = listAnyDocuments(handbook, locale, "roles");
  return {
    shell: describeShell(handbook, { page: "home", locale }),
    tagline: settings.tagline?.[locale],
    stages: describeProcess(handbook, locale),
    paths: listAnyDocuments(handbook, locale, "paths").map((one) => {
      const role = findDocument(handbook, locale, "roles", one.data.role);
      const { id } = one.address;
      const readers = roles
        .filter(({ address, data }) => data.path === id || address.id === one.data.role)
        .map(({ address }) => address.id);
      return { ...card(one), role: role && card(role), readers, length: one.data.length, steps: one.data.steps.length };
    }),
    roles: roles.map(card),
    changes: describeChanges(handbook, locale),
    release: release && { ...card(release), effective: release.data.effective, action: release.data.action },
  };
}

function listCard(handbook: Handbook, document: Document, locale: Locale): ListedCard {
  return { ...describeCard(handbook.settings, document, locale), read: describeReadMark(handbook, document) };
}

function describeChanges(handbook: Handbook, locale: Locale): ChangeView[] {
  const seen = new Set<Document>();
  const own = listNewest(handbook, locale, looked).changes.filter(({ document }) => !seen.has(document) && seen.add(document));
  const landed = Map.groupBy(own, ({ revision }) => revision.order);
  return [...landed.values()].slice(0, newest).flatMap(([first, ...rest]) => {
    if (!first) return [];
    const cards = [first, ...rest].slice(0, shown).map(({ document }) => listCard(handbook, document, locale));
    const { revision } = first;
    return [{ date: revision.date, subject: readSubject(revision, locale), cards, more: rest.length + 1 - cards.length }];
  });
}
