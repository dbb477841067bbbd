import { isSettings } from "#history/folder.ts";
import { git } from "#history/git.ts";
import type { State } from "#history/lineage.ts";
import { findRepository } from "#history/repository.ts";
import type { DocumentHistory, History, Revision } from "#history/revisions.ts";
import { readAnyFileName } from "#source/file-name.ts";
import { settingsFile } from "#source/settings.ts";

/** A document as one revision of it. */
export interface Entry {
  document: DocumentHistory;
  revision: Revision;
}

/** The documents of the handbook at one moment. */
export interface Snapshot {
  entries: Entry[];
  /** Paths of documents whose revision is older than the history of this clone. */
  unknown: string[];
  /** Paths of texts that were never on the main line. */
  strays: string[];
}

/** The documents as they stood after landing `order` of the main line. */
export function takeSnapshot({ documents }: History, order: number): Snapshot {
  const snapshot: Snapshot = { entries: [], unknown: [], strays: [] };
  for (const document of documents) {
    const state = document.states.findLast((one) => one.order <= order);
    if (state && !state.gone) add(snapshot, document, state);
  }
  return snapshot;
}

/**
 * The documents as they stand in a commit beside the main line, which it left after landing `parting`: each as the revision
 * with just that text, or else as the main line had it there.
 */
export function readSnapshot(root: string, history: History, commit: string, parting: number): Snapshot {
  const snapshot: Snapshot = { entries: [], unknown: [], strays: [] };
  const standing = indexStates(history);
  for (const [file, blob] of listTexts(root, commit)) {
    const stood = standing.get(file) ?? [];
    const same = stood.filter(({ state }) => state.blob === blob);
    const found = findNearest(same, parting) ?? stood.findLast(({ state }) => state.order <= parting);
    if (same.length === 0) snapshot.strays.push(file);
    if (found) add(snapshot, found.document, found.state);
  }
  return snapshot;
}

interface Standing {
  document: DocumentHistory;
  state: State;
}

function add({ entries, unknown }: Snapshot, document: DocumentHistory, state: State): void {
  const revision = document.revisions[state.revisions - 1];
  if (revision) entries.push({ document, revision });
  else unknown.push(state.file);
}

/** What stood at each path, oldest first. */
function indexStates({ documents }: History): Map<string, Standing[]> {
  const all = documents.flatMap((document) => document.states.map((state) => ({ document, state })));
  const there = all.filter(({ state }) => !state.gone).sort((a, b) => a.state.order - b.state.order);
  return Map.groupBy(there, ({ state }) => state.file);
}

/** The last one before the parting, or the first one that came later. */
function findNearest(standing: readonly Standing[], parting: number): Standing | undefined {
  return standing.findLast(({ state }) => state.order <= parting) ?? standing[0];
}

/** The paths and hashes of the documents of a commit; where it has the settings in one other folder, that one is the content folder. */
function listTexts(root: string, commit: string): [file: string, blob: string][] {
  const printed = git(root, ["ls-tree", "-r", "-z", "--full-tree", commit]);
  const files = printed.split("\0").flatMap((line): [string, string][] => {
    const [, blob = "", path = ""] = /^100\d{3} blob ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
    return path ? [[path, blob]] : [];
  });
  const today = findRepository(root).folder;
  const folders = files.flatMap(([path]) => (isSettings(path) ? [path.slice(0, -settingsFile.length)] : []));
  const folder = folders.length === 1 ? (folders[0] ?? today) : today;
  const below = files.flatMap(([path, blob]): [string, string][] => (path.startsWith(folder) ? [[path.slice(folder.length), blob]] : []));
  return below.filter(([file]) => !("problem" in readAnyFileName(file)));
}
