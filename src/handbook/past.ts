import { hash } from "node:crypto";
import { resolveText } from "#handbook/body.ts";
import { findDocument, type Handbook } from "#handbook/handbook.ts";
import { findOldTarget, readOldDocument } from "#handbook/old-document.ts";
import { oncePerName } from "#handbook/once.ts";
import type { PublishedRevision } from "#handbook/revisions.ts";
import { type Leads, makeLeads, makeText, type Text } from "#handbook/text.ts";
import type { Document } from "#model/document.ts";
import type { CollectionName, Locale } from "#model/fields.ts";
import { listReferencesIn } from "#model/references.ts";

/** A revision of a document as it can be compared with another, whatever was wrong with it. */
export interface Past {
  number: number;
  /** The hash of the rest. */
  key: string;
  collection: CollectionName;
  /** The language of its text. */
  lang: Locale;
  /** Missing where the text is no MDX, or empty. */
  text: Text | undefined;
  /** A text that is no MDX, as it was written. */
  raw: string | undefined;
  /** Its fields, whatever today's schema asks for; missing where they are no YAML. */
  data: Readonly<Record<string, unknown>> | undefined;
  /** Frontmatter that is no YAML. */
  frontmatter: string | undefined;
  /** What documents that its fields name are called today, by `collection/id`. */
  titles: Record<string, string>;
  /** JSON holds the key alone, so that the hash of a page that compares revisions costs little. */
  toJSON(): string;
}

/** Reads a revision of `document`, as it is today, for comparing; each is read once. */
export function readPast(handbook: Handbook, document: Document, revision: PublishedRevision): Past {
  const known = pasts.get(revision);
  if (known) return known;
  const past = makePast(handbook, document, revision);
  pasts.set(revision, past);
  return past;
}

/** By revision, because a content folder that is read anew has new ones. */
const pasts = new WeakMap<PublishedRevision, Past>();

function makePast(handbook: Handbook, today: Document, revision: PublishedRevision): Past {
  const { document, hasText, fieldsName, raw, data, frontmatter } = readOldDocument(handbook, revision, today.address);
  const { collection, locale: lang } = document.address;
  const { locale } = today.address;
  const { number, blob, source, file } = revision;
  // Most revisions of a document lead to the same.
  const resolve = () => makeLeads(resolveText(handbook, document, locale, findOldTarget));
  const leads = hasText ? leadsOf(handbook, [revision.facts().name, fieldsName, file, lang, locale].join("\0"), resolve) : undefined;
  const text = leads && makeText(leads, lang, blob, source);
  const name = () => nameReferences(handbook, collection, data ?? {}, locale);
  const titles = titlesOf(handbook, [fieldsName, collection, locale].join("\0"), name);
  // All that the text and the fields say follows from the blob.
  const key = hash("sha1", JSON.stringify([number, collection, lang, blob, text, titles]), "base64url");
  return { number, key, collection, lang, text, raw, data, frontmatter, titles, toJSON: () => key };
}

const leadsOf = oncePerName<Leads>();
const titlesOf = oncePerName<Record<string, string>>();

/** Only documents that readers of this build may see have a title. */
function nameReferences(handbook: Handbook, collection: CollectionName, data: object, locale: Locale): Record<string, string> {
  const titles: Record<string, string> = {};
  for (const { collection: named, id } of listReferencesIn(collection, data)) {
    const target = named && findDocument(handbook, locale, named, id);
    if (target) titles[`${named}/${id}`] = target.data.title;
  }
  return titles;
}
