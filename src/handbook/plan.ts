import { type PageAddress, pathOf } from "#handbook/addresses.ts";
import { listCollectionPages } from "#handbook/collection-page.ts";
import { listDocumentPages } from "#handbook/document-page.ts";
import type { Handbook } from "#handbook/handbook.ts";
import { listHistoryPages } from "#handbook/history-page.ts";
import { listRevisionPages } from "#handbook/revision-page.ts";

/** The addresses of all pages of the site but the one for addresses that lead nowhere. */
export function planPages(handbook: Handbook): PageAddress[] {
  const { locales } = handbook.settings;
  return [
    ...locales.flatMap((locale): PageAddress[] => [
      { page: "home", locale },
      { page: "search", locale },
    ]),
    ...listCollectionPages(handbook),
    ...listDocumentPages(handbook),
    ...listHistoryPages(handbook),
    ...listRevisionPages(handbook),
  ];
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
