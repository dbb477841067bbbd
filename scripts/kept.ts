import { hash } from "node:crypto";
import { appendFileSync, readFileSync } from "node:fs";
import { crc32 } from "node:zlib";
import type { Memory } from "#source/memory.ts";
import type { Kept } from "../src/site.ts";
import { replaceFile } from "./replace-file.ts";

/**
 * What builds worked out, in a file of lines: the version, all entries, those used last at the end, and those that later
 * builds added, each line with its CRC-32 before it.
 */
export interface KeptFile extends Kept {
  /** What was worked out since the file was opened, with its keys. */
  listFresh(): Entry[];
  /** Takes what another thread worked out and saves by itself. */
  learn(entries: readonly Entry[]): void;
  /** Adds to the file what was worked out that it does not hold; where that would become much, the file is written anew. */
  save(): void;
}

export type Entry = [key: string, value: unknown];

/**
 * Opens the file; one that was written under another `version`, or that is spoilt, counts as empty. Of what this process
 * does not ask for `spare` entries are kept, those that were asked for last.
 */
export function openKept(file: string, version: string, spare = 60_000): KeptFile {
  const found = readEntries(file, version);
  const { entries } = found;
  let { added } = found;
  /** When each was last asked for, by a clock that counts. */
  const used = new Map<string, number>();
  const fresh = new Set<string>();
  let clock = 0;
  return {
    read(key) {
      const value = entries.get(key);
      if (value !== undefined) used.set(key, clock++);
      return value;
    },
    write(key, value) {
      entries.set(key, value);
      used.set(key, clock++);
      fresh.add(key);
    },
    listFresh: () => [...fresh].map((key) => [key, entries.get(key)]),
    learn: (learned) => learned.forEach(([key, value]) => entries.set(key, value)),
    save() {
      if (fresh.size === 0) return;
      const most = used.size + spare;
      const few = (added + fresh.size) * 4 <= entries.size && entries.size <= most;
      added = few ? added + fresh.size : 0;
      if (few) appendFileSync(file, writeLine([...fresh].map((key) => [key, entries.get(key)])));
      else {
        const sorted = [...entries].sort(([a], [b]) => (used.get(a) ?? -1) - (used.get(b) ?? -1));
        replaceFile(file, `${version}\n${writeLine(sorted.slice(-most))}`);
      }
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
    learn: (entries) => open().learn(entries),
    save: () => kept?.save(),
  };
  opened.set(key, shared);
  return shared;
}

/** Longer names are hashed: in characters. */
const longestName = 64;

/** Lets pure functions take what earlier builds worked out. */
export function remember(kept: Kept): Memory {
  return <T>(key: readonly string[], make: () => T): T => {
    const joined = key.join("\0");
    const name = joined.length > longestName ? hash("sha1", joined, "base64url") : joined;
    const known = kept.read(name);
    if (known !== undefined) return known as T;
    const made = make();
    kept.write(name, made);
    return made;
  };
}

/** Nothing where the file is spoilt, so that the next to save writes it anew. */
function readEntries(file: string, version: string): { entries: Map<string, unknown>; added: number } {
  try {
    const [written, first, ...others] = splitLines(readFileSync(file));
    if (first && written?.toString() === version && others.pop()?.length === 0) {
      const entries = new Map(readLine(first));
      const later = others.flatMap(readLine);
      for (const [key, value] of later) entries.set(key, value);
      return { entries, added: later.length };
    }
  } catch {
    // Whatever can't be read is worked out anew.
  }
  return { entries: new Map(), added: 0 };
}

/** Bytes, because a file of many megabytes takes half as long to check as bytes than as text. */
function splitLines(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let start = 0, end = 0; end < bytes.length; start = end + 1) {
    end = bytes.indexOf(10, start);
    if (end < 0) end = bytes.length;
    lines.push(bytes.subarray(start, end));
  }
  return lines;
}

function writeLine(entries: readonly Entry[]): string {
  const text = JSON.stringify(entries);
  return `${crc32(text)} ${text}\n`;
}

function readLine(line: Buffer): Entry[] {
  const start = line.indexOf(" ");
  const bytes = line.subarray(start + 1);
  if (line.toString("latin1", 0, start) !== String(crc32(bytes))) throw new Error("The line is spoilt.");
  return JSON.parse(bytes.toString()) as Entry[];
}
