import { readFileSync } from "node:fs";
import { join } from "node:path";
import { outputFile, type PageAddress } from "#handbook/addresses.ts";
import { collectionWords } from "#i18n/collections.ts";
import type { Settings } from "#model/settings.ts";
import { type Copy, readCopies } from "./bench-copies.ts";
import { writePageText } from "./bench-page-text.ts";
import type { Book, PageText } from "./bench-peers.ts";

/**
 * What the pages of a built site say, for other generators: the start pages, the indexes that the bench opens, and for each
 * document its page's article, in which the facts of its frontmatter stand beside its text.
 */
export function readBook(site: string, settings: Settings): Book & { copies: Copy[] } {
  const copies = readCopies(site);
  const base = copies[0]?.base ?? settings.url;
  const readText = (file: string, selector: string) =>
    writePageText(readFileSync(join(site, file), "utf8"), selector, new URL(base).origin);
  const readPage = (address: PageAddress, title: string): PageText => {
    const file = outputFile(settings, address);
    return { stem: file.replace(/\.html$/, ""), locale: address.locale, title, body: readText(file, "main"), base };
  };
  return {
    copies: copies.map((copy) => ({ ...copy, body: readText(`${copy.stem}/index.html`, "article") })),
    titles: settings.title,
    starts: settings.locales.map((locale) => {
      const title = settings.title[locale] ?? "";
      return { ...readPage({ page: "home", locale }, title), tagline: settings.tagline?.[locale] ?? title };
    }),
    indexes: settings.locales.flatMap((locale) =>
      (["objections", "terms"] as const).map((collection) =>
        readPage({ page: "collection", locale, collection }, collectionWords[locale][collection].many),
      ),
    ),
  };
}
