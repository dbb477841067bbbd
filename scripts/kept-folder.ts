import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { openPack, type Pack } from "./pack.ts";

/** The files of a folder by their paths in it. */
export type Files = ReadonlyMap<string, Buffer>;

/** A folder as an earlier build made it from the same things. */
export interface KeptFolder {
  /** Missing where it was made from other things, or where what was kept was damaged. */
  files: Files | undefined;
  keep(files: Files): void;
  close(): void;
}

/** Opens what is kept in the file `cache`; `key` names all that the folder is made from. */
export function openKeptFolder(cache: string, key: string): KeptFolder {
  const pack = openPack(cache);
  return {
    files: readKept(pack, key),
    keep(files) {
      for (const [name, bytes] of files) pack.put(`/${name}`, bytes);
      pack.put(key, Buffer.from(JSON.stringify([...files.keys()])));
      pack.save([key, ...[...files.keys()].map((name) => `/${name}`)]);
    },
    close: () => pack.close(),
  };
}

function readKept(pack: Pack, key: string): Files | undefined {
  const list = pack.read(key);
  if (!list) return undefined;
  const files = new Map<string, Buffer>();
  for (const name of JSON.parse(list.toString()) as string[]) {
    const bytes = pack.read(`/${name}`);
    if (!bytes) return undefined;
    files.set(name, bytes);
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
