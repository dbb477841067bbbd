import { closeSync, ftruncateSync, mkdirSync, openSync, readFileSync, readSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { crc32 } from "node:zlib";
import { replaceFile } from "./replace-file.ts";

/** Many small files kept between builds in one, because opening a thousand files takes longer than writing them. */
export interface Pack {
  has(name: string): boolean;
  /** The bytes kept under a name; undefined where there are none, or where the file was damaged. */
  read(name: string): Buffer | undefined;
  put(name: string, bytes: Uint8Array): void;
  /** Keeps what stands under these names and drops the rest. */
  save(names: Iterable<string>): void;
  /** Drops what was put and not saved. */
  close(): void;
}

/** Offset, length and CRC-32 of what stands under a name. */
type Place = [offset: number, length: number, sum: number];

/** What the file beside a pack holds as JSON: where the bytes end that were saved, and what stands where. */
interface Table {
  end: number;
  places: [string, Place][];
}

/** The file beside a pack that says what stands where in it. */
export function tableFile(file: string): string {
  return `${file}.json`;
}

/**
 * Opens the pack in `file`; a missing or damaged one is empty. What is put is appended, and the table is replaced at the
 * end: whatever ends a build before that leaves the pack as it was.
 */
export function openPack(file: string): Pack {
  const { end: kept, places: listed } = readTable(file);
  const places = new Map(listed);
  const put = new Set<string>();
  let descriptor: number | undefined;
  let end = kept;
  const open = () => (descriptor ??= openData(file, kept === 0));
  const append = (name: string, bytes: Uint8Array, sum: number) => {
    writeAll(open(), bytes, end);
    places.set(name, [end, bytes.length, sum]);
    put.add(name);
    end += bytes.length;
  };
  const read = (name: string): Buffer | undefined => {
    const place = places.get(name);
    return place && readPlace(open(), place);
  };
  const close = (saved = false) => {
    if (descriptor === undefined) return;
    if (!saved && end > kept) ftruncateSync(descriptor, kept);
    closeSync(descriptor);
    if (!saved && kept === 0) rmSync(file, { force: true });
    descriptor = undefined;
  };
  return {
    has: (name) => places.has(name),
    read,
    put: (name, bytes) => append(name, bytes, crc32(bytes)),
    save(names) {
      const wanted = new Set(names);
      const live = [...places].filter(([name]) => wanted.has(name));
      if (put.size === 0 && live.length === listed.length) return close();
      const size = live.reduce((sum, [, [, length]]) => sum + length, 0);
      if (end > 2 * size) replace(file, live, read);
      else writeTable(file, { end, places: live });
      close(true);
    },
    close,
  };
}

function readTable(file: string): Table {
  try {
    return JSON.parse(readFileSync(tableFile(file), "utf8")) as Table;
  } catch {
    return { end: 0, places: [] };
  }
}

function writeTable(file: string, table: Table): void {
  replaceFile(tableFile(file), JSON.stringify(table));
}

function openData(file: string, empty: boolean): number {
  mkdirSync(dirname(file), { recursive: true });
  try {
    return openSync(file, empty ? "w+" : "r+");
  } catch {
    return openSync(file, "w+");
  }
}

/** Writes a pack anew without what nobody wants any more. */
function replace(file: string, live: readonly [string, Place][], read: (name: string) => Buffer | undefined): void {
  const fresh = `${file}.new-${process.pid}`;
  const places: [string, Place][] = [];
  const descriptor = openSync(fresh, "w");
  let end = 0;
  for (const [name, [, length, sum]] of live) {
    const bytes = read(name);
    if (!bytes) continue;
    writeAll(descriptor, bytes, end);
    places.push([name, [end, length, sum]]);
    end += length;
  }
  closeSync(descriptor);
  renameSync(fresh, file);
  writeTable(file, { end, places });
}

function readPlace(descriptor: number, [offset, length, sum]: Place): Buffer | undefined {
  try {
    const bytes = Buffer.allocUnsafe(length);
    for (let done = 0; done < length;) {
      const count = readSync(descriptor, bytes, done, length - done, offset + done);
      if (count === 0) return undefined;
      done += count;
    }
    return crc32(bytes) === sum ? bytes : undefined;
  } catch {
    return undefined;
  }
}

function writeAll(descriptor: number, bytes: Uint8Array, offset: number): void {
  for (let done = 0; done < bytes.length;) done += writeSync(descriptor, bytes, done, bytes.length - done, offset + done);
}
