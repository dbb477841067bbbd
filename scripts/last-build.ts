import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { measureFolder } from "./output.ts";

/** What the last build put where, so that a build with nothing new to put there can leave it. */
export interface LastBuild<T> {
  /** What was told of the last build, where the output still holds, file by file, what it wrote for the same `fingerprint`. */
  find(fingerprint: string): T | undefined;
  keep(fingerprint: string, told: T): void;
}

interface Kept<T> {
  fingerprint: string;
  told: T;
  /** Path, size in bytes and time of change of each file. */
  files: [string, number, number][];
}

/** Opens what is known of the output `folder`; it is kept in the file `cache`. */
export function openLastBuild<T>(folder: string, cache: string): LastBuild<T> {
  const target = resolve(folder);
  return {
    find(fingerprint) {
      const kept = readKept<T>(cache)?.[target];
      if (kept?.fingerprint !== fingerprint) return undefined;
      const found = listFiles(target);
      const same = found.length === kept.files.length && found.every((one, index) => one.join("\0") === kept.files[index]?.join("\0"));
      return same ? kept.told : undefined;
    },
    keep(fingerprint, told) {
      const kept: Kept<T> = { fingerprint, told, files: listFiles(target) };
      mkdirSync(dirname(cache), { recursive: true });
      writeFileSync(cache, JSON.stringify({ [target]: kept }));
    },
  };
}

function listFiles(folder: string): [string, number, number][] {
  try {
    return measureFolder(folder).files.map((file) => {
      const { size, mtimeMs } = statSync(join(folder, file));
      return [file, size, mtimeMs];
    });
  } catch {
    return [];
  }
}

function readKept<T>(file: string): Record<string, Kept<T>> | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Record<string, Kept<T>>;
  } catch {
    rmSync(file, { force: true });
    return undefined;
  }
}
