import { followFolder } from "#history/folder.ts";
import { unlessAbsent } from "#history/git.ts";
import { followLineages, type Lineage, type Mark, type State } from "#history/lineage.ts";
import { type LogCache, readLog } from "#history/log.ts";
import { type Message, readMessage } from "#history/message.ts";
import { readObjects } from "#history/objects.ts";
import { findRepository } from "#history/repository.ts";
import type { Address } from "#model/document.ts";
import { type Problem, problem } from "#model/problem.ts";
import { readAnyFileName } from "#source/file-name.ts";
import { settingsFile } from "#source/settings.ts";

/** A document as it stood after one change that landed on main. */
export interface Revision extends Message {
  /** 1 for the oldest one of the document. */
  number: number;
  commit: string;
  /** The place of the commit in `History.commits`: of two revisions, the one with the greater order landed later. */
  order: number;
  /** ISO 8601 in UTC, such as `2026-11-16T08:00:00.000Z`. */
  date: string;
  /** A name, never an e-mail address. */
  author: string | undefined;
  /** Names of people who reviewed or approved it. */
  approvals: string[];
  kind: Mark["kind"];
  /** Its path then, from the content folder. */
  file: string;
  /** The hash of its text then. */
  blob: string;
}

/** A document of today or of earlier with its revisions. */
export interface DocumentHistory {
  /** Where it is on main, or was last. */
  address: Address;
  file: string;
  blob: string;
  /** Whether it is deleted on main. */
  gone: boolean;
  /** Oldest first: r1 is the first one. */
  revisions: readonly Revision[];
  states: readonly State[];
  /** How it stood where the history of this clone begins. */
  earlier: { file: string; blob: string } | undefined;
}

/** What the main line says of every document, in the order in which they were added. */
export interface History {
  documents: readonly DocumentHistory[];
  /** Those that are there on main, by their path from the content folder. */
  byFile: ReadonlyMap<string, DocumentHistory>;
  /** The commits of the main line that changed any text, oldest first; `order` is a place in this list. */
  commits: readonly string[];
  problems: readonly Problem[];
}

const nothing: History = { documents: [], byFile: new Map(), commits: [], problems: [] };

/**
 * Reads the history of the content folder `root`: nothing where there is no repository, `GitError` where git refuses.
 * `cache` holds what git told earlier commands.
 */
export function readHistory(root: string, cache?: LogCache): History {
  return unlessAbsent(() => readRepository(root, cache)) ?? nothing;
}

function readRepository(root: string, cache?: LogCache): History {
  const { folder, boundary, circumstances } = findRepository(root);
  const { landings, partial } = readLog(root, circumstances, cache);
  const lineages = followLineages(followFolder(landings, folder), { ignored: readIgnored(root), boundary });
  const documents = lineages.flatMap((one) => readDocument(one) ?? []);
  const problems: Problem[] = [];
  const first = landings[0];
  if (first && documents.some((one) => one.earlier)) {
    problems.push(problem("shallow-history", settingsPlace, { date: first.date.slice(0, 10), commit: first.commit.slice(0, 10) }));
  }
  if (partial) problems.push(problem("partial-clone", settingsPlace, {}));
  const byFile = new Map(documents.filter((one) => !one.gone).map((one) => [one.file, one]));
  return { documents, byFile, commits: landings.map((one) => one.commit), problems };
}

/** Problems of the history as a whole stand at the start of the settings. */
export const settingsPlace = { file: settingsFile, line: 1, column: 1 };

function readIgnored(root: string): Set<string> {
  const name = "HEAD:.git-blame-ignore-revs";
  const text = readObjects(root, [name]).get(name)?.toString("latin1") ?? "";
  return new Set(text.split("\n").map((line) => line.replace(/#.*/, "").trim()));
}

/** Texts whose name is no document's, such as notes that lie beside them, have no history. */
function readDocument({ file, blob, gone, marks, states, earlier }: Lineage): DocumentHistory | undefined {
  const named = readAnyFileName(file);
  if ("problem" in named) return undefined;
  return { address: named.address, file, blob, gone, revisions: marks.map(readRevision), states, earlier };
}

function readRevision({ landing, order, kind, file, blob }: Mark, index: number): Revision {
  const { commit, date, author, approvals } = landing;
  return { number: index + 1, commit, order, date, author, ...readMessage(landing.message), approvals, kind, file, blob };
}
