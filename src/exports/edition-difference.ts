import { filePath, pathOf } from "#handbook/addresses.ts";
import { describeCard } from "#handbook/card.ts";
import { differenceFile, entriesFile } from "#handbook/edition-choice.ts";
import { describeEntries } from "#handbook/edition-entries.ts";
import { describeTask, linkEdition } from "#handbook/edition-page.ts";
import type { PublishedEdition } from "#handbook/editions.ts";
import { findDocument, type Handbook, listAnyDocuments } from "#handbook/handbook.ts";
import { formatDate } from "#handbook/values.ts";
import { changeWords } from "#i18n/changes.ts";
import { collectionWords } from "#i18n/collections.ts";
import { pickDifferenceWords } from "#i18n/edition-difference.ts";
import { editionWords } from "#i18n/editions.ts";
import { labels } from "#i18n/labels.ts";
import { collectionNames, type Locale } from "#model/fields.ts";

/** The files by which the browser tells any two editions apart, each with its path. */
export function listDifferenceFiles(handbook: Handbook, locale: Locale): { path: string; write: () => string }[] {
  const editions = handbook.editions.byLocale.get(locale) ?? [];
  if (editions.length === 0) return [];
  return [
    { path: filePath(handbook.settings, differenceFile, locale), write: () => writeDifferenceJson(handbook, locale, editions) },
    ...[...editions, undefined].map((one) => ({
      path: entriesPath(handbook, locale, one),
      write: () => JSON.stringify({ entries: describeEntries(handbook, locale, one) }),
    })),
  ];
}

/**
 * What differences of editions are shown with: `{ words, kinds, roles, editions, current }`. `editions`, oldest first, are
 * `{ id, name, path, entries, task }`, where `entries` is the file with its documents and `task` says who must do and read
 * what.
 */
function writeDifferenceJson(handbook: Handbook, locale: Locale, editions: readonly PublishedEdition[]): string {
  const { settings } = handbook;
  return JSON.stringify({
    words: { ...pickDifferenceWords(locale), ...changeWords[locale] },
    kinds: Object.fromEntries(collectionNames.map((one) => [one, collectionWords[locale][one].one])),
    roles: listAnyDocuments(handbook, locale, "roles").map((one) => {
      const { id, title, lang } = describeCard(settings, one, locale);
      return { id, title, lang };
    }),
    editions: editions.map((one) => ({
      id: one.id,
      ...linkEdition(handbook, locale, one),
      entries: entriesPath(handbook, locale, one),
      task: writeTask(handbook, locale, one),
    })),
    current: { path: pathOf(settings, { page: "home", locale }), entries: entriesPath(handbook, locale, undefined) },
  });
}

function writeTask(handbook: Handbook, locale: Locale, edition: PublishedEdition) {
  const { action, dueBy, doDifferently, lang, roles } = describeTask(handbook, locale, edition);
  const due = dueBy && editionWords[locale].dueBy(formatDate(dueBy, locale));
  const held = new Set(edition.entries.map(({ document: { address } }) => `${address.collection}/${address.id}`));
  return {
    doDifferently,
    lang,
    facts: [labels[locale].action[action], due].filter(Boolean).join(" · "),
    roles: roles.map(({ title, path, lang }) => ({ title, path, lang })),
    /** What the note names and readers may see, as documents are called today. */
    affects: (edition.note.data.affects ?? []).filter((one) => held.has(one) || isShown(handbook, locale, one)),
  };
}

function isShown(handbook: Handbook, locale: Locale, reference: string): boolean {
  const [name, id = ""] = reference.split("/");
  const collection = collectionNames.find((one) => one === name);
  return collection !== undefined && findDocument(handbook, locale, collection, id) !== undefined;
}

function entriesPath({ settings }: Handbook, locale: Locale, edition: PublishedEdition | undefined): string {
  return filePath(settings, entriesFile(edition?.id), locale);
}
