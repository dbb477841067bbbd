/** What an edition holds, as the build writes it: see `exports/edition-json.ts`. */
export interface EditionFile {
  id: string;
  name: string;
  date: string;
  path: string;
  search: string;
  /** The folder of its search index, and what is added to the address of a document that was found. */
  index: string;
  suffix: string;
  newer?: { id: string; name: string } | undefined;
  /** The table of contents of the edition in place of each collection's index, by the path of that. */
  sections: Record<string, string>;
  documents: EditionDocument[];
  words: ReadingWords;
}

export type ReadingWords = Record<
  "reading" | "old" | "foreign" | "newer" | "contents" | "leave" | "gone" | "previous" | "next" | "neighbours" | "searchIn" | "searchHint",
  string
>;

export interface EditionDocument {
  /** Its path in the handbook of today. */
  of: string;
  /** Its page in the edition. */
  path: string;
  title: string;
  lang?: string;
}

/** Loads what an edition holds; undefined where there is none of that name. */
export async function loadEdition(root: string, id: string): Promise<EditionFile | undefined> {
  const response = await fetch(`${root}${encodeURIComponent(id)}/edition.json`);
  return response.ok ? ((await response.json()) as EditionFile) : undefined;
}
