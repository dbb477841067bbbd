import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { build } from "astro";
import { outputFile } from "#handbook/addresses.ts";
import type { Handbook } from "#handbook/handbook.ts";
import { type ExportFile, listExports } from "#exports/list-exports.ts";
import { planPages } from "#handbook/plan.ts";
import { provideSite } from "../src/site.ts";
import { exitCodes, Failure } from "./command.ts";
import { markFile, measureFolder, openOutput } from "./output.ts";
import { openMarkdownPages } from "./markdown-pages.ts";
import { openSearchIndex } from "./search-index.ts";
import { tapPages } from "./tap-pages.ts";
import { cacheFolder, hashGenerator, project } from "./generator.ts";

export interface Built {
  documents: number;
  pages: number;
  words: number;
  locales: number;
  bytes: number;
}

export interface Progress {
  step(text: string): void;
}

/** Makes the site of a handbook in `folder`; whatever fails, the site that was there stays as it was. */
export async function buildSite(handbook: Handbook, folder: string, progress: Progress): Promise<Built> {
  const output = openOutput(folder, join(project, ".sopbook", "staging"), [handbook.root, join(project, "src")]);
  const cache = join(cacheFolder(handbook.root), handbook.audience);
  const version = hashGenerator();
  const documents = planPages(handbook).flatMap((one) => (one.page === "document" ? [outputFile(handbook.settings, one)] : []));
  const index = openSearchIndex(documents, join(cache, "search"), version);
  const exports = listExports(handbook, openMarkdownPages(join(cache, "markdown.json"), version));
  try {
    provideSite({ handbook: () => handbook });
    progress.step("Making the pages");
    const texts = writeExports(exports);
    const indexed = new Set(documents);
    await runAstro(handbook, output.staging, cache, (file, html) => {
      if (indexed.has(file)) index.add(file, html);
    });
    for (const [file, text] of await texts) writeInto(output.staging, file, text);
    for (const picture of handbook.pictures.values()) copyInto(output.staging, `media/${picture.name}`, join(handbook.root, picture.file));
    progress.step("Making the search index");
    for (const file of documents) if (!index.has(file)) index.keep(file, readFileSync(join(output.staging, file), "utf8"));
    await index.write(output.staging);
    writeFileSync(join(output.staging, markFile), "");
    const { files, bytes } = measureFolder(output.staging);
    comparePlan(handbook, exports, files);
    output.publish();
    return { ...describe(handbook, files), bytes };
  } finally {
    output.discard();
    await index.close();
  }
}

async function writeExports(exports: readonly ExportFile[]): Promise<[string, string][]> {
  return Promise.all(exports.map(async (one): Promise<[string, string]> => [one.file, await one.write()]));
}

async function runAstro(handbook: Handbook, staging: string, cache: string, take: (file: string, html: string) => void): Promise<void> {
  process.env["ASTRO_TELEMETRY_DISABLED"] = "1";
  const before = process.cwd();
  // Astro keeps its work in the working folder where the output lies outside of it.
  process.chdir(project);
  try {
    await build({
      root: project,
      site: handbook.settings.url,
      base: handbook.settings.base,
      outDir: staging,
      cacheDir: join(cache, "astro"),
      logLevel: "error",
      integrations: [tapPages(handbook.settings.base, take)],
    });
  } finally {
    process.chdir(before);
  }
}

function writeInto(folder: string, file: string, text: string): void {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function copyInto(folder: string, file: string, from: string): void {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  copyFileSync(from, path);
}

/** Astro can lose a page without failing; a page that was planned and not written, or the other way round, ends the build. */
function comparePlan(handbook: Handbook, exports: readonly ExportFile[], files: readonly string[]): void {
  const pages = planPages(handbook).map((one) => outputFile(handbook.settings, one));
  const planned = new Set([...pages, ...exports.map((one) => one.file), "404.html"]);
  const written = new Set(files.filter((one) => !/^(?:_astro|pagefind)\//.test(one)));
  const lost = [...planned].filter((one) => !written.has(one));
  const extra = [...written].filter((one) => one.endsWith(".html") && !planned.has(one));
  if (lost.length + extra.length === 0) return;
  const list = (title: string, names: string[]) =>
    names.length > 0 ? [`${title}: ${names.slice(0, 10).join(", ")}${names.length > 10 ? ` and ${names.length - 10} more` : ""}`] : [];
  throw new Failure(
    exitCodes.fault,
    ["The build did not write what was planned.", ...list("Missing", lost), ...list("Not planned", extra)].join("\n"),
  );
}

function describe(handbook: Handbook, files: readonly string[]): Omit<Built, "bytes"> {
  return {
    documents: handbook.documents.length,
    pages: files.filter((one) => one.endsWith(".html")).length,
    words: handbook.documents.reduce((sum, one) => sum + one.body.words, 0),
    locales: handbook.settings.locales.length,
  };
}
