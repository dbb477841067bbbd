import { unlessAbsent } from "#history/git.ts";
import { openMainLine } from "#history/main-line.ts";
import { findCommits, listRefs } from "#history/refs.ts";
import type { DocumentHistory, History } from "#history/revisions.ts";
import { type Entry, readSnapshot, type Snapshot, takeSnapshot } from "#history/snapshot.ts";
import type { Address, Document } from "#model/document.ts";
import { findNearest } from "#model/nearest.ts";
import { type Problem, problem } from "#model/problem.ts";

/** The handbook as it stood when a release note landed. */
export interface Edition {
  /** The release note that made it. */
  note: Address;
  commit: string;
  entries: readonly Entry[];
}

export interface Editions {
  editions: Edition[];
  problems: Problem[];
}

/** Makes an edition of each release note that landed or names a commit in `at`; none where there is no repository. */
export function readEditions(root: string, history: History, notes: readonly Document<"releases">[]): Editions {
  return unlessAbsent(() => read(root, history, notes)) ?? { editions: [], problems: [] };
}

function read(root: string, history: History, notes: readonly Document<"releases">[]): Editions {
  const commits = findCommits(
    root,
    notes.flatMap(({ data }) => data.at ?? []),
  );
  const line = openMainLine(root, history);
  const editions: Edition[] = [];
  const problems: Problem[] = [];
  const shallow = history.problems.some((one) => one.rule === "shallow-history");

  for (const note of notes) {
    const { at } = note.data;
    const place = note.locate(["at"]);
    const document = history.byFile.get(note.file);
    const landing = document && findLanding(document);
    const commit = at === undefined ? landing?.commit : commits.get(at);
    if (commit === undefined) {
      if (shallow && (at !== undefined || document)) problems.push(problem("shallow-snapshot", place, {}));
      else if (at !== undefined)
        problems.push(problem("unreadable-snapshot", place, { ref: at, nearest: findNearest(at, listRefs(root)) }));
      continue;
    }
    const order = at === undefined ? landing?.order : line.orderOf(commit);
    const snapshot = order === undefined ? readSnapshot(root, history, commit, line.partingOf(commit)) : takeSnapshot(history, order);
    problems.push(...judge(snapshot, at ?? "", place));
    if (snapshot.unknown.length === 0) editions.push({ note: note.address, commit, entries: snapshot.entries });
  }
  return { editions, problems };
}

/** The revision with which a text became a release note. */
function findLanding({ revisions, earlier }: DocumentHistory) {
  if (earlier && isNote(earlier.file)) return undefined;
  return revisions.find((one) => isNote(one.file));
}

function isNote(file: string): boolean {
  return /^[^/]+\/releases\//.test(file);
}

function judge({ unknown, strays }: Snapshot, ref: string, place: Parameters<typeof problem>[1]): Problem[] {
  const [file] = strays;
  return [
    ...(unknown.length > 0 ? [problem("shallow-snapshot", place, {})] : []),
    ...(file !== undefined ? [problem("stray-snapshot", place, { ref, file, others: strays.length - 1 })] : []),
  ];
}
