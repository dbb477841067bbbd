import { hash } from "node:crypto";
import type { ReadCached } from "#source/content.ts";
import type { DocumentFacts } from "#source/document.ts";
import { openKept } from "./kept.ts";

/** Keeps what was read of documents in a file, by the hash of their text, so that only what changed is parsed. */
export interface DocumentCache {
  read: ReadCached;
  /** Adds to the file what was read that it does not hold. */
  save(): void;
}

export function openDocumentCache(file: string, version: string): DocumentCache {
  const kept = openKept(file, version, spare);
  let settingsHash: string | undefined;
  return {
    read(source, path, settings, read) {
      settingsHash ??= nameText(JSON.stringify(settings));
      const key = nameText(`${settingsHash}\0${path}\0${source}`);
      const known = kept.read(key) as DocumentFacts | undefined;
      if (known) return known;
      const facts = read();
      kept.write(key, facts);
      return facts;
    },
    save: kept.save,
  };
}

/** Earlier texts of documents, which come back where a branch does. */
const spare = 1_000;

function nameText(text: string): string {
  return hash("sha1", text, "base64url");
}
