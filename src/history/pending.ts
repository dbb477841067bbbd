import { createHash } from "node:crypto";
import { readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { unlessAbsent } from "#history/git.ts";
import { findRepository } from "#history/repository.ts";
import type { DocumentHistory, History } from "#history/revisions.ts";
import { readAnyFileName } from "#source/file-name.ts";
import { listFiles } from "#source/files.ts";

/** A change that has not landed: what would be the next revision of a document. */
export interface Pending {
  number: number;
  kind: "added" | "changed" | "moved";
  /** Its path from the content folder. */
  file: string;
  /** Missing for a document that was never committed. */
  document: DocumentHistory | undefined;
}

/**
 * The changes of the files on disk against main, by path; none where there is no repository.
 * The files themselves are hashed, because `git status` would run programs that settings of the repository name.
 */
export function readPending(root: string, { documents, byFile }: History): Map<string, Pending> {
  if (!unlessAbsent(() => findRepository(root))) return new Map();
  const files = listOwnFiles(root);
  const onDisk = new Set(files);
  const lost = new Map(documents.flatMap((one) => (one.gone || onDisk.has(one.file) ? [] : [[one.blob, one]])));
  const algorithm = documents[0]?.blob.length === 64 ? "sha256" : "sha1";
  const pending = new Map<string, Pending>();
  for (const file of files) {
    const [blob, plain] = hashBlob(readFileSync(join(root, file)), algorithm);
    const same = byFile.get(file);
    if (same && (same.blob === blob || same.blob === plain)) continue;
    const document = same ?? lost.get(blob) ?? lost.get(plain);
    const kind = same ? "changed" : document ? "moved" : "added";
    pending.set(file, { number: (document?.revisions.length ?? 0) + 1, kind, file, document });
  }
  return pending;
}

/** Documents that are files themselves: git keeps a link's target, not its text. */
function listOwnFiles(root: string): string[] {
  const real = realpathSync(root);
  return listFiles(root).files.filter((one) => !("problem" in readAnyFileName(one)) && realpathSync(join(real, one)) === join(real, one));
}

/** The hash that git gives a file, as it is and with LF line ends, which is how git may keep one that was checked out with CRLF. */
function hashBlob(bytes: Buffer, algorithm: "sha1" | "sha256"): [string, string] {
  const hash = (content: Buffer) => createHash(algorithm).update(`blob ${content.length}\0`).update(content).digest("hex");
  const own = hash(bytes);
  return [own, bytes.includes("\r\n") ? hash(Buffer.from(bytes.toString("latin1").replaceAll("\r\n", "\n"), "latin1")) : own];
}
