import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { createIndex } from "pagefind";
import { openPack } from "./pack.ts";

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
    const found = known.get(file) ?? {
      file,
      hash: createHash("sha256")
        .update(cutArticle(read(file)))
        .digest("base64url"),
      read: () => cutArticle(read(file)),
    };
    known.set(file, found);
    return found;
  };
}

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
  const key = hashArticles(articles, version);
  const pack = openPack(cache);
  try {
    const names = readNames(pack.read(key));
    const kept = names?.map((name) => [name, pack.read(name)] as const);
    if (kept?.every(([, bytes]) => bytes)) {
      for (const [name, bytes] of kept) if (bytes) writeInto(folder, name, bytes);
      return;
    }
    const fresh = await makeIndex(articles, folder);
    for (const name of fresh) pack.put(name, readFileSync(join(folder, name)));
    pack.put(key, Buffer.from(JSON.stringify(fresh)));
    pack.save([key, ...fresh]);
  } finally {
    pack.close();
  }
}

/** Shown differences are no part of the text, and neither is what the main search leaves out. */
const excludeSelectors = ["del", "[hidden]"];

async function makeIndex(articles: readonly EditionArticle[], folder: string): Promise<string[]> {
  const { index, errors } = await createIndex({ excludeSelectors });
  if (!index) throw new Error(`Pagefind did not start. ${errors.join(" ")}`);
  // Pagefind numbers pages as they come: sent in order, they give the same bytes each time.
  const added = await Promise.all(articles.map(({ file, read }) => index.addHTMLFile({ sourcePath: file, content: read() })));
  const written = await index.writeFiles({ outputPath: folder });
  const failed = [...errors, ...added.flatMap((one) => one.errors), ...written.errors];
  if (failed.length > 0) throw new Error(`The search index of an edition could not be made.\n${failed.join("\n")}`);
  await index.deleteIndex();
  for (const name of readdirSync(folder)) if (unused.test(name)) rmSync(join(folder, name));
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => relative(folder, join(one.parentPath, one.name)))
    .sort();
}

/** Pagefind's own user interfaces, which the handbook does not use. */
const unused = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;

/** The article without the mark of the main search: where any page bears it, Pagefind leaves out those that do not. */
function cutArticle(html: string): string {
  const start = html.indexOf("<article");
  const end = html.lastIndexOf("</article>");
  if (start < 0 || end < 0) return html;
  const article = html.slice(start, end).replace(/^<article[^>]*>/, (tag) => tag.replace(/ data-pagefind-body(?:="")?/, ""));
  return `${/<html[^>]*>/.exec(html)?.[0] ?? "<html>"}<body>${article}</article></body></html>`;
}

function hashArticles(articles: readonly EditionArticle[], version: string): string {
  const hash = createHash("sha256").update(version);
  for (const one of articles) hash.update(`\0${one.file}\0${one.hash}`);
  return `index ${hash.digest("hex").slice(0, 32)}`;
}

function readNames(list: Buffer | undefined): string[] | undefined {
  return list && (JSON.parse(list.toString()) as string[]);
}

function writeInto(folder: string, name: string, bytes: Uint8Array): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}
