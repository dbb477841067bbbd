import { closeSync, fstatSync, mkdirSync, openSync, readSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { crc32 } from "node:zlib";

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

/** Eight bytes at the end: the length of the table before them, which is JSON and lists each name with its place. */
const tail = 8;

/** Opens the pack in `file`; a missing or damaged one is empty. */
export function openPack(file: string): Pack {
  const kept = openKept(file);
  const fresh = `${file}.new-${process.pid}`;
  const places = new Map<string, Place>();
  let writer: number | undefined;
  let end = 0;
  let old = kept;
  const append = (name: string, bytes: Uint8Array, sum: number) => {
    if (writer === undefined) {
      mkdirSync(dirname(file), { recursive: true });
      writer = openSync(fresh, "w+");
    }
    writeAll(writer, bytes);
    places.set(name, [end, bytes.length, sum]);
    end += bytes.length;
  };
  const read = (name: string): Buffer | undefined => {
    const place = places.get(name);
    if (place && writer !== undefined) return readPlace(writer, place);
    const before = old?.places.get(name);
    return before && old && readPlace(old.descriptor, before);
  };
  const close = () => {
    if (writer !== undefined) closeSync(writer);
    if (old) closeSync(old.descriptor);
    if (writer !== undefined) rmSync(fresh, { force: true });
    writer = old = undefined;
  };
  return {
    has: (name) => places.has(name) || (old?.places.has(name) ?? false),
    read,
    put: (name, bytes) => append(name, bytes, crc32(bytes)),
    save(names) {
      const wanted = new Set(names);
      if (writer === undefined && old && wanted.size === old.places.size && [...wanted].every((one) => old?.places.has(one)))
        return close();
      for (const name of wanted) {
        if (places.has(name)) continue;
        const bytes = read(name);
        if (bytes) append(name, bytes, crc32(bytes));
      }
      if (writer === undefined) return close();
      const table = Buffer.from(JSON.stringify([...places].filter(([name]) => wanted.has(name))));
      const length = Buffer.alloc(tail);
      length.writeBigUInt64LE(BigInt(table.length));
      writeAll(writer, Buffer.concat([table, length]));
      renameSync(fresh, file);
      close();
    },
    close,
  };
}

function openKept(file: string): { descriptor: number; places: Map<string, Place> } | undefined {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, "r");
    const { size } = fstatSync(descriptor);
    const length = Number(readBytes(descriptor, size - tail, tail).readBigUInt64LE());
    const table = readBytes(descriptor, size - tail - length, length);
    return { descriptor, places: new Map(JSON.parse(table.toString()) as [string, Place][]) };
  } catch {
    if (descriptor !== undefined) closeSync(descriptor);
    return undefined;
  }
}

function readPlace(descriptor: number, [offset, length, sum]: Place): Buffer | undefined {
  try {
    const bytes = readBytes(descriptor, offset, length);
    return crc32(bytes) === sum ? bytes : undefined;
  } catch {
    return undefined;
  }
}

function readBytes(descriptor: number, offset: number, length: number): Buffer {
  if (offset < 0) throw new RangeError("The pack is too short.");
  const bytes = Buffer.allocUnsafe(length);
  for (let done = 0; done < length;) {
    const count = readSync(descriptor, bytes, done, length - done, offset + done);
    if (count === 0) throw new RangeError("The pack is too short.");
    done += count;
  }
  return bytes;
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) done += writeSync(descriptor, bytes, done);
}
