import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { close, createIndex, type PagefindIndex } from "pagefind";
import { copyFolder } from "./output.ts";

/** Pagefind's index of the pages of one build, made in a process of its own while pages are still being written. */
export interface SearchIndex {
  /** Takes in a page that was made just now. */
  add(file: string, html: string): void;
  /** Takes in a page of an earlier build. */
  keep(file: string, html: string): void;
  has(file: string): boolean;
  /** Writes the index below `folder`, from the last build where no page has changed. */
  write(folder: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens an index of the pages `files` (their paths in the output, such as `en/stages/demo/index.html`), whose last state
 * lies in the folder `cache`; `version` names the code that makes it. Pagefind numbers pages as they come, so they are
 * indexed in the order of `files`, whichever is made first: the same pages give the same bytes.
 */
export function openSearchIndex(files: readonly string[], cache: string, version: string): SearchIndex {
  const hashes = new Map<string, string>();
  const waiting = new Map<string, string>();
  const feeder = startFeeder();
  let next = 0;
  let changed = false;
  const take = (file: string, html: string) => {
    hashes.set(file, createHash("sha1").update(html).digest("base64url"));
    waiting.set(file, html);
  };
  const feedInOrder = () => {
    for (let file = files[next]; file !== undefined && waiting.has(file); file = files[++next]) {
      feeder.feed(file, waiting.get(file) ?? "");
      waiting.delete(file);
    }
  };
  return {
    has: (file) => hashes.has(file),
    add(file, html) {
      take(file, html);
      changed = true;
      feedInOrder();
    },
    keep(file, html) {
      take(file, html);
      if (changed) feedInOrder();
    },
    async write(folder) {
      const key = hashPages(hashes, version);
      const kept = join(cache, key);
      if (!existsSync(kept)) {
        feedInOrder();
        await writeIndex(await feeder.finish(), cache, key);
      }
      copyFolder(kept, join(folder, "pagefind"));
    },
    close: async () => void (await close()),
  };
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

async function writeIndex(index: PagefindIndex, cache: string, key: string): Promise<void> {
  const fresh = join(cache, `${key}.new`);
  rmSync(cache, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  const { errors } = await index.writeFiles({ outputPath: fresh });
  if (errors.length > 0) throw new Error(`The search index could not be written.\n${errors.join("\n")}`);
  for (const name of readdirSync(fresh)) if (unused.test(name)) rmSync(join(fresh, name));
  renameSync(fresh, join(cache, key));
}

function hashPages(hashes: ReadonlyMap<string, string>, version: string): string {
  const hash = createHash("sha256").update(version);
  for (const [file, one] of [...hashes].sort(([a], [b]) => (a < b ? -1 : 1))) hash.update(`\0${file}\0${one}`);
  return hash.digest("hex").slice(0, 32);
}
