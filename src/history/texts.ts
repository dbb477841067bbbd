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
  const texts = new Map<string, string>();
  let present: ReadonlySet<string> | undefined;
  let times = 0;
  const load = (blobs: Iterable<string>) => {
    for (const [blob, bytes] of readObjects(root, blobs)) texts.set(blob, decode(bytes));
  };
  return {
    has: (blob) => (present ??= findObjects(root, groupOf.keys())).has(blob),
    read(blob) {
      if (!texts.has(blob)) load(++times > alone ? groupOf.keys() : (groupOf.get(blob) ?? [blob]));
      const text = texts.get(blob);
      if (text === undefined) throw new GitError("failed", `The repository has lost the text ${blob} of an old revision.`);
      return text;
    },
  };
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
function decode(bytes: Buffer): string {
  return decoder.decode(bytes).replaceAll("\r\n", "\n").replaceAll("\0", "\ufffd");
}
