import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** The site that `npm test` built from `content/` before the tests began. */
export const siteFolder = process.env["SITE"] ?? fail();

export interface BuiltPage {
  /** Path in the site, such as `en/stages/demo/index.html`. */
  file: string;
  html: string;
}

export function listFiles(folder: string = siteFolder): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => relative(folder, join(one.parentPath, one.name)).split(sep).join("/"))
    .sort();
}

export function listPages(folder: string = siteFolder): BuiltPage[] {
  return listFiles(folder)
    .filter((file) => file.endsWith(".html"))
    .map((file) => ({ file, html: readFileSync(join(folder, file), "utf8") }));
}

function fail(): never {
  throw new Error("These tests need a built site: run them with `npm test -- --only <name>`.");
}
