import { type History, readHistory, type Revision } from "#history/revisions.ts";

/** The newest revision of a document that is there on main. */
export interface Change extends Pick<Revision, "kind" | "date" | "subject"> {
  /** Path from the content folder, with slashes. */
  file: string;
}

/** The newest change of each document below `root`, newest first; see `readHistory`. */
export function readChanges(root: string): Change[] {
  return listChanges(readHistory(root));
}

/** The newest change of each document, those that landed last first. */
export function listChanges({ byFile }: History): Change[] {
  const newest = [...byFile.values()].flatMap(({ file, revisions }) => {
    const revision = revisions.at(-1);
    return revision ? [{ file, revision }] : [];
  });
  return newest
    .sort((a, b) => b.revision.order - a.revision.order)
    .map(({ file, revision: { kind, date, subject } }) => ({ file, kind, date, subject }));
}
