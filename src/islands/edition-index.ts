/** The parts used of Pagefind's own module, which lies beside the index of each edition: https://pagefind.app/docs/api/ */
interface Pagefind {
  options(options: { baseUrl: string; excerptLength: number }): Promise<void>;
  init(): Promise<void>;
  search(query: string): Promise<{ results: { data(): Promise<EditionHit> }[] }>;
}

export interface EditionHit {
  url: string;
  /** Escaped HTML with `mark` around the words found. */
  excerpt: string;
  meta: Record<string, string>;
}

const loading = new Map<string, Promise<Pagefind>>();

/** Finds documents of an edition; throws where its index can't be loaded. */
export async function findInEdition(
  base: string,
  bundle: string,
  query: string,
  limit: number,
): Promise<{ total: number; hits: EditionHit[] }> {
  const { results } = await (await loadIndex(base, bundle)).search(query);
  return { total: results.length, hits: await Promise.all(results.slice(0, limit).map((one) => one.data())) };
}

/** Loads an index once; a failure is forgotten, so that the next try can succeed. */
export function loadIndex(base: string, bundle: string): Promise<Pagefind> {
  const known = loading.get(bundle) ?? start(base, bundle);
  loading.set(bundle, known);
  known.catch(() => loading.delete(bundle));
  return known;
}

async function start(base: string, bundle: string): Promise<Pagefind> {
  const pagefind = (await import(/* @vite-ignore */ `${bundle}pagefind.js`)) as Pagefind;
  await pagefind.options({ baseUrl: base, excerptLength: 24 });
  await pagefind.init();
  return pagefind;
}
