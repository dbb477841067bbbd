import { hash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type FileState, listFiles, markFile, type Output, readState } from "./output.ts";
import { replaceFile } from "./replace-file.ts";

/** The files of a site that is being built: those that the output holds already need not be written again. */
export interface SiteFiles<T> {
  /** What was told of the last build, where it was made from the same things and the output holds all that it wrote. */
  findSame(fingerprint: string): T | undefined;
  /** Whether a file was added. */
  has(path: string): boolean;
  /** Adds a file whose bytes have this name, where the output holds it; false where it does not. */
  keep(path: string, name: string): boolean;
  /** Adds a file whose bytes have this name, and writes it unless the output holds it. */
  add(path: string, name: string, bytes: string | Uint8Array): void;
  /** The paths of all that was added. */
  list(): string[];
  /** The bytes of all that was added, as soon as it is written. */
  measure(): number;
  /** Puts the site into the output, and remembers it with what is told of it. */
  publish(fingerprint: string, told: T): void;
}

/** What is known of an output. */
interface Kept<T> {
  fingerprint: string;
  told: T;
  files: [path: string, size: number, time: number, name: string][];
}

/** Opens the files of a site that is to lie in the folder `out`; what is known of that is kept in the file `cache`. */
export function openSiteFiles<T>(output: Output, out: string, cache: string): SiteFiles<T> {
  const target = resolve(out);
  const kept = readKept<T>(cache)?.[target];
  let known: Standing | undefined;
  /** The output is looked at when someone asks, because by then other processes can work meanwhile. */
  const look = (): Standing => (known ??= findStanding(kept, target));
  const added = new Map<string, string>();
  const write = openWriter(output.staging);
  write(markFile, "");
  const find = (path: string, name: string): FileState | undefined => {
    const found = look().held.get(path);
    return found?.name === name ? found : undefined;
  };
  const keep = (path: string, name: string): boolean => {
    const holds = find(path, name) !== undefined;
    if (holds) added.set(path, name);
    return holds;
  };
  return {
    findSame(fingerprint) {
      if (kept?.fingerprint !== fingerprint) return undefined;
      const { paths, held } = look();
      return held.size === kept.files.length && paths.length === kept.files.length ? kept.told : undefined;
    },
    has: (path) => added.has(path),
    keep,
    add(path, name, bytes) {
      if (keep(path, name)) return;
      added.set(path, name);
      write(path, bytes);
    },
    list: () => [...added.keys()],
    measure() {
      const written = listFiles(output.staging).reduce((sum, one) => sum + one.size, 0);
      return [...added].reduce((sum, [path, name]) => sum + (find(path, name)?.size ?? 0), written);
    },
    publish(fingerprint, told) {
      const { paths, held } = look();
      if (held.size === 0) output.publish();
      else output.update(paths.filter((path) => !added.has(path)));
      const files = [...added].map(([path, name]): Kept<T>["files"][number] => {
        const { size, time } = find(path, name) ?? readState(target, path);
        return [path, size, time, name];
      });
      replaceFile(cache, JSON.stringify({ [target]: { fingerprint, told, files } satisfies Kept<T> }));
    },
  };
}

/** Names bytes. */
export function nameBytes(bytes: string | Uint8Array): string {
  return hash("sha1", bytes, "base64url");
}

/** What stands in an output. */
interface Standing {
  paths: string[];
  /** The files that stand as the last build wrote them. */
  held: Map<string, FileState & { name: string }>;
}

function findStanding<T>(kept: Kept<T> | undefined, target: string): Standing {
  const known = new Map(kept?.files.map((one) => [one[0], one]));
  const standing: Standing = { paths: [], held: new Map() };
  for (const one of kept ? listStanding(target) : []) {
    const [, size, time, name] = known.get(one.path) ?? [];
    standing.paths.push(one.path);
    if (name && one.size === size && one.time === time) standing.held.set(one.path, { ...one, name });
  }
  return standing;
}

function listStanding(folder: string): FileState[] {
  try {
    return listFiles(folder);
  } catch {
    return [];
  }
}

function readKept<T>(file: string): Record<string, Kept<T>> | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Record<string, Kept<T>>;
  } catch {
    return undefined;
  }
}

/** Writes files below `folder`, each folder made once. */
function openWriter(folder: string): (file: string, text: string | Uint8Array) => void {
  const made = new Set<string>();
  return (file, text) => {
    const path = join(folder, file);
    if (!made.has(dirname(path))) mkdirSync(dirname(path), { recursive: true });
    made.add(dirname(path));
    writeFileSync(path, text);
  };
}
