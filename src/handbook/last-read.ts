import { blameText, type ChangeSince, isSame } from "#handbook/blame.ts";
import { type Digest, locateBlocks } from "#handbook/digest.ts";
import type { Handbook } from "#handbook/handbook.ts";
import { digestText } from "#handbook/old-facts.ts";
import type { PublishedHistory, PublishedRevision } from "#handbook/revisions.ts";
import type { BlockBlame, BlockNode, BodyBlame } from "#model/body.ts";
import type { Document } from "#model/document.ts";
import { documentKey } from "#source/audience.ts";
import { readAnyFileName } from "#source/file-name.ts";
import { noMemory } from "#source/memory.ts";

/**
 * What a browser remembers of a document that was read: its name there, such as `/en/guides/plans`, the newest revision in
 * which readers see a change, and a short name for the text, which tells whether a number still means the same revision.
 */
export type ReadMark = [name: string, revision: number, id: string];

/** All that the browser needs to tell what changed since a reader last saw a document. */
export interface LastRead {
  mark: ReadMark;
  /** Names under which the document was read before it was renamed. */
  former: string[];
  /** The revisions that can be told apart, oldest first. */
  known: [number: number, id: string][];
  since: ChangeSince[];
}

/** What lists say of a document, so that the browser can tell whether it changed; missing where it has no revision. */
export function describeReadMark(handbook: Handbook, document: Document): ReadMark | undefined {
  const history = handbook.history.get(document.file);
  const revision = history && findShown(history);
  return revision && [nameDocument(handbook, documentKey(document)), revision.number, identify(revision)];
}

/** What the page of a document tells a reader who comes back, and when each block of its text was last changed. */
export function describeLastRead(handbook: Handbook, document: Document): { lastRead: LastRead; blame: BodyBlame } | undefined {
  const mark = describeReadMark(handbook, document);
  const history = handbook.history.get(document.file);
  if (!mark || !history) return undefined;
  const { memory = noMemory } = handbook;
  const { blame, since, places } = memory(nameText(document, history), () => blameDocument(document, history));
  return {
    lastRead: {
      mark,
      former: listFormerNames(handbook, document, history),
      known: history.revisions.slice(-remembered).map((one) => [one.number, identify(one)]),
      since,
    },
    blame: history.revisions.length > 1 ? placeBlame(places, blame) : {},
  };
}

/** Names all that the blame of a document is worked out from. */
function nameText({ source, file, address }: Document, { revisions, cut, earlier }: PublishedHistory): string[] {
  const known = [String(cut), earlier?.blob ?? "", ...revisions.flatMap((one) => [String(one.number), one.blob, one.file])];
  return ["blame", source, file, address.collection, ...known];
}

function blameDocument({ source }: Document, history: PublishedHistory) {
  const revisions = history.revisions.map((one) => ({ number: one.number, digest: readDigest(one) }));
  const newest = history.revisions.at(-1);
  const now = newest?.source() === source ? readDigest(newest) : digestText(source);
  return { ...blameText(revisions, now, isShown, findOrigin(history)), places: locateBlocks(source) };
}

/** What stood there before the revisions that can be read; where that is unknown, all of the first of them may have. */
function findOrigin({ cut, earlier, revisions: [first] }: PublishedHistory): Digest | undefined {
  const known = first?.number === 1;
  if (known && !cut) return undefined;
  const origin = (known && earlier) || first;
  return origin && readDigest(origin);
}

function readDigest({ fields, facts }: Pick<PublishedRevision, "fields" | "facts">): Digest {
  return { blocks: facts().blocks, fields: fields().names };
}

const remembered = 100;

/** Fields that only those who keep the handbook see, or that say nothing of what it tells a reader to do. */
const silentFields = new Set(["owner", "reviewed", "reviewEvery", "audience", "roles", "tags", "draft", "redirectFrom", "at"]);

function isShown(field: string): boolean {
  return !silentFields.has(field);
}

const shown = new WeakMap<PublishedHistory, PublishedRevision>();

/** The newest revision in which readers see something else than in the one before. */
function findShown(history: PublishedHistory): PublishedRevision | undefined {
  const known = shown.get(history);
  if (known) return known;
  const { revisions } = history;
  let index = revisions.length - 1;
  while (index > 0 && isSame(readDigest(revisions[index - 1]!), readDigest(revisions[index]!), isShown)) index--;
  const found = revisions[index];
  if (found) shown.set(history, found);
  return found;
}

function identify({ blob }: PublishedRevision): string {
  return blob.slice(0, 8);
}

/** With the base path, because two handbooks may share a host and with it the browser's storage. */
function nameDocument({ settings }: Handbook, key: string): string {
  return `${settings.base}${key}`;
}

/** A name that another document has today is that document's. */
function listFormerNames(handbook: Handbook, document: Document, { revisions }: PublishedHistory): string[] {
  const keys = revisions.flatMap(({ file }) => {
    const named = readAnyFileName(file);
    return "address" in named ? [documentKey(named)] : [];
  });
  const former = new Set(keys.filter((key) => key !== documentKey(document) && !handbook.byKey.has(key)));
  return [...former].map((key) => nameDocument(handbook, key));
}

function placeBlame(places: ReturnType<typeof locateBlocks>, blame: readonly BlockBlame[]): BodyBlame {
  const placed: Partial<Record<BlockNode, (BlockBlame | undefined)[]>> = {};
  for (const [index, place] of places.entries()) {
    const one = blame[index];
    if (!place || one?.revision === undefined) continue;
    (placed[place.node] ??= [])[place.index] = one;
  }
  return placed;
}
