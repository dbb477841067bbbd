import { getRssString } from "@astrojs/rss";
import { absoluteUrl, filePath, pathOf } from "#handbook/addresses.ts";
import { isForRole, listNewest, roleFeedPath } from "#handbook/changes-page.ts";
import { type Handbook, listAnyDocuments } from "#handbook/handbook.ts";
import { readSubject } from "#handbook/subject.ts";
import type { Document } from "#model/document.ts";
import type { Locale } from "#model/fields.ts";

const newest = 50;

/** The feeds of one locale, by their paths: of all changes, and for each role of what its readers read. */
export function listFeeds(handbook: Handbook, locale: Locale): { path: string; write(): Promise<string> }[] {
  const { settings } = handbook;
  const title = settings.title[locale] ?? "";
  return [
    { path: filePath(settings, "feed.xml", locale), write: () => writeFeed(handbook, locale, title, () => true) },
    ...listAnyDocuments(handbook, locale, "roles").map(({ address: { id }, data }) => ({
      path: roleFeedPath(handbook, locale, id),
      write: () => writeFeed(handbook, locale, `${title} · ${data.title}`, (document) => isForRole(document, id)),
    })),
  ];
}

/** The newest changes as an RSS 2.0 feed, which names each change by its revision, so that readers do not take two for one. */
function writeFeed(handbook: Handbook, locale: Locale, title: string, isWanted: (document: Document) => boolean): Promise<string> {
  const { settings } = handbook;
  return getRssString({
    title,
    description: settings.tagline?.[locale] ?? title,
    site: absoluteUrl(settings, pathOf(settings, { page: "home", locale })),
    customData: `<language>${locale}</language>`,
    trailingSlash: true,
    items: listNewest(handbook, locale, newest, isWanted).changes.map(({ document, revision }) => ({
      title: document.data.title,
      link: absoluteUrl(settings, pathOf(settings, { page: "document", ...document.address })),
      pubDate: new Date(revision.date),
      description: readSubject(revision, locale).text,
      categories: [document.address.collection],
      customData: `<guid isPermaLink="false">${absoluteUrl(settings, pathOf(settings, { page: "revision", ...document.address, revision: revision.number }))}</guid>`,
    })),
  });
}
