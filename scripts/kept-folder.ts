import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { openPack, type Pack } from "./pack.ts";

/** The files of a folder by their paths in it. */
export type Files = ReadonlyMap<string, Buffer>;

/** A folder as the last build made it. */
export interface KeptFolder {
  /** Whether there is one, whatever it was made from. */
  exists: boolean;
  /** Its files; undefined where it was made from other things than `key` names, or where what was kept was damaged. */
  read(key: string): Files | undefined;
  /** Keeps the files, which are made from what `key` names, in place of those of before. */
  keep(key: string, files: Files): void;
  close(): void;
}

/** What stands in the pack beside the files, each of which has a slash before its path. */
interface List {
  key: string;
  paths: string[];
}

const listName = "list";

/** Opens what is kept in the file `cache`. */
export function openKeptFolder(cache: string): KeptFolder {
  const pack = openPack(cache);
  return {
    exists: pack.has(listName),
    read: (key) => readKept(pack, key),
    keep(key, files) {
      const paths = [...files.keys()];
      for (const [path, bytes] of files) pack.put(`/${path}`, bytes);
      pack.put(listName, Buffer.from(JSON.stringify({ key, paths } satisfies List)));
      pack.save([listName, ...paths.map((path) => `/${path}`)]);
    },
    close: () => pack.close(),
  };
}

function readKept(pack: Pack, key: string): Files | undefined {
  const list = pack.read(listName);
  if (!list) return undefined;
  const { key: found, paths } = JSON.parse(list.toString()) as List;
  if (found !== key) return undefined;
  const files = new Map<string, Buffer>();
  for (const path of paths) {
    const bytes = pack.read(`/${path}`);
    if (!bytes) return undefined;
    files.set(path, bytes);
  }
  return files;
}

/** Every file below `folder`, with slashes. */
export function readFiles(folder: string): Files {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return new Map(
    files
      .map((one) => relative(folder, join(one.parentPath, one.name)).split(sep).join("/"))
      .sort()
      .map((name) => [name, readFileSync(join(folder, name))]),
  );
}
