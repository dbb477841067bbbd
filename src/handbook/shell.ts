import { hash } from "node:crypto";
import { absoluteUrl, filePath, pathOf, type PageAddress, picturePath, searchWordsPath, themeFile } from "#handbook/addresses.ts";
import { type Card, describeCard } from "#handbook/card.ts";
import { findDocument, type Handbook, listAnyDocuments } from "#handbook/handbook.ts";
import { oncePerLocale } from "#handbook/once.ts";
import { writeTheme } from "#handbook/theme.ts";
import type { Address } from "#model/document.ts";
import { type CollectionName, collectionNames, type Locale } from "#model/fields.ts";

/** What surrounds every page of a language. */
interface Common {
  locale: Locale;
  siteTitle: string;
  base: string;
  home: string;
  search: string;
  /** Of what search says to those who use it. */
  searchWords: string;
  feed: string;
  changes: string;
  /** Missing where there is no edition. */
  editions: string | undefined;
  icon: string;
  logo: { src: string; width: number; height: number } | undefined;
  /** The owners' style sheet. */
  theme: string | undefined;
  collections: NavigationItem[];
  /** The roles for which a reader can have the handbook shown. */
  roles: Pick<Card, "id" | "title" | "lang">[];
}

/** What surrounds a page: its head, navigation and language switch, as plain data. */
export interface Shell extends Common {
  page: PageAddress["page"] | "missing";
  /** The page's whole web address, and that of the page that search engines should keep, where there is one. */
  url: string;
  canonical: string | undefined;
  /** Whether search engines should leave it out, because it is old or stands in another language elsewhere. */
  noindex: boolean;
  /** The same page in each language. */
  alternates: Alternate[];
  /** On a page of the past, the document of today that it belongs to. */
  document: Pick<Card, "title" | "path" | "lang"> | undefined;
  /** The collection the page belongs to. */
  current: CollectionName | undefined;
}

export interface Alternate {
  locale: Locale;
  path: string;
  /** Missing for a page that only shows another language's text. */
  url: string | undefined;
}

export interface NavigationItem {
  collection: CollectionName;
  path: string;
}

/** Describes the surroundings of the page at `address`. In JSON, what all pages of a language share is named by a hash. */
export function describeShell(handbook: Handbook, address: PageAddress): Shell {
  const { common, key } = describeCommon(handbook, address.locale);
  const own = describeOwn(handbook, address);
  const shell: Shell = { ...common, ...own };
  // Not copied with the rest, because what is made of a copy says something else.
  return Object.defineProperty(shell, "toJSON", { value: () => [key, own] });
}

const describeCommon = oncePerLocale((handbook, locale) => {
  const { settings } = handbook;
  const common: Common = {
    locale,
    siteTitle: settings.title[locale] ?? "",
    base: settings.base,
    home: pathOf(settings, { page: "home", locale }),
    search: pathOf(settings, { page: "search", locale }),
    searchWords: searchWordsPath(settings, locale),
    feed: filePath(settings, "feed.xml", locale),
    changes: pathOf(settings, { page: "changes", locale }),
    editions: handbook.editions.byLocale.get(locale)?.length ? pathOf(settings, { page: "editions", locale }) : undefined,
    icon: filePath(settings, "favicon.svg"),
    ...describeTheme(handbook),
    collections: listCollections(handbook, locale).map((collection) => ({
      collection,
      path: pathOf(settings, { page: "collection", locale, collection }),
    })),
    roles: listAnyDocuments(handbook, locale, "roles").map((one) => {
      const { id, title, lang } = describeCard(settings, one, locale);
      return { id, title, lang };
    }),
  };
  return { common, key: hash("sha1", JSON.stringify(common), "base64url") };
});

function describeOwn(handbook: Handbook, address: PageAddress): Omit<Shell, keyof Common> {
  const { settings } = handbook;
  const { locale } = address;
  const own = textLocale(handbook, address);
  const old = address.page === "history" || address.page === "revision";
  const kept: PageAddress = old ? { ...address, page: "document" } : { ...address, locale: own };
  const gone = kept.page === "document" && findDocument(handbook, locale, kept.collection, kept.id) === undefined;
  const canonical = gone ? undefined : absoluteUrl(settings, pathOf(settings, kept));
  return {
    page: address.page,
    url: absoluteUrl(settings, pathOf(settings, address)),
    canonical,
    noindex: old || own !== locale || address.page === "edition-search",
    alternates: settings.locales.map((one) => {
      if (old) return { locale: one, path: pathOf(settings, findCounterpart(handbook, address, one)), url: undefined };
      const path = pathOf(settings, { ...address, locale: one });
      const translated = textLocale(handbook, { ...address, locale: one }) === one;
      return { locale: one, path, url: translated ? absoluteUrl(settings, path) : undefined };
    }),
    document: old ? describeToday(handbook, address) : undefined,
    current: "collection" in address ? address.collection : undefined,
  };
}

function describeToday({ settings, byKey }: Handbook, { locale, collection, id }: Address): Shell["document"] {
  const document = byKey.get(`${locale}/${collection}/${id}`);
  if (!document) return undefined;
  const { title, path, lang } = describeCard(settings, document, locale);
  return { title, path, lang };
}

/** What the language switch leads to from a page of the past: revisions of one language have no counterparts in another. */
function findCounterpart(handbook: Handbook, address: PageAddress & Address, locale: Locale): PageAddress {
  const { byKey, history } = handbook;
  const { collection, id } = address;
  if (locale === address.locale) return address;
  if (!findDocument(handbook, locale, collection, id)) return { page: "home", locale };
  const document = byKey.get(`${locale}/${collection}/${id}`);
  const page = address.page === "history" && document && history.has(document.file) ? "history" : "document";
  return { page, locale, collection, id };
}

/** The collections that have documents. */
export function listCollections(handbook: Handbook, locale: Locale): CollectionName[] {
  return collectionNames.filter((collection) => listAnyDocuments(handbook, locale, collection).length > 0);
}

/** The language of the text that a page shows. */
function textLocale(handbook: Handbook, address: PageAddress): Locale {
  if (address.page !== "document") return address.locale;
  return findDocument(handbook, address.locale, address.collection, address.id)?.address.locale ?? address.locale;
}

function describeTheme(handbook: Handbook): Pick<Shell, "logo" | "theme"> {
  const { logo } = handbook.theme;
  const text = writeTheme(handbook);
  return {
    logo: logo && { src: picturePath(handbook.settings, logo), width: logo.width, height: logo.height },
    theme: text === undefined ? undefined : filePath(handbook.settings, themeFile(text)),
  };
}
