import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** Writes a file, and the folders around it, so that whoever reads it meanwhile finds the old or the new one, whole. */
export function replaceFile(file: string, text: string): void {
  const fresh = `${file}.new-${process.pid}`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(fresh, text);
  renameSync(fresh, file);
}
