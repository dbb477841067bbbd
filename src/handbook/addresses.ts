import { createHash } from "node:crypto";
import type { Address } from "#model/document.ts";
import type { CollectionName, Locale } from "#model/fields.ts";
import type { Settings } from "#model/settings.ts";
import type { Picture } from "#source/image.ts";

/** Where a page is; the only thing that is passed around instead of a URL. */
export type PageAddress =
  | { page: "home" | "search" | "changes" | "editions"; locale: Locale }
  | { page: "edition" | "edition-changes" | "edition-search"; locale: Locale; edition: string }
  | { page: "collection"; locale: Locale; collection: CollectionName }
  | ({ page: "document" } & Address)
  | ({ page: "history" } & Address)
  | ({ page: "revision"; revision: number } & Address);

/** The parameters of the route that shows a page. */
export interface RouteParameters {
  locale: string | undefined;
  edition?: string;
  collection?: CollectionName;
  id?: string;
  /** Such as `r2`. */
  revision?: string;
}

export function routeParameters(settings: Settings, address: PageAddress): RouteParameters {
  const locale = address.locale === settings.locales[0] ? undefined : address.locale;
  if ("edition" in address) return { locale, edition: address.edition };
  if (!("collection" in address)) return { locale };
  if (address.page === "collection") return { locale, collection: address.collection };
  const { collection, id } = address;
  return { locale, collection, id, ...(address.page === "revision" && { revision: `r${address.revision}` }) };
}

/** The file of the output that holds a page, such as `en/stages/demo/index.html`. */
export function outputFile(settings: Settings, address: PageAddress): string {
  return `${segments(settings, address).join("/")}/index.html`.replace(/^\//, "");
}

/** The file of the output that leads from an old path, with or without the base path, to a new one. */
export function redirectFile(settings: Settings, from: string): string {
  const path = from.startsWith(settings.base) ? from.slice(settings.base.length) : from.slice(1);
  return /\.html?$/.test(path) ? path : `${path.replace(/\/$/, "")}/index.html`.replace(/^\//, "");
}

/** A page's path on its host, percent-encoded, base path included: `/en/stages/demo/`. */
export function pathOf(settings: Settings, address: PageAddress): string {
  return sitePath(
    settings,
    segments(settings, address)
      .map((one) => `${one}/`)
      .join(""),
  );
}

/** A path that goes on reading in an edition: the browser takes its name from there. */
export function inEdition(path: string, edition: string): string {
  return `${path}?edition=${encodeURIComponent(edition)}`;
}

/** The path of the Markdown copy of a document: its address with `.md` in place of the last slash. */
export function markdownPath(settings: Settings, address: Address): string {
  return sitePath(settings, markdownFile(settings, address));
}

/** The file of the output that holds a document's Markdown copy. */
export function markdownFile(settings: Settings, address: Address): string {
  return `${segments(settings, { page: "document", ...address }).join("/")}.md`;
}

/** The path of the published copy of a picture. */
export function picturePath(settings: Settings, picture: Picture): string {
  return sitePath(settings, `media/${picture.name}`);
}

/** The file of the output that holds the owners' style sheet; its name changes with its text. */
export function themeFile(text: string): string {
  return `theme.${createHash("sha256").update(text).digest("hex").slice(0, 16)}.css`;
}

/** The path of the words that search says, which the browser fetches with it. */
export function searchWordsPath(settings: Settings, locale: Locale): string {
  return filePath(settings, "search/words.json", locale);
}

/** The path of a file that stands once for each language (`feed.xml`) or once for the site (`handbook.json`). */
export function filePath(settings: Settings, name: string, locale?: Locale): string {
  return sitePath(settings, locale && locale !== settings.locales[0] ? `${locale}/${name}` : name);
}

/** A whole web address for a path on this host. */
export function absoluteUrl(settings: Settings, path: string): string {
  return new URL(path, settings.url).href;
}

/** The path of a file of the output. */
export function sitePath(settings: Settings, path: string): string {
  const whole = `${settings.base}${path}`;
  // Most paths need no encoding, and there are many.
  return /^[\w/.-]*$/.test(whole) ? whole : encodeURI(whole);
}

function segments(settings: Settings, address: PageAddress): string[] {
  const prefix = address.locale === settings.locales[0] ? [] : [address.locale];
  switch (address.page) {
    case "home":
      return prefix;
    case "search":
    case "changes":
    case "editions":
      return [...prefix, address.page];
    case "edition":
      return [...prefix, "editions", address.edition];
    case "edition-changes":
      return [...prefix, "editions", address.edition, "changes"];
    case "edition-search":
      return [...prefix, "editions", address.edition, "search"];
    case "collection":
      return [...prefix, address.collection];
    case "document":
      return [...prefix, address.collection, address.id];
    case "history":
      return [...prefix, address.collection, address.id, "history"];
    case "revision":
      return [...prefix, address.collection, address.id, `r${address.revision}`];
  }
}
