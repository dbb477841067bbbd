import { getRssString } from "@astrojs/rss";
import { absoluteUrl, pathOf } from "#handbook/addresses.ts";
import type { Handbook } from "#handbook/handbook.ts";
import type { Locale } from "#model/fields.ts";

const newest = 50;

/** The newest changes of one locale as an RSS 2.0 feed. */
export function writeFeed(handbook: Handbook, locale: Locale): Promise<string> {
  const { settings } = handbook;
  return getRssString({
    title: settings.title[locale] ?? "",
    description: settings.tagline?.[locale] ?? settings.title[locale] ?? "",
    site: absoluteUrl(settings, pathOf(settings, { page: "home", locale })),
    customData: `<language>${locale}</language>`,
    trailingSlash: true,
    items: handbook.changes
      .filter(({ document }) => document.address.locale === locale)
      .slice(0, newest)
      .map(({ document, date, subject }) => ({
        title: document.data.title,
        link: absoluteUrl(settings, pathOf(settings, { page: "document", ...document.address })),
        pubDate: new Date(date),
        description: subject,
        categories: [document.address.collection],
      })),
  });
}
