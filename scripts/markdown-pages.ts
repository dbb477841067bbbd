import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { Worker } from "node:worker_threads";
import { type MarkdownPage, writeMarkdown } from "#exports/markdown.ts";
import type { WriteMarkdownPages } from "#exports/list-exports.ts";

/** Fewer pages than this are written here, because a thread takes longer to start. */
const worthAThread = 40;

/** Writes Markdown copies in a thread beside Astro's work; what an earlier build wrote is kept in the file `cache`. */
export function openMarkdownPages(cache: string, version: string): WriteMarkdownPages {
  return async (pages) => {
    const kept = readCache(cache);
    const keys = new Map(pages.map((page) => [page.file, hashPage(page, version)]));
    const missing = pages.filter((page) => !Object.hasOwn(kept, keys.get(page.file) ?? ""));
    const written = missing.length < worthAThread ? missing.map(writeMarkdown) : await writeInThread(missing);
    for (const [index, page] of missing.entries()) kept[keys.get(page.file) ?? ""] = written[index] ?? "";
    const texts = new Map(pages.map((page) => [page.file, kept[keys.get(page.file) ?? ""] ?? ""]));
    if (missing.length > 0) writeCache(cache, Object.fromEntries([...texts].map(([file, text]) => [keys.get(file), text])));
    return texts;
  };
}

function writeInThread(pages: MarkdownPage[]): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./markdown-thread.ts", import.meta.url), { workerData: pages });
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`The thread that writes Markdown ended early (${code}).`)));
  });
}

function hashPage(page: MarkdownPage, version: string): string {
  return createHash("sha1").update(version).update(JSON.stringify(page)).digest("base64url");
}

function readCache(file: string): Record<string, string> {
  try {
    const value: unknown = JSON.parse(readFileSync(file, "utf8"));
    return value !== null && typeof value === "object" ? (value as Record<string, string>) : {};
  } catch {
    return {};
  }
}

function writeCache(file: string, texts: Record<string, string>): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(texts));
  renameSync(`${file}.new`, file);
}
