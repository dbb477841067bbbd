import { absoluteUrl, markdownPath } from "#handbook/addresses.ts";
import { type Handbook, listDocuments } from "#handbook/handbook.ts";
import { collectionWords } from "#i18n/collections.ts";
import { collectionNames, type Locale } from "#model/fields.ts";

/** A table of contents for language models, as https://llmstxt.org describes it. */
export function writeLlms(handbook: Handbook, locale: Locale): string {
  const { settings } = handbook;
  const tagline = settings.tagline?.[locale];
  const sections = collectionNames.flatMap((collection) => {
    const documents = listDocuments(handbook, locale, collection);
    if (documents.length === 0) return [];
    const lines = documents.map(
      ({ address, data }) =>
        `- [${escape(data.title)}](${absoluteUrl(settings, markdownPath(settings, address))}): ${oneLine(data.summary)}`,
    );
    return [`## ${collectionWords[locale][collection].many}\n\n${lines.join("\n")}`];
  });
  return [`# ${settings.title[locale]}`, ...(tagline ? [`> ${oneLine(tagline)}`] : []), ...sections].join("\n\n").concat("\n");
}

/** All Markdown copies of one locale, one after another; `texts` are theirs by the file of the output. */
export function writeLlmsFull(handbook: Handbook, locale: Locale, files: readonly string[], texts: ReadonlyMap<string, string>): string {
  return [`# ${handbook.settings.title[locale]}`, ...files.map((file) => texts.get(file)?.trimEnd() ?? "")].join("\n\n").concat("\n");
}

function escape(text: string): string {
  return oneLine(text).replace(/[[\]\\]/g, "\\$&");
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
