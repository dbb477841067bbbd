import { stringify } from "yaml";
import type { FindTarget } from "#handbook/body.ts";
import type { PublishedRevision } from "#handbook/revisions.ts";
import { findFormer } from "#handbook/former-paths.ts";
import { readOldText } from "#history/old-text.ts";
import type { Data } from "#model/collections.ts";
import type { Address, Document } from "#model/document.ts";
import { type CollectionName, localeNames } from "#model/fields.ts";
import type { Settings } from "#model/settings.ts";
import { documentKey, type GatedContent } from "#source/audience.ts";
import { type BodyFacts, readBody } from "#source/body.ts";
import { readAnchor, resolvePath } from "#source/content.ts";
import { parseTree, readDocument } from "#source/document.ts";
import { readFileName } from "#source/file-name.ts";
import { parseMdx } from "#source/mdx.ts";
import { noMemory } from "#source/memory.ts";

/** A document as it was; whatever was wrong with it, there is something to read. */
export interface OldDocument {
  /** Its data are complete only where `fits` says so. */
  document: Document;
  /** Whether its fields are what today's schema asks for. */
  fits: boolean;
  title: string | undefined;
  /** The fields as YAML gives them; missing where the frontmatter is no YAML. */
  data: Readonly<Record<string, unknown>> | undefined;
  /** Empty where they fit. */
  fields: { name: string; value: string }[];
  /** The frontmatter as written, where it is no YAML. */
  frontmatter: string | undefined;
  /** The text as written, where it is no MDX. */
  raw: string | undefined;
}

/** Reads a revision, once, as a document of the collection and the language it had then, or else has at `today`. */
export function readOldDocument(content: GatedContent, revision: OldSource, today: Address): OldDocument {
  const known = read.get(revision) ?? makeOldDocument(content, revision, today);
  read.set(revision, known);
  return known;
}

type OldSource = Pick<PublishedRevision, "source" | "file" | "blob">;

/** By revision, because a content folder that is read anew has new ones. */
const read = new WeakMap<OldSource, OldDocument>();

function makeOldDocument(content: GatedContent, { source, file, blob }: OldSource, today: Address): OldDocument {
  const { settings, audience, memory = noMemory } = content;
  const named = readFileName(file, localeNames);
  const address = "address" in named ? named.address : today;
  const { collection } = address;
  const { data, fields, ...facts } = memory(["past", blob, file, collection, ...settings.audiences], () =>
    readFacts(source, file, collection, settings),
  );
  const variables = readVariables(fields?.["variables"]);
  const document: Document = {
    address,
    file,
    position: Infinity,
    audience,
    data: data ?? ({ variables } as Data),
    source,
    body: { ...facts.body, parse: () => parseTree(source, file) },
    pictures: [],
    locate: () => ({ file, line: 1, column: 1 }),
  };
  return {
    document,
    fits: data !== undefined,
    title: data?.title ?? readTitle(fields?.["title"]),
    data: fields,
    fields: data
      ? []
      : Object.entries(fields ?? {}).flatMap(([name, value]) => (name === "title" ? [] : [{ name, value: writeField(value) }])),
    frontmatter: facts.frontmatter,
    raw: facts.broken ? readOldText(source).body.trim() : undefined,
  };
}

/** What takes long to read of an old text, as plain data. */
interface OldFacts {
  /** Missing where the fields are not what today's schema asks for. */
  data?: Data | undefined;
  /** Missing where they are no YAML. */
  fields?: Readonly<Record<string, unknown>> | undefined;
  frontmatter?: string | undefined;
  body: BodyFacts;
  /** Whether the text is no MDX. */
  broken: boolean;
}

function readFacts(source: string, file: string, collection: CollectionName, settings: Settings): OldFacts {
  const text = readOldText(source);
  const facts = readDocument(source, file, collection, settings);
  const body = facts.body ?? readBody(source, file, Object.keys(readVariables(text.data?.["variables"]))).body;
  return {
    data: facts.data,
    fields: text.data,
    frontmatter: text.data ? undefined : text.frontmatter?.trim() || undefined,
    body,
    // A text that could not be parsed has no words, and parsing it again takes longest of all.
    broken: body.words === 0 && text.body.trim() !== "" && "problem" in parseMdx(source, file),
  };
}

/** Finds what links of an old text lead to today: by the path, by the name where the file was only given another number, or by a former path. */
export const findOldTarget: FindTarget = (handbook, document, url) => {
  const { byFile, byKey } = handbook;
  const anchor = /#.*$/s.exec(url)?.[0] ?? "";
  const has = ({ body }: Document) => body.headings.some((one) => one.slug === readAnchor(url));
  if (url === anchor) return has(document) ? { target: undefined, anchor } : undefined;
  const path = resolvePath(document.file, url) ?? "";
  const named = readFileName(path, localeNames);
  const target = byFile.get(path) ?? ("address" in named ? byKey.get(documentKey(named)) : undefined) ?? findFormer(handbook, path);
  return target && { target, anchor: has(target) ? anchor : "" };
};

function readTitle(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

function writeField(value: unknown): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value) && value.every((one) => typeof one === "string")) return value.join(", ");
  return stringify(value).trim();
}

function readVariables(value: unknown): Record<string, { label: string; example: string }> {
  if (value === null || typeof value !== "object") return {};
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => {
      const { label, example } = (one ?? {}) as { label?: unknown; example?: unknown };
      return [name, { label: String(label ?? name), example: String(example ?? "") }];
    }),
  );
}
