import { readObjects } from "#history/objects.ts";
import { type DocumentHistory, type History, settingsPlace } from "#history/revisions.ts";
import { type Problem, problem } from "#model/problem.ts";

/** Old texts by the hash of their blob; those that the clone lacks are missing. */
export type Texts = ReadonlyMap<string, string>;

/** Reads texts through one process of git, as UTF-8 with LF line ends; bytes that are none are shown as `�`. */
export function readTexts(root: string, blobs: Iterable<string>): Texts {
  return new Map([...readObjects(root, blobs)].map(([blob, bytes]) => [blob, decode(bytes)]));
}

/** The blobs of all revisions of some documents, each once. */
export function listBlobs(documents: Iterable<DocumentHistory>): Set<string> {
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
