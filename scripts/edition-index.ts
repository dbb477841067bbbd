import { createHash } from "node:crypto";
import { openKeptFolder, readFiles, writeFiles } from "./kept-folder.ts";
import { cutArticle, startPagefind } from "./pagefind.ts";

/** The article of a page with a document of editions: where the page lies in the output, and the hash of what is searched there. */
export interface EditionArticle {
  file: string;
  hash: string;
  read(): string;
}

/** Reads the articles of pages, each once, whatever the editions it belongs to. */
export function openArticles(read: (file: string) => string): (file: string) => EditionArticle {
  const known = new Map<string, EditionArticle>();
  return (file) => {
    const readArticle = () => unmark(cutArticle(read(file)));
    const found = known.get(file) ?? { file, hash: createHash("sha256").update(readArticle()).digest("base64url"), read: readArticle };
    known.set(file, found);
    return found;
  };
}

/** Shown differences are no part of the text, and neither is what the main search leaves out. */
const excludeSelectors = ["del", "[data-change=removed]", "[data-change=left]", ".change-note", "[hidden]"];

/**
 * Writes the search index of an edition into `folder`. It holds the articles alone, so that what stands around them may
 * change; while they stay the same, it is taken from the file `cache`. `version` names the code that makes it.
 */
export async function writeEditionIndex(
  articles: readonly EditionArticle[],
  folder: string,
  cache: string,
  version: string,
): Promise<void> {
  const kept = openKeptFolder(cache, hashArticles(articles, version));
  try {
    if (kept.files) return writeFiles(folder, kept.files);
    const pagefind = startPagefind(excludeSelectors);
    for (const { file, read } of articles) pagefind.add(file, read());
    await pagefind.write(folder);
    kept.keep(readFiles(folder));
  } finally {
    kept.close();
  }
}

/** Takes away the mark of the main search: where any page bears it, Pagefind leaves out those that do not. */
function unmark(html: string): string {
  return html.replace(/<article[^>]*>/, (tag) => tag.replace(/ data-pagefind-body(?:="")?/, ""));
}

function hashArticles(articles: readonly EditionArticle[], version: string): string {
  const hash = createHash("sha256").update(version);
  for (const one of articles) hash.update(`\0${one.file}\0${one.hash}`);
  return hash.digest("hex").slice(0, 32);
}
