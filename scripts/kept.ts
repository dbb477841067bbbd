import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Memory } from "#source/memory.ts";
import type { Kept } from "../src/site.ts";

/** What builds worked out, in a file of two lines: the hash of the second, and the entries, those used last at the end. */
export interface KeptFile extends Kept {
  /** What was worked out since the file was opened, with its keys. */
  listFresh(): [key: string, value: unknown][];
  /** Writes the file anew where something was worked out that it does not hold. */
  save(): void;
}

/** Entries beyond this are dropped, those that were not used for longest first. */
const most = 60_000;

/** Opens the file; one that was written under another `version`, or that is spoilt, counts as empty. */
export function openKept(file: string, version: string): KeptFile {
  const entries = readEntries(file, version);
  const fresh = new Set<string>();
  return {
    read(key) {
      const value = entries.get(key);
      if (value === undefined) return undefined;
      entries.delete(key);
      entries.set(key, value);
      return value;
    },
    write(key, value) {
      entries.delete(key);
      entries.set(key, value);
      fresh.add(key);
    },
    listFresh: () => [...fresh].map((key) => [key, entries.get(key)]),
    save() {
      if (fresh.size === 0) return;
      const text = JSON.stringify([...entries].slice(-most));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(`${file}.${process.pid}`, `${hash(version, text)}\n${text}`);
      renameSync(`${file}.${process.pid}`, file);
      fresh.clear();
    },
  };
}

const opened = new Map<string, KeptFile>();

/** The same, opened once by this process; what stands in it is read when someone asks. */
export function shareKept(file: string, version: string): KeptFile {
  const key = `${file}\0${version}`;
  let kept: KeptFile | undefined;
  const open = () => (kept ??= openKept(file, version));
  const shared = opened.get(key) ?? {
    read: (name) => open().read(name),
    write: (name, value) => open().write(name, value),
    listFresh: () => kept?.listFresh() ?? [],
    save: () => kept?.save(),
  };
  opened.set(key, shared);
  return shared;
}

/** Lets pure functions take what earlier builds worked out. */
export function remember(kept: Kept): Memory {
  return <T>(key: readonly string[], make: () => T): T => {
    const name = createHash("sha1").update(key.join("\0")).digest("base64url");
    const known = kept.read(name);
    if (known !== undefined) return known as T;
    const made = make();
    kept.write(name, made);
    return made;
  };
}

function readEntries(file: string, version: string): Map<string, unknown> {
  try {
    const [written, text = ""] = readFileSync(file, "utf8").split("\n");
    if (written === hash(version, text)) return new Map(JSON.parse(text) as [string, unknown][]);
  } catch {
    // Whatever can't be read is worked out anew.
  }
  return new Map();
}

function hash(version: string, text: string): string {
  return createHash("sha256").update(`${version}\0${text}`).digest("base64url");
}
