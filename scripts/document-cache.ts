import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { ReadCached } from "#source/content.ts";
import type { DocumentFacts } from "#source/document.ts";

/** Keeps what was read of documents in a file, by the hash of their text, so that only what changed is parsed. */
export interface DocumentCache {
  read: ReadCached;
  /** Writes the file anew where something was read that it does not hold. */
  save(): void;
}

export function openDocumentCache(file: string, version: string): DocumentCache {
  const kept = readKept(file);
  const used = new Map<string, DocumentFacts>();
  let settingsHash: string | undefined;
  let fresh = 0;
  return {
    read(source, path, settings, read) {
      settingsHash ??= hash(JSON.stringify(settings));
      const key = hash(`${version}\0${settingsHash}\0${path}\0${source}`);
      const facts = kept.get(key) ?? read();
      if (!kept.has(key)) fresh++;
      used.set(key, facts);
      return facts;
    },
    save() {
      if (fresh === 0 && used.size === kept.size) return;
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(`${file}.new`, JSON.stringify([...used]));
      renameSync(`${file}.new`, file);
    },
  };
}

function readKept(file: string): Map<string, DocumentFacts> {
  try {
    return new Map(JSON.parse(readFileSync(file, "utf8")) as [string, DocumentFacts][]);
  } catch {
    return new Map();
  }
}

function hash(text: string): string {
  return createHash("sha1").update(text).digest("base64url");
}
