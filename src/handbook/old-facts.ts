import { hash } from "node:crypto";
import type { BlockKind } from "#diff/blocks.ts";
import { type Digest, nameFieldValues } from "#handbook/digest.ts";
import { nameMeaning, normalizeValue } from "#handbook/meaning.ts";
import { readOldBody } from "#handbook/old-body.ts";
import { type OldText, readOldText, splitOldText } from "#history/old-text.ts";
import { collections, type Data } from "#model/collections.ts";
import type { CollectionName } from "#model/fields.ts";
import { type BodyFacts, emptyBody } from "#source/body.ts";
import type { Memory } from "#source/memory.ts";

/** An old text with its names: most of what is asked of it was worked out by an earlier build, which need not read it again. */
export interface OldSource {
  /** The hash of its blob. */
  blob: string;
  collection: CollectionName;
  source(): string;
}

/** What is told of an old text at a glance. */
export interface OldHead {
  /** A short name for its frontmatter. */
  frontmatter: string;
  /** Whether it may be a draft; one that does not have the word is none. */
  draft: boolean;
}

/** What the fields of an old text say. */
export interface OldFields {
  /** Names them: texts with the same name say the same in their fields. */
  name: string;
  /** Missing where they are not what today's schema asks for. */
  data?: Data | undefined;
  /** Missing where they are no YAML. */
  fields?: OldText["data"];
  /** The frontmatter as written, where it is no YAML. */
  frontmatter?: string | undefined;
  /** A short name for the value of each field. */
  names: Digest["fields"];
}

/** What takes long to read of an old text, as plain data. */
export interface OldFacts {
  /** What it leads to and how it is parted, without places and words. */
  body: BodyFacts;
  /** Names that: most revisions of a document change words alone, and share it. */
  name: string;
  words: number;
  /** Whether the text is no MDX. */
  broken: boolean;
  readonly blocks: Digest["blocks"];
  /** A short name for what the text says: two with the same one mean the same. */
  meaning: string;
}

export function readOldHead({ blob, source }: OldSource, memory: Memory): OldHead {
  return memory(["head", blob], () => {
    const text = source();
    // YAML can write any character by a backslash.
    return { frontmatter: nameText(splitOldText(text).frontmatter ?? "-"), draft: /draft|\\/.test(text) };
  });
}

/** Reads the fields of an old text; texts that have the same ones share them. */
export function readOldFields(text: OldSource, memory: Memory): OldFields {
  const { collection, source } = text;
  const { frontmatter } = readOldHead(text, memory);
  return memory(["fields", frontmatter, collection], () => {
    const { data: fields, frontmatter: written } = readOldText(source());
    const { data } = collections[collection].safeParse(fields);
    return {
      name: frontmatter,
      data,
      fields,
      frontmatter: fields ? undefined : written?.trim() || undefined,
      names: nameFieldValues(fields ?? {}),
    };
  });
}

/** Reads an old text as one of a collection, whatever is wrong with it; its Markdown is parsed once for all that is asked. */
export function readOldFacts(text: OldSource, memory: Memory): OldFacts {
  const { blob, collection } = text;
  let read: BodyFacts | undefined;
  const facts = memory(["past", blob, collection], () => {
    const source = text.source();
    const { frontmatter, body: written } = splitOldText(source);
    const { fields } = readOldFields(text, memory);
    const said = readOldBody(source);
    read = said?.body ?? emptyBody();
    return {
      name: nameText(JSON.stringify(forgetPlaces(read))),
      words: read.words,
      broken: said === undefined && written.trim() !== "",
      blocks: said && packBlocks(said.blocks),
      meaning: nameMeaning(fields ? normalizeValue(fields) : (frontmatter ?? ""), said?.meaning ?? written),
    };
  });
  return {
    ...facts,
    get blocks() {
      return facts.blocks === undefined ? undefined : unpackBlocks(facts.blocks);
    },
    body: memory(["body", facts.name], () => forgetPlaces(read ?? readOldBody(text.source())?.body ?? emptyBody())),
  };
}

type Blocks = NonNullable<Digest["blocks"]>;

/** Blocks as one text, because many thousands of small lists take long to read, and most builds need few of them. */
function packBlocks(blocks: Blocks): string {
  return blocks.flat().join(" ");
}

function unpackBlocks(packed: string): Blocks {
  const words = packed === "" ? [] : packed.split(" ");
  return Array.from({ length: words.length / 2 }, (_, index) => [words[2 * index] as BlockKind, words[2 * index + 1] ?? ""]);
}

/** Where things stand in a text of the past is asked by nobody. */
function forgetPlaces({ headings, links, images, elements }: BodyFacts): BodyFacts {
  const place = { line: 1, column: 1 };
  return {
    headings: headings.map((one) => ({ ...one, ...place })),
    links: links.map((one) => ({ ...one, ...place })),
    images: images.map((one) => ({ ...one, ...place })),
    elements: elements.map((one) => ({ ...one, ...place, depth: 0 })),
    variables: [],
    words: 0,
  };
}

/** Reads what a text says in short, which is that of no revision. */
export function digestText(source: string): Digest {
  return { blocks: readOldBody(source)?.blocks, fields: nameFieldValues(readOldText(source).data ?? {}) };
}

/** The variables that the fields of an old text declare, whatever else they say. */
export function readVariables(fields: OldText["data"]): Record<string, { label: string; example: string }> {
  const value = fields?.["variables"];
  if (value === null || typeof value !== "object") return {};
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => {
      const { label, example } = (one ?? {}) as { label?: unknown; example?: unknown };
      return [name, { label: String(label ?? name), example: String(example ?? "") }];
    }),
  );
}

function nameText(text: string): string {
  return hash("sha1", text, "base64url");
}
