import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { close, createIndex, type PagefindIndex } from "pagefind";
import { blocks } from "./compact-html.ts";
import { readyForExcerpts } from "./search-fields.ts";

/** An index that Pagefind makes in a process of its own while the pages are still being made. */
export interface Pagefind {
  /** Adds a page, by its path in the output; does not wait for it. Pages are numbered as they come: the same order gives the same bytes. */
  add(file: string, html: string): void;
  /** Writes the files of the index into `folder`; returns the names of the indexes, one for each language of the pages. */
  write(folder: string): Promise<string[]>;
}

/** Starts with the first page that is added. Elements that match `excludeSelectors` are no part of a page's text. */
export function startPagefind(excludeSelectors: string[] = []): Pagefind {
  let starting: Promise<PagefindIndex> | undefined;
  const added: Promise<void>[] = [];
  const start = () => (starting ??= startIndex(excludeSelectors));
  return {
    add(file, html) {
      const done = start().then(async (index) => {
        const { errors } = await index.addHTMLFile({ sourcePath: file, content: html });
        if (errors.length > 0) throw new Error(`The search index could not be made. ${file}: ${errors.join(" ")}`);
      });
      done.catch(() => {});
      added.push(done);
    },
    async write(folder) {
      await Promise.all(added);
      const index = await start();
      const { errors } = await index.writeFiles({ outputPath: folder });
      if (errors.length > 0) throw new Error(`The search index could not be written.\n${errors.join("\n")}`);
      // Nobody need wait until it is forgotten.
      index.deleteIndex().catch(() => {});
      const entry = JSON.parse(readFileSync(join(folder, entryFile), "utf8")) as { languages: Record<string, { hash: string }> };
      for (const name of readdirSync(folder)) if (unused.test(name)) rmSync(join(folder, name));
      return Object.values(entry.languages).map((one) => one.hash);
    },
  };
}

/** Ends Pagefind's process. */
export async function endPagefind(): Promise<void> {
  await close();
}

async function startIndex(excludeSelectors: string[]): Promise<PagefindIndex> {
  const { index, errors } = await createIndex({ excludeSelectors });
  if (!index) throw new Error(`Pagefind did not start. ${errors.join(" ")}`);
  return index;
}

/** The file by which Pagefind's own engine finds the indexes. */
const entryFile = "pagefind-entry.json";

/** Pagefind's own engine and user interfaces: the handbook reads the index by itself. */
const unused = /^(?:pagefind(?:-.+)?\.(?:js|css|json)|wasm\..+\.pagefind)$/;

/**
 * What Pagefind reads of a page, without what stands around it: half of the bytes take half of the time. Words of two blocks
 * are kept apart, because pages have no white space there, and Pagefind parts texts at some blocks alone.
 */
export function cutArticle(html: string): string {
  const start = html.indexOf("<article");
  const end = html.lastIndexOf("</article>");
  if (start < 0 || end < 0) return html;
  const whole = html.slice(start, end);
  // On the page of a revision the title stands above what is said of it.
  const title = whole.includes("<h1") ? "" : (/<h1[^>]*>.*?<\/h1>/s.exec(html.slice(0, start))?.[0] ?? "");
  const article = readyForExcerpts(whole.replace(/^<article[^>]*>/, (tag) => tag + title)).replace(blockEnds, "$& ");
  return `${/<html[^>]*>/.exec(html)?.[0] ?? "<html>"}<body>${article}</article></body></html>`;
}

const blockEnds = new RegExp(`</(?:${[...blocks].join("|")})>`, "g");
