import { hash } from "node:crypto";
import { Worker } from "node:worker_threads";
import { type MarkdownPage, writeMarkdown } from "#exports/markdown.ts";
import type { WriteMarkdownPages } from "#exports/list-exports.ts";
import { openKept } from "./kept.ts";

/** Fewer pages than this are written here, because a thread takes longer to start. */
const worthAThread = 40;

/** Earlier copies, which come back where a branch does. */
const spare = 1_000;

/** Writes Markdown copies in a thread beside Astro's work; what an earlier build wrote is kept in the file `cache`. */
export function openMarkdownPages(cache: string, version: string): WriteMarkdownPages {
  return async (pages) => {
    const kept = openKept(cache, version, spare);
    const keyed = pages.map((page) => ({ page, key: hashPage(page) }));
    const missing = keyed.filter(({ key }) => kept.read(key) === undefined);
    const written = await writeEach(missing.map(({ page }) => page));
    for (const [index, { key }] of missing.entries()) kept.write(key, written[index]);
    kept.save();
    return new Map(keyed.map(({ page, key }) => [page.file, kept.read(key) as string]));
  };
}

async function writeEach(pages: MarkdownPage[]): Promise<string[]> {
  return pages.length < worthAThread ? pages.map(writeMarkdown) : writeInThread(pages);
}

function writeInThread(pages: MarkdownPage[]): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./markdown-thread.ts", import.meta.url), { workerData: pages });
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`The thread that writes Markdown ended early (${code}).`)));
  });
}

function hashPage(page: MarkdownPage): string {
  return hash("sha1", JSON.stringify(page), "base64url");
}
