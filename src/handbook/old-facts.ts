import type { Root } from "mdast";
import { type Digest, nameFieldValues, readDigest } from "#handbook/digest.ts";
import { normalizeValue, readMeaning } from "#history/meaning.ts";
import { type OldText, readOldText, splitOldText } from "#history/old-text.ts";
import { collections, type Data } from "#model/collections.ts";
import type { CollectionName } from "#model/fields.ts";
import { type BodyFacts, emptyBody, walkBody } from "#source/body.ts";
import { parseMdx } from "#source/mdx.ts";

/** What takes long to read of an old text, as plain data. */
export interface OldFacts {
  /** Missing where the fields are not what today's schema asks for. */
  data?: Data | undefined;
  /** Missing where they are no YAML. */
  fields?: OldText["data"];
  /** The frontmatter as written, where it is no YAML. */
  frontmatter?: string | undefined;
  body: BodyFacts;
  /** Whether the text is no MDX. */
  broken: boolean;
  digest: Digest;
  /** A short name for what the text says: two with the same one mean the same. */
  meaning: string;
}

/** Reads an old text as one of a collection, whatever is wrong with it; its Markdown is parsed once for all that is asked. */
export function readOldFacts(source: string, file: string, collection: CollectionName): OldFacts {
  const { frontmatter, body } = splitOldText(source);
  const fields = readFields(source, frontmatter, collection);
  const tree = parse(source, file);
  return {
    data: fields.data,
    fields: fields.written,
    frontmatter: fields.written ? undefined : frontmatter?.trim() || undefined,
    body: tree ? walkBody(source, file, Object.keys(readVariables(fields.written)), tree).body : emptyBody(),
    broken: tree === undefined && body.trim() !== "",
    digest: readDigest(fields.names, tree),
    meaning: readMeaning(fields.meant ?? frontmatter ?? "", tree ?? body),
  };
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

interface Fields {
  written: OldText["data"];
  data: Data | undefined;
  names: Digest["fields"];
  /** What they say, in one form; missing where they are no YAML. */
  meant: unknown;
}

/** The fields that were read last, because most revisions of a document leave them as they were. */
let recent: (Fields & { frontmatter: string | undefined; collection: CollectionName }) | undefined;

function readFields(source: string, frontmatter: string | undefined, collection: CollectionName): Fields {
  if (recent?.frontmatter === frontmatter && recent?.collection === collection) return recent;
  const { data: written } = readOldText(source);
  const { data } = collections[collection].safeParse(written);
  recent = { frontmatter, collection, written, data, names: nameFieldValues(written ?? {}), meant: written && normalizeValue(written) };
  return recent;
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
