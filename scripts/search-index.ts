import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { close, createIndex, type PagefindIndex } from "pagefind";
import { openPack, type Pack } from "./pack.ts";

/** A page that is searched: its path in the output, such as `en/stages/demo/index.html`, and the hash of all that it shows. */
export interface IndexedPage {
  file: string;
  key: string;
}

/** Pagefind's index of the pages of one build, made in a process of its own while pages are still being written. */
export interface SearchIndex {
  /** Whether the pages differ from those of the last build, so that each of them must be added. */
  stale: boolean;
  add(file: string, html: string): void;
  /** Writes the index into `folder`, from the last build where it is not stale. */
  write(folder: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens an index of `pages`, whose last state lies in the file `cache`; `version` names the code that makes it. Pagefind
 * numbers pages as they come, so they are indexed in the order of `pages`, whichever is added first: the same pages give
 * the same bytes.
 */
export function openSearchIndex(pages: readonly IndexedPage[], cache: string, version: string): SearchIndex {
  const pack = openPack(cache);
  const key = hashPages(pages, version);
  const kept = readKept(pack, key);
  const waiting = new Map<string, string>();
  const feeder = startFeeder();
  let next = 0;
  return {
    stale: kept === undefined,
    add(file, html) {
      waiting.set(file, cutArticle(html));
      for (let page = pages[next]; page && waiting.has(page.file); page = pages[++next]) {
        feeder.feed(page.file, waiting.get(page.file) ?? "");
        waiting.delete(page.file);
      }
    },
    async write(folder) {
      for (const [name, bytes] of kept ?? []) writeInto(folder, name, bytes);
      if (kept) return;
      if (next < pages.length) throw new Error("The search index was to be written before all of its pages were made.");
      const names = await writeIndex(await feeder.finish(), folder);
      for (const name of names) pack.put(name, readFileSync(join(folder, name)));
      pack.put(key, Buffer.from(JSON.stringify(names)));
      pack.save([key, ...names]);
    },
    async close() {
      pack.close();
      await close();
    },
  };
}

/** What Pagefind reads of a page, without what stands around it: half of the bytes take half of the time. */
function cutArticle(html: string): string {
  const start = html.indexOf("<article");
  const end = html.lastIndexOf("</article>");
  if (start < 0 || end < 0) return html;
  return `${/<html[^>]*>/.exec(html)?.[0] ?? "<html>"}<body>${html.slice(start, end)}</article></body></html>`;
}

/** Hands pages to Pagefind in order, without waiting for one before it sends the next. */
function startFeeder() {
  let starting: Promise<PagefindIndex> | undefined;
  const fed: Promise<void>[] = [];
  const start = () => (starting ??= startIndex());
  return {
    feed(file: string, html: string): void {
      const done = start().then(async (index) => {
        const { errors } = await index.addHTMLFile({ sourcePath: file, content: html });
        if (errors.length > 0) throw new Error(`The search index could not be made. ${file}: ${errors.join(" ")}`);
      });
      done.catch(() => {});
      fed.push(done);
    },
    async finish(): Promise<PagefindIndex> {
      await Promise.all(fed);
      return start();
    },
  };
}

async function startIndex(): Promise<PagefindIndex> {
  const { index, errors } = await createIndex();
  if (!index) throw new Error(`Pagefind did not start. ${errors.join(" ")}`);
  return index;
}

/** Pagefind's own user interfaces, which the handbook does not use. */
const unused = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;

/** Writes the index and returns the names of its files below `folder`. */
async function writeIndex(index: PagefindIndex, folder: string): Promise<string[]> {
  const { errors } = await index.writeFiles({ outputPath: folder });
  if (errors.length > 0) throw new Error(`The search index could not be written.\n${errors.join("\n")}`);
  for (const name of readdirSync(folder)) if (unused.test(name)) rmSync(join(folder, name));
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => relative(folder, join(one.parentPath, one.name)));
}

function writeInto(folder: string, name: string, bytes: Buffer): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}

/** The files of the index that stands under `key`; undefined where one of them is missing or damaged. */
function readKept(pack: Pack, key: string): Map<string, Buffer> | undefined {
  const list = pack.read(key);
  if (!list) return undefined;
  const files = new Map<string, Buffer>();
  for (const name of JSON.parse(list.toString()) as string[]) {
    const bytes = pack.read(name);
    if (!bytes) return undefined;
    files.set(name, bytes);
  }
  return files;
}

function hashPages(pages: readonly IndexedPage[], version: string): string {
  const hash = createHash("sha256").update(version);
  for (const { file, key } of pages) hash.update(`\0${file}\0${key}`);
  return hash.digest("hex").slice(0, 32);
}
