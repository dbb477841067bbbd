import type { Root } from "mdast";
import { type Digest, readBlocks } from "#handbook/digest.ts";
import { readMeaning } from "#handbook/meaning.ts";
import { type BodyFacts, joinBodies, plainText, walkBody } from "#source/body.ts";
import { parseMdx } from "#source/mdx.ts";
import { rememberLately } from "#source/memory.ts";
import { joinAtMarks, mark, splitText } from "#source/parts.ts";

/** What is read of the Markdown of an old text, or of a part of one. */
export interface OldBody {
  /** With places that mean nothing. */
  body: BodyFacts;
  blocks: NonNullable<Digest["blocks"]>;
  /** See `nameMeaning`. */
  meaning: string[];
}

/** A part of a text, which is read when that of which it is a part is. */
interface OldPart {
  source: string;
  /** Undefined where it is no MDX. */
  read?: OldBody | undefined;
}

/** From one revision to the next most parts stay as they are. */
const memory = rememberLately(8000);

/** Reads a text part by part; undefined where it is no MDX. */
export function readOldBody(source: string): OldBody | undefined {
  const parts = splitText(source)?.map((part) => memory([part.source], (): OldPart => ({ source: part.source })));
  if (!parts) return readWhole(source);
  const fresh = new Set(parts.filter((one) => !("read" in one)));
  readParts([...fresh]);
  const read = parts.map((one) => one.read);
  if (!read.every((one) => one !== undefined)) return readWhole(source);
  return {
    body: joinBodies(read.map((one) => one.body)),
    blocks: read.flatMap((one) => one.blocks),
    meaning: read.flatMap((one) => one.meaning),
  };
}

/** Reads parts at once, or one by one where that fails. */
function readParts(parts: readonly OldPart[]): void {
  const read = parts.length > 1 ? unlessTooDeep(() => readJoined(parts)) : undefined;
  for (const [index, part] of parts.entries()) part.read = read ? read[index] : readWhole(part.source);
}

function readJoined(parts: readonly OldPart[]): OldBody[] | undefined {
  const source = joinAtMarks(parts) ?? "";
  const tree = parse(source);
  const trees = tree ? cutAtMarks(tree) : [];
  return trees.length === parts.length ? trees.map((one) => readTree(one, source)) : undefined;
}

function readWhole(source: string): OldBody | undefined {
  return unlessTooDeep(() => {
    const tree = parse(source);
    return tree && readTree(tree, source);
  });
}

function parse(source: string): Root | undefined {
  const parsed = parseMdx(source, "");
  return "tree" in parsed ? parsed.tree : undefined;
}

function readTree(tree: Root, source: string): OldBody {
  return { body: walkBody(source, "", [], tree).body, blocks: readBlocks(tree), meaning: [readMeaning(tree)] };
}

/** Nothing keeps an old text from lying deeper than the stack. */
function unlessTooDeep<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
}

function cutAtMarks({ children }: Root): Root[] {
  const trees: Root[] = [{ type: "root", children: [] }];
  for (const child of children) {
    if (child.type === "paragraph" && plainText(child) === mark) trees.push({ type: "root", children: [] });
    else trees.at(-1)?.children.push(child);
  }
  return trees;
}
