import { SitemapStream, streamToPromise } from "sitemap";
import { absoluteUrl, type PageAddress, pathOf } from "#handbook/addresses.ts";
import type { Handbook } from "#handbook/handbook.ts";
import { planPages } from "#handbook/plan.ts";

/** Every page of today in its own language with its translations, as https://www.sitemaps.org/protocol.html describes it. */
export async function writeSitemap(handbook: Handbook): Promise<string> {
  const { settings } = handbook;
  const stream = new SitemapStream({ hostname: settings.url, xmlns: { news: false, video: false, image: false, xhtml: true } });
  for (const address of planPages(handbook)) {
    if (["search", "history", "revision", "edition-search"].includes(address.page) || !isOwn(handbook, address)) continue;
    const document = address.page === "document" ? handbook.byKey.get(`${address.locale}/${address.collection}/${address.id}`) : undefined;
    const date = document && handbook.history.get(document.file)?.revisions.at(-1)?.date;
    const links = settings.locales
      .map((locale) => ({ ...address, locale }))
      .filter((one) => isOwn(handbook, one))
      .map((one) => ({ lang: one.locale, url: absoluteUrl(settings, pathOf(settings, one)) }));
    stream.write({
      url: absoluteUrl(settings, pathOf(settings, address)),
      ...(date && { lastmod: date }),
      ...(links.length > 1 && { links }),
    });
  }
  stream.end();
  return (await streamToPromise(stream)).toString();
}

/** Whether the page shows text in its own language. */
function isOwn(handbook: Handbook, address: PageAddress): boolean {
  return address.page !== "document" || handbook.byKey.has(`${address.locale}/${address.collection}/${address.id}`);
}
