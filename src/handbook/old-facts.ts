import { createHash } from "node:crypto";
import type { Root } from "mdast";
import { type Digest, nameFieldValues, readBlocks } from "#handbook/digest.ts";
import { normalizeValue, readMeaning } from "#handbook/meaning.ts";
import { type OldText, readOldText, splitOldText } from "#history/old-text.ts";
import { collections, type Data } from "#model/collections.ts";
import type { CollectionName } from "#model/fields.ts";
import { type BodyFacts, emptyBody, walkBody } from "#source/body.ts";
import { parseMdx } from "#source/mdx.ts";
import { type Memory, noMemory } from "#source/memory.ts";

/** An old text with its names: most of what is asked of it was worked out by an earlier build, which need not read it again. */
export interface OldSource {
  /** The hash of its blob. */
  blob: string;
  file: string;
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
  blocks: Digest["blocks"];
  /** A short name for what the text says: two with the same one mean the same. */
  meaning: string;
}

export function readOldHead({ blob, source }: OldSource, memory: Memory): OldHead {
  return memory(["head", blob], () => {
    const text = source();
    // YAML can write any character by a backslash.
    return { frontmatter: hash(splitOldText(text).frontmatter ?? "-"), draft: /draft|\\/.test(text) };
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
  const { blob, file, collection } = text;
  const walk = (source: string, tree: Root | undefined) => {
    const variables = Object.keys(readVariables(readOldFields(text, memory).fields));
    return tree ? walkBody(source, file, variables, tree).body : emptyBody();
  };
  let read: BodyFacts | undefined;
  const facts = memory(["past", blob, file, collection], () => {
    const source = text.source();
    const { frontmatter, body } = splitOldText(source);
    const { fields } = readOldFields(text, memory);
    const tree = parse(source, file);
    read = walk(source, tree);
    return {
      name: hash(JSON.stringify(forgetPlaces(read))),
      words: read.words,
      broken: tree === undefined && body.trim() !== "",
      blocks: tree && readBlocks(tree),
      meaning: readMeaning(fields ? normalizeValue(fields) : (frontmatter ?? ""), tree ?? body),
    };
  });
  return { ...facts, body: memory(["body", facts.name], () => forgetPlaces(read ?? walk(text.source(), parse(text.source(), file)))) };
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
export function digestText(source: string, file: string, collection: CollectionName): Digest {
  const text = { blob: "", file, collection, source: () => source };
  return { blocks: readOldFacts(text, noMemory).blocks, fields: readOldFields(text, noMemory).names };
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

/** Missing where the text is no MDX. */
function parse(source: string, file: string): Root | undefined {
  try {
    const parsed = parseMdx(source, file);
    return "tree" in parsed ? parsed.tree : undefined;
  } catch (cause) {
    // Because nothing keeps an old text from lying deeper than the stack.
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
}

function hash(text: string): string {
  return createHash("sha1").update(text).digest("base64url");
}
