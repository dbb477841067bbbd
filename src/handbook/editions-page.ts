import type { PageAddress } from "#handbook/addresses.ts";
import { describeEditionChoice, type EditionChoice } from "#handbook/edition-choice.ts";
import { listCurrentEntries } from "#handbook/edition-entries.ts";
import { describeEdition, type EditionView } from "#handbook/edition-page.ts";
import type { Handbook } from "#handbook/handbook.ts";
import { describeShell, type Shell } from "#handbook/shell.ts";

/** All that the list of editions shows, as plain data. */
export interface EditionsPage {
  shell: Shell;
  /** Newest first. */
  editions: EditionView[];
  /** What is now: the day of the last change, ISO 8601 in UTC, and how many documents there are. */
  current: { date: string | undefined; documents: number };
  choice: EditionChoice;
}

export function listEditionsPages(handbook: Handbook): (PageAddress & { page: "editions" })[] {
  return [...handbook.editions.byLocale].flatMap(([locale, editions]) =>
    editions.length > 0 ? [{ page: "editions" as const, locale }] : [],
  );
}

export function describeEditionsPage(handbook: Handbook, address: PageAddress & { page: "editions" }): EditionsPage {
  const editions = handbook.editions.byLocale.get(address.locale) ?? [];
  const current = listCurrentEntries(handbook, address.locale);
  return {
    shell: describeShell(handbook, address),
    current: {
      date: current
        .map(({ revision }) => revision.date)
        .sort()
        .at(-1),
      documents: current.length,
    },
    editions: editions.map((one, index) => describeEdition(handbook, address.locale, one, editions[index - 1])).toReversed(),
    choice: describeEditionChoice(handbook, address.locale, { from: editions.at(-1)?.id ?? "", to: "" }),
  };
}
