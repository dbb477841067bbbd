import { join } from "node:path";
import { listExports } from "#exports/list-exports.ts";
import type { Handbook } from "#handbook/handbook.ts";
import { openMarkdownPages } from "./markdown-pages.ts";

/** Writes every file that is made from the handbook beside its pages and pictures: paths in the output, and texts. */
export function writeExports(handbook: Handbook, cache: string, version: string): Promise<[file: string, text: string][]> {
  const exports = listExports(handbook, openMarkdownPages(join(cache, "markdown.json"), version));
  return Promise.all(exports.map(async ({ file, write }) => [file, await write()]));
}
