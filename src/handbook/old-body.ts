import { type Digest, readBlocks } from "#handbook/digest.ts";
import { readMeaning } from "#handbook/meaning.ts";
import { type BodyFacts, joinBodies, walkBody } from "#source/body.ts";
import { parseMdx } from "#source/mdx.ts";
import { rememberLately } from "#source/memory.ts";
import { splitText } from "#source/parts.ts";

/** What is read of the Markdown of an old text, or of a part of one. */
export interface OldBody {
  /** With places that mean nothing. */
  body: BodyFacts;
  blocks: NonNullable<Digest["blocks"]>;
  /** See `nameMeaning`. */
  meaning: string[];
}

/** From one revision to the next most parts stay as they are. */
const memory = rememberLately(8000);

/** Reads a text part by part; undefined where it is no MDX. */
export function readOldBody(source: string): OldBody | undefined {
  const parts = splitText(source)?.map((part) => memory([part.source], () => readPart(part.source)));
  if (!parts?.every((one) => one !== undefined)) return readPart(source);
  return {
    body: joinBodies(parts.map((one) => one.body)),
    blocks: parts.flatMap((one) => one.blocks),
    meaning: parts.flatMap((one) => one.meaning),
  };
}

function readPart(source: string): OldBody | undefined {
  try {
    const parsed = parseMdx(source, "");
    if ("problem" in parsed) return undefined;
    const { tree } = parsed;
    return { body: walkBody(source, "", [], tree).body, blocks: readBlocks(tree), meaning: [readMeaning(tree)] };
  } catch (cause) {
    // Because nothing keeps an old text from lying deeper than the stack.
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
}
