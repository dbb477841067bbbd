import type { Words } from "./comparison.ts";

/** What differences of editions are shown with, as the build writes it: see `exports/edition-difference.ts`. */
export interface DifferenceFile {
  words: DifferenceWords & Words;
  kinds: Record<string, string>;
  roles: Named[];
  /** Oldest first. */
  editions: ComparedEdition[];
  current: { path: string; entries: string };
}

type Kind = "added" | "changed" | "moved" | "removed";

export interface DifferenceWords extends Record<
  | "result"
  | "since"
  | "current"
  | "edition"
  | "nothing"
  | "must"
  | "who"
  | "documentsToRead"
  | "what"
  | "everyone"
  | "alsoChanged"
  | "formerly"
  | "before"
  | "after"
  | "see"
  | "seeAll",
  string
> {
  changes: Record<Kind, string>;
  counts: Record<Kind, string>;
  documents: readonly [one: string, many: string];
}

export interface Named {
  id: string;
  title: string;
  lang?: string;
}

export interface Link {
  title: string;
  path: string;
  lang?: string;
}

export interface ComparedEdition {
  id: string;
  name: string;
  path: string;
  entries: string;
  task: {
    doDifferently: string;
    lang?: string;
    facts: string;
    roles: Link[];
    /** Documents by their names of today, such as `guides/plans`. */
    affects: string[];
  };
}

/** A document of an edition: see `handbook/edition-entries.ts`. */
export interface ComparedEntry extends Link {
  key: string;
  name: string;
  revision: number;
  meaning?: number;
  collection: string;
  roles?: string[];
  compared?: { place: number; own: string; history: string };
}

/** Loads a file of the build; throws where there is none. */
export async function loadFile<T>(path: string): Promise<T> {
  const response = await fetch(path, { signal: AbortSignal.timeout(20_000) });
  if (!response.ok) throw new Error(`${path} could not be fetched: ${response.status}.`);
  return (await response.json()) as T;
}
