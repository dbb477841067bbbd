import { stringify } from "yaml";
import type { FindTarget } from "#handbook/body.ts";
import type { PublishedRevision } from "#handbook/revisions.ts";
import { findFormer } from "#handbook/former-paths.ts";
import { readVariables } from "#handbook/old-facts.ts";
import { readOldText } from "#history/old-text.ts";
import type { Data } from "#model/collections.ts";
import type { Address, Document } from "#model/document.ts";
import { documentKey, type GatedContent } from "#source/audience.ts";
import { readAnchor, resolvePath } from "#source/content.ts";
import { emptyBody } from "#source/body.ts";
import { parseTree } from "#source/document.ts";
import { readAnyFileName } from "#source/file-name.ts";

/** A document as it was; whatever was wrong with it, there is something to read. */
export interface OldDocument {
  /** Its data are complete only where `fits` says so. */
  document: Document;
  /** The same without its text. */
  outline: Document;
  /** Names what its fields say. */
  fieldsName: string;
  /** Whether there is any text that is MDX. */
  hasText: boolean;
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

type OldSource = Pick<PublishedRevision, "source" | "file" | "fields" | "facts">;

/** By revision, because a content folder that is read anew has new ones. */
const read = new WeakMap<OldSource, OldDocument>();

function makeOldDocument({ audience }: GatedContent, revision: OldSource, today: Address): OldDocument {
  const { file } = revision;
  const named = readAnyFileName(file);
  const address = "address" in named ? named.address : today;
  const { name, data, fields, frontmatter } = revision.fields();
  const { body, broken, words } = revision.facts();
  const variables = readVariables(fields);
  const facts = {
    address,
    file,
    position: Infinity,
    audience,
    data: data ?? ({ variables } as Data),
    pictures: [],
    locate: () => ({ file, line: 1, column: 1 }),
  };
  const { elements, images } = body;
  return {
    document: {
      ...facts,
      // Not every build reads it.
      get source() {
        return revision.source();
      },
      body: { ...body, words, parse: () => parseTree(revision.source(), file) },
    },
    outline: { ...facts, source: "", body: { ...emptyBody(), words, parse: () => ({ type: "root", children: [] }) } },
    hasText: !broken && (words > 0 || elements.length > 0 || images.length > 0),
    fieldsName: name,
    fits: data !== undefined,
    title: data?.title ?? readTitle(fields?.["title"]),
    data: fields,
    fields: data
      ? []
      : Object.entries(fields ?? {}).flatMap(([name, value]) => (name === "title" ? [] : [{ name, value: writeField(value) }])),
    frontmatter,
    raw: broken ? readOldText(revision.source()).body.trim() : undefined,
  };
}

/** Finds what links of an old text lead to today: by the path, by the name where the file was only given another number, or by a former path. */
export const findOldTarget: FindTarget = (handbook, document, url) => {
  const { byFile, byKey } = handbook;
  const anchor = /#.*$/s.exec(url)?.[0] ?? "";
  const has = ({ body }: Document) => body.headings.some((one) => one.slug === readAnchor(url));
  if (url === anchor) return has(document) ? { target: undefined, anchor } : undefined;
  const path = resolvePath(document.file, url) ?? "";
  const named = readAnyFileName(path);
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
