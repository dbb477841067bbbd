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

let opening: Promise<Library> | undefined;

/** Fetches what every query needs; a failure is forgotten, so that the next try can succeed. */
export function openSearch(base: string, index: string): Promise<Library> {
  const locale = document.documentElement.lang.toLowerCase();
  opening ??= openLibrary((name) => fetchFile(`${base}${index}/${name}`), `terms.${locale}.json`).catch((cause: unknown) => {
    opening = undefined;
    throw cause;
  });
  return opening;
}

/** Answers a query with its first `limit` documents; throws where the index can't be fetched. */
export async function search(base: string, index: string, query: string, choice: Choice, limit: number): Promise<View> {
  const library = await openSearch(base, index);
  const answered = await answer(library, query, choice);
  const hits = await Promise.all(
    answered.pages.slice(0, limit).map(async (page) => {
      const text = await library.loadPage(page);
      return describeHit(text, `${base}${text.url.replace(/^\//, "")}`, answered.marks);
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
