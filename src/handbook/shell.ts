import { hash } from "node:crypto";
import { absoluteUrl, filePath, pathOf, type PageAddress, picturePath, searchWordsPath, themeFile } from "#handbook/addresses.ts";
import { type Card, describeCard } from "#handbook/card.ts";
import { findDocument, type Handbook, listAnyDocuments } from "#handbook/handbook.ts";
import { oncePerLocale, oncePerName } from "#handbook/once.ts";
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

type Own = Omit<Shell, keyof Common>;

function describeOwn(handbook: Handbook, address: PageAddress): Own {
  const { settings } = handbook;
  const path = pathOf(settings, address);
  return {
    page: address.page,
    url: absoluteUrl(settings, path),
    current: "collection" in address ? address.collection : undefined,
    ...(address.page === "history" || address.page === "revision"
      ? describePast(handbook, address, path)
      : describePresent(handbook, address)),
  };
}

function describePresent(handbook: Handbook, address: PageAddress): Omit<Own, "page" | "url" | "current"> {
  const { settings } = handbook;
  const own = textLocale(handbook, address);
  return {
    canonical: absoluteUrl(settings, pathOf(settings, { ...address, locale: own })),
    noindex: own !== address.locale || address.page === "edition-search",
    alternates: settings.locales.map((locale) => {
      const path = pathOf(settings, { ...address, locale });
      const translated = textLocale(handbook, { ...address, locale }) === locale;
      return { locale, path, url: translated ? absoluteUrl(settings, path) : undefined };
    }),
    document: undefined,
  };
}

function describePast(handbook: Handbook, address: PastAddress, path: string): Omit<Own, "page" | "url" | "current"> {
  const { page, locale, collection, id } = address;
  const shared = ofPast(handbook, [page, locale, collection, id].join("/"), () => ({
    ...describeToday(handbook, address),
    noindex: true,
    alternates: handbook.settings.locales.map((one) => ({
      locale: one,
      path: pathOf(handbook.settings, findCounterpart(handbook, address, one)),
      url: undefined,
    })),
  }));
  return { ...shared, alternates: shared.alternates.map((one) => (one.locale === locale ? { ...one, path } : one)) };
}

type PastAddress = PageAddress & { page: "history" | "revision" };

/** The pages of one document's past lead to the same. */
const ofPast = oncePerName<Omit<Own, "page" | "url" | "current">>();

/** The document of today that a page of the past belongs to, and where search engines find it; both are missing where it is gone. */
function describeToday(handbook: Handbook, { locale, collection, id }: Address): Pick<Shell, "canonical" | "document"> {
  const { settings, byKey } = handbook;
  const own = byKey.get(`${locale}/${collection}/${id}`);
  const card = own && describeCard(settings, own, locale);
  return {
    canonical: findDocument(handbook, locale, collection, id)
      ? absoluteUrl(settings, pathOf(settings, { page: "document", locale, collection, id }))
      : undefined,
    document: card && { title: card.title, path: card.path, lang: card.lang },
  };
}

/** What the language switch leads to from a page of the past: revisions of one language have no counterparts in another. */
function findCounterpart(handbook: Handbook, address: PastAddress, locale: Locale): PageAddress {
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
