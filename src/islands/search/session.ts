import { answer, type Answer, type Choice } from "./answer.ts";
import { describeHit, type Hit } from "./excerpt.ts";
import { type Library, openLibrary } from "./library.ts";

/** What the reader sees of an answer. */
export interface View {
  answer: Answer;
  hits: Hit[];
  /** The titles of the values of filters. */
  titles: Record<string, Record<string, string>>;
}

/** Where is searched: the index of the handbook or of an edition, in whose addresses `suffix` says which one. */
export interface Source {
  base: string;
  index: string;
  suffix: string;
}

const opening = new Map<string, Promise<Library>>();

/** Fetches what every query needs; a failure is forgotten, so that the next try can succeed. */
export function openSearch(base: string, index: string): Promise<Library> {
  const locale = document.documentElement.lang.toLowerCase();
  const folder = `${base}${index}/`;
  const library = opening.get(folder) ?? openLibrary((name) => fetchFile(`${folder}${name}`), `terms.${locale}.json`);
  opening.set(folder, library);
  library.catch(() => opening.delete(folder));
  return library;
}

/** Answers a query with its first `limit` documents; throws where the index can't be fetched. */
export async function search({ base, index, suffix }: Source, query: string, choice: Choice, limit: number): Promise<View> {
  const library = await openSearch(base, index);
  const answered = await answer(library, query, choice);
  const hits = await Promise.all(
    answered.pages.slice(0, limit).map(async (page) => {
      const text = await library.loadPage(page);
      return describeHit(text, `${base}${text.url.replace(/^\//, "")}${suffix}`, answered.marks);
    }),
  );
  return { answer: answered, hits, titles: library.terms.filters };
}

async function fetchFile(path: string): Promise<Uint8Array> {
  // The names of all other files change with what they hold.
  const response = await fetch(path, path.endsWith(".json") ? { cache: "no-cache" } : {});
  if (!response.ok) throw new Error(`${path} could not be fetched: ${response.status}.`);
  return new Uint8Array(await response.arrayBuffer());
}
