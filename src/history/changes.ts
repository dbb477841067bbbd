import { GitError, git } from "#history/git.ts";

/** A file of the content folder as one commit on the main line left it. */
export interface Change {
  /** Path from the content folder, with slashes. */
  file: string;
  kind: "added" | "changed" | "removed";
  /** ISO 8601 in UTC, such as `2026-11-16T08:00:00.000Z`. */
  date: string;
  /** The first line of the commit's message. */
  subject: string;
}

/**
 * The newest change of each file below `root` that git knows, newest first; empty where there is no repository.
 * Follows the first parents, so that a merged pull request is one change. Throws `GitError` where git refuses.
 */
export function readChanges(root: string): Change[] {
  let printed: string;
  try {
    printed = git(root, [
      "log", "-z", "--first-parent", "--diff-merges=first-parent", "--no-renames", "--name-status", "--no-ext-diff", "--no-textconv",
      "--no-color", "--relative", "--format=%at %s", "--", ".",
    ]);
  } catch (cause) {
    if (cause instanceof GitError && cause.kind === "absent") return [];
    throw cause;
  }
  const newest = new Map<string, Change>();
  let commit: Pick<Change, "date" | "subject"> = { date: readDate(0), subject: "" };
  const fields = printed.split("\0").map((one) => one.replace(/^\n/, "")).values();
  for (const field of fields) {
    // A commit begins with its date, a file with one letter; its name follows.
    const [, seconds, subject = ""] = /^(-?\d+) (.*)$/s.exec(field) ?? [];
    if (seconds !== undefined) {
      commit = { date: readDate(Number(seconds)), subject: subject.replace(/[\u0000-\u001f\u007f]/g, " ") };
      continue;
    }
    const file = fields.next().value;
    if (file !== undefined && !newest.has(file)) newest.set(file, { file, kind: kinds[field] ?? "changed", ...commit });
  }
  return [...newest.values()];
}

const kinds: Record<string, Change["kind"]> = { A: "added", D: "removed" };

/** Git allows dates that JavaScript can't hold. */
function readDate(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? new Date(0).toISOString() : date.toISOString();
}
