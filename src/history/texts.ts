import { GitError } from "#history/git.ts";
import { findObjects, readObjects } from "#history/objects.ts";
import { type DocumentHistory, type History, settingsPlace } from "#history/revisions.ts";
import { type Problem, problem } from "#model/problem.ts";

/** Old texts by the hash of their blob. */
export interface Texts {
  /** Whether this clone holds a text. */
  has(blob: string): boolean;
  /** A text as UTF-8 with LF line ends, bytes that are none as `�`; throws `GitError` where this clone lacks it. */
  read(blob: string): string;
}

/** A document whose texts are asked for. */
export type Told = Pick<DocumentHistory, "blob" | "earlier" | "revisions">;

/** So many documents are asked for one by one before the texts of all are read. */
const alone = 2;

/**
 * Opens the texts of some documents, which are read when they are first asked for, because most builds need few of them:
 * those of one document together, and soon those of all, so that git runs a handful of times however many are needed.
 */
export function openTexts(root: string, documents: Iterable<Told>): Texts {
  const groups = [...documents].map((one) => listBlobs([one]));
  const groupOf = new Map(groups.flatMap((group) => [...group].map((blob) => [blob, group])));
  const loaded = new Map<string, Uint8Array>(given.get(root));
  const texts = new Map<string, string>();
  let present: ReadonlySet<string> | undefined;
  let times = 0;
  const load = (blobs: Iterable<string>) => {
    const objects = readObjects(root, blobs);
    for (const [blob, bytes] of objects) loaded.set(blob, bytes);
    read.set(root, new Map([...(read.get(root) ?? []), ...objects]));
  };
  return {
    has: (blob) => loaded.has(blob) || (present ??= findObjects(root, groupOf.keys())).has(blob),
    read(blob) {
      const known = texts.get(blob);
      if (known !== undefined) return known;
      if (!loaded.has(blob)) load(++times > alone ? groupOf.keys() : (groupOf.get(blob) ?? [blob]));
      const bytes = loaded.get(blob);
      if (bytes === undefined) throw new GitError("failed", `The repository has lost the text ${blob} of an old revision.`);
      const text = decode(bytes);
      texts.set(blob, text);
      return text;
    },
  };
}

/** Old texts in memory that threads share, and where each stands there, by the hash of its blob. */
export interface SharedTexts {
  memory: SharedArrayBuffer;
  places: Map<string, [offset: number, length: number]>;
}

/** What was read of each repository, and what another thread has read of it. */
const read = new Map<string, ReadonlyMap<string, Uint8Array>>();
const given = new Map<string, ReadonlyMap<string, Uint8Array>>();

/** What was read of a repository, for a thread, which need not ask git for it again. */
export function shareTexts(root: string): SharedTexts {
  const texts = read.get(root) ?? new Map<string, Uint8Array>();
  const size = [...texts.values()].reduce((sum, { length }) => sum + length, 0);
  const memory = new SharedArrayBuffer(size);
  const places: SharedTexts["places"] = new Map();
  let end = 0;
  for (const [blob, bytes] of texts) {
    new Uint8Array(memory).set(bytes, end);
    places.set(blob, [end, bytes.length]);
    end += bytes.length;
  }
  return { memory, places };
}

/** Takes in a thread what another has read. */
export function learnTexts(root: string, { memory, places }: SharedTexts): void {
  given.set(root, new Map([...places].map(([blob, place]) => [blob, new Uint8Array(memory, ...place)])));
}

/** The blobs of all revisions of some documents, each once. */
export function listBlobs(documents: Iterable<Told>): Set<string> {
  const blobs = new Set<string>();
  for (const { blob, earlier, revisions } of documents) {
    blobs.add(blob);
    if (earlier) blobs.add(earlier.blob);
    for (const revision of revisions) blobs.add(revision.blob);
  }
  return blobs;
}

/** Says that texts are missing, unless reading the history has said so already. */
export function reportMissingTexts({ documents, problems }: History, texts: Texts): Problem[] {
  if (problems.some((one) => one.rule === "partial-clone")) return [];
  const missing = [...listBlobs(documents)].some((one) => !texts.has(one));
  return missing ? [problem("partial-clone", settingsPlace, {})] : [];
}

const decoder = new TextDecoder("utf-8");

/** NUL becomes `�` too, as https://spec.commonmark.org/0.31.2/#insecure-characters asks for. */
function decode(bytes: Uint8Array): string {
  return decoder.decode(bytes).replaceAll("\r\n", "\n").replaceAll("\0", "\ufffd");
}
