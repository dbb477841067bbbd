import { type PageAddress, pathOf } from "#handbook/addresses.ts";
import { describeChangesPage } from "#handbook/changes-page.ts";
import { describeCollectionPage, listCollectionPages } from "#handbook/collection-page.ts";
import { describeDocumentPage, listDocumentPages } from "#handbook/document-page.ts";
import { describeEditionChangesPage } from "#handbook/edition-changes-page.ts";
import { describeEditionPage, describeEditionSearchPage, listEditionPages } from "#handbook/edition-page.ts";
import { describeEditionsPage, listEditionsPages } from "#handbook/editions-page.ts";
import type { Handbook } from "#handbook/handbook.ts";
import { describeHistoryPage, listHistoryPages } from "#handbook/history-page.ts";
import { describeHomePage } from "#handbook/home-page.ts";
import { describeRevisionPage, listRevisionPages } from "#handbook/revision-page.ts";
import { describeShell } from "#handbook/shell.ts";

/** The addresses of all pages of the site but the one for addresses that lead nowhere. */
export function planPages(handbook: Handbook): PageAddress[] {
  const { locales } = handbook.settings;
  return [
    ...locales.flatMap((locale): PageAddress[] => [
      { page: "home", locale },
      { page: "search", locale },
      { page: "changes", locale },
    ]),
    ...listCollectionPages(handbook),
    ...listDocumentPages(handbook),
    ...listHistoryPages(handbook),
    ...listRevisionPages(handbook),
    ...listEditionsPages(handbook),
    ...listEditionPages(handbook),
  ];
}

/** All that a page shows, as plain data; the address must be one of `planPages`. */
export function describePage(handbook: Handbook, address: PageAddress): object {
  switch (address.page) {
    case "home":
      return describeHomePage(handbook, address.locale);
    case "search":
      return { shell: describeShell(handbook, address) };
    case "collection":
      return describeCollectionPage(handbook, address);
    case "document":
      return describeDocumentPage(handbook, address);
    case "history":
      return describeHistoryPage(handbook, address);
    case "revision":
      return describeRevisionPage(handbook, address);
    case "changes":
      return describeChangesPage(handbook, address.locale);
    case "editions":
      return describeEditionsPage(handbook, { ...address, page: "editions" });
    case "edition":
      return describeEditionPage(handbook, { ...address, page: "edition" });
    case "edition-changes":
      return describeEditionChangesPage(handbook, { ...address, page: "edition-changes" });
    case "edition-search":
      return describeEditionSearchPage(handbook, { ...address, page: "edition-search" });
  }
}

/** Old paths of the site with the path each leads to now, both with the base path. */
export function planRedirects(handbook: Handbook): Map<string, string> {
  const { settings } = handbook;
  return new Map(
    handbook.documents.flatMap(({ data, address }) =>
      (data.redirectFrom ?? []).map((from) => [from, pathOf(settings, { page: "document", ...address })] as const),
    ),
  );
}
