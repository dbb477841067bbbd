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
      "--relative", `--format=${commitMark}%at${fieldMark}%s`, "--", ".",
    ]);
  } catch (cause) {
    if (cause instanceof GitError && cause.kind === "absent") return [];
    throw cause;
  }
  const newest = new Map<string, Change>();
  for (const commit of printed.split(commitMark).slice(1)) {
    const [head = "", ...fields] = commit.split("\0").map((one) => one.replace(/^\n/, ""));
    const [seconds = "", subject = ""] = head.split(fieldMark);
    const date = readDate(Number(seconds));
    for (let index = 0; index + 1 < fields.length; index += 2) {
      const status = fields[index] ?? "";
      const file = fields[index + 1] ?? "";
      if (!newest.has(file)) newest.set(file, { file, kind: kinds[status] ?? "changed", date, subject });
    }
  }
  return [...newest.values()];
}

const commitMark = "\x1e";
const fieldMark = "\x1f";
const kinds: Record<string, Change["kind"]> = { A: "added", D: "removed" };

/** Git allows dates that JavaScript can't hold. */
function readDate(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? new Date(0).toISOString() : date.toISOString();
}
