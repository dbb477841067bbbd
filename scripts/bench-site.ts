import { exitCodes, Failure } from "./command.ts";
import { listFiles } from "./output.ts";

/** Counts the pages of a built site; one whose search does not know `documents` pages or more is a failure, because its time would not count. */
export function countPages(site: string, documents: number): number {
  const indexed = countIndexed(site);
  if (indexed < documents)
    throw new Failure(exitCodes.fault, `The search index in ${site} holds ${indexed} pages; ${documents} documents were built.`);
  return listFiles(site).filter(({ path }) => path.endsWith(".html")).length;
}

/** The pages of all languages in Pagefind's index, which has a file for each. */
function countIndexed(site: string): number {
  return listFiles(site).filter(({ path }) => path.startsWith("pagefind/fragment/")).length;
}

/** The Markdown copies of the documents, such as `en/stages/demo.md`. */
export function listMarkdownCopies(site: string): string[] {
  return listFiles(site).flatMap(({ path }) => (path.endsWith(".md") ? [path] : []));
}
