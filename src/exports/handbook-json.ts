import { absoluteUrl, markdownPath, pathOf } from "#handbook/addresses.ts";
import type { Handbook } from "#handbook/handbook.ts";
import { findReviewDue } from "#handbook/review.ts";
import { documentKey } from "#source/audience.ts";

/** Raised when a field is removed or changes its meaning; new fields do not raise it. */
const version = 1;

/**
 * The whole handbook as JSON:
 * `{ version, title, url, locales, documents: [{ key, locale, collection, id, url, markdown, data, headings, words, reviewDue, usedIn }] }`.
 * `data` is the frontmatter of the document as its collection defines it, `usedIn` the keys of the documents that refer to it.
 */
export function writeHandbookJson(handbook: Handbook): string {
  const { settings } = handbook;
  const documents = handbook.documents.map((document) => ({
    key: documentKey(document),
    ...document.address,
    url: absoluteUrl(settings, pathOf(settings, { page: "document", ...document.address })),
    markdown: absoluteUrl(settings, markdownPath(settings, document.address)),
    data: document.data,
    headings: document.body.headings.map(({ depth, text, slug }) => ({ depth, text, slug })),
    words: document.body.words,
    reviewDue: findReviewDue(settings, document),
    usedIn: (handbook.backlinks.get(documentKey(document)) ?? []).map(documentKey),
  }));
  return JSON.stringify({
    version,
    title: settings.title,
    url: absoluteUrl(settings, settings.base),
    locales: settings.locales,
    documents,
  });
}
