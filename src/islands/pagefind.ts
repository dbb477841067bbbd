/** The parts used of Pagefind's own module, which the build puts beside the pages: https://pagefind.app/docs/api/ */
interface Pagefind {
  destroy(): Promise<void>;
  init(): Promise<void>;
  options(options: { baseUrl: string; excerptLength: number }): Promise<void>;
  filters(): Promise<unknown>;
  search(query: string, options?: { filters?: Record<string, string> }): Promise<Matches>;
}

interface Matches {
  results: { data(): Promise<Fragment> }[];
  filters: Record<string, Record<string, number>>;
}

interface Fragment {
  url: string;
  /** Escaped HTML with `mark` around the words found. */
  excerpt: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
}

export interface Found {
  total: number;
  /** Hits of each collection, whichever is chosen. */
  counts: Record<string, number>;
  hits: Hit[];
}

export interface Hit {
  url: string;
  title: string;
  excerpt: string;
  kind: string;
}

/** Finds documents; `kind` narrows to one collection where that has any. Throws where the index can't be loaded. */
export async function findDocuments(base: string, query: string, kind: string, limit: number): Promise<Found> {
  const pagefind = await loadPagefind(base);
  const every = await pagefind.search(query);
  const counts = Object.fromEntries(Object.entries(every.filters["collection"] ?? {}).filter(([, count]) => count > 0));
  const { results } = counts[kind] ? await pagefind.search(query, { filters: { collection: kind } }) : every;
  const fragments = await Promise.all(results.slice(0, limit).map((one) => one.data()));
  return { total: results.length, counts, hits: fragments.map(readHit) };
}

let loading: Promise<Pagefind> | undefined;

/** Loads the search engine once; a failure is forgotten, so that the next try can succeed. */
export function loadPagefind(base: string): Promise<Pagefind> {
  loading ??= startPagefind(`${base}pagefind/pagefind.js`, base).catch((cause: unknown) => {
    loading = undefined;
    throw cause;
  });
  return loading;
}

async function startPagefind(file: string, base: string): Promise<Pagefind> {
  const pagefind = (await import(/* @vite-ignore */ file)) as Pagefind;
  // Its module stays loaded when it failed to fetch the index, and would fail for ever.
  await pagefind.destroy();
  await pagefind.options({ baseUrl: base, excerptLength: 24 });
  await pagefind.init();
  await pagefind.filters();
  return pagefind;
}

function readHit({ url, excerpt, meta, filters }: Fragment): Hit {
  return { url, excerpt, title: meta["title"] ?? url, kind: filters["collection"]?.[0] ?? "" };
}
