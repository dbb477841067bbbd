import { type Terms, openTerms } from "./terms.ts";
import { CborReader } from "./cbor.ts";
import { compareWords, openWordIndex, type Posting, type WordIndex } from "./word-index.ts";

/** Fetches a file of the index by its name, such as `fragment/zh-cn_1a2b3c.pf_fragment`. */
export type Fetch = (name: string) => Promise<Uint8Array>;

/** Pagefind's index of one language, of which only the parts that are asked for are fetched. */
export interface Library {
  terms: Terms;
  /** Words on each page. */
  lengths: readonly number[];
  /** The names of the metadata fields, by number. */
  fields: readonly string[];
  /** The pages of each value of each filter. */
  loadFilters(): Promise<Filters>;
  /** The words that begin with `start`, each with its pages. */
  find(start: string, accept: (word: string) => boolean): Promise<Found[]>;
  loadPage(page: number): Promise<PageText>;
}

export type Filters = Record<string, Record<string, ReadonlySet<number>>>;

export interface Found {
  word: string;
  postings: Posting[];
}

/** What Pagefind keeps of a page to show it. */
export interface PageText {
  url: string;
  /** Words divided by zero-width spaces in Chinese, by spaces in English. */
  content: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
  anchors: { element: string; id: string; text: string; location: number }[];
}

interface Parts {
  pages: [hash: string, words: number][];
  chunks: [from: string, to: string, hash: string][];
  filters: [name: string, hash: string][];
  fields: string[];
}

/** Opens the index whose words and tables lie in the file `terms`. */
export async function openLibrary(fetch: Fetch, terms: string): Promise<Library> {
  const table = openTerms(JSON.parse(new TextDecoder().decode(await fetch(terms))));
  const { pages, chunks, filters, fields } = readParts(await fetchPart(fetch, `pagefind.${table.index}.pf_meta`));
  const remember = makeMemory();
  const loadChunk = (hash: string) => remember(hash, async () => openWordIndex(await fetchPart(fetch, `index/${hash}.pf_index`)));
  return {
    terms: table,
    lengths: pages.map(([, words]) => words),
    fields,
    loadFilters: () =>
      remember("filters", async () =>
        Object.fromEntries(
          await Promise.all(
            filters.map(async ([name, hash]) => [name, readFilter(await fetchPart(fetch, `filter/${hash}.pf_filter`))] as const),
          ),
        ),
      ),
    async find(start, accept) {
      const ranges = chunks.filter(
        // Only the beginnings of the first and the last word are named.
        ([from, to]) => compareWords(from.slice(0, start.length), start) <= 0 && compareWords(to, start.slice(0, to.length)) >= 0,
      );
      const parts = await Promise.all(ranges.map(([, , hash]) => loadChunk(hash)));
      return parts.flatMap((part) => listWords(part, start, accept));
    },
    loadPage: (page) =>
      remember(`page ${page}`, async () => {
        const bytes = await fetchPart(fetch, `fragment/${pages[page]?.[0]}.pf_fragment`);
        return JSON.parse(new TextDecoder().decode(bytes)) as PageText;
      }),
  };
}

/** Keeps what was loaded; a failure is forgotten, so that the next try can succeed. */
function makeMemory(): <T>(key: string, load: () => Promise<T>) => Promise<T> {
  const kept = new Map<string, Promise<unknown>>();
  return <T>(key: string, load: () => Promise<T>) => {
    const loading = (kept.get(key) as Promise<T> | undefined) ?? load();
    kept.set(key, loading);
    loading.catch(() => kept.delete(key));
    return loading;
  };
}

const signature = "pagefind_dcd";

/** Pagefind's files are compressed, and begin with a signature; a host may have taken the compression away. */
async function fetchPart(fetch: Fetch, name: string): Promise<Uint8Array> {
  const bytes = await fetch(name);
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? await unzip(bytes) : bytes;
  if (new TextDecoder().decode(plain.subarray(0, signature.length)) !== signature)
    throw new Error(`${name} is no file of Pagefind's index.`);
  return plain.subarray(signature.length);
}

async function unzip(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([bytes as BlobPart]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function readParts(bytes: Uint8Array): Parts {
  const [, pages, chunks, filters, , fields] = new CborReader(bytes).readItem() as [
    string,
    Parts["pages"],
    Parts["chunks"],
    Parts["filters"],
    unknown,
    string[],
  ];
  return { pages, chunks, filters, fields };
}

function readFilter(bytes: Uint8Array): Record<string, ReadonlySet<number>> {
  const [, values] = new CborReader(bytes).readItem() as [string, [string, number[]][]];
  return Object.fromEntries(values.map(([value, pages]) => [value, new Set(pages)]));
}

function listWords(part: WordIndex, start: string, accept: (word: string) => boolean): Found[] {
  const found: Found[] = [];
  for (let index = findFirst(part.words, start); part.words[index]?.startsWith(start); index++) {
    const word = part.words[index] ?? "";
    if (accept(word)) found.push({ word, postings: part.read(index) });
  }
  return found;
}

function findFirst(words: readonly string[], start: string): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareWords(words[middle] ?? "", start) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
