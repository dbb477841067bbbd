import { git } from "#history/git.ts";
import type { History } from "#history/revisions.ts";

/** Places any commit on the main line of the repository around a content folder. */
export interface MainLine {
  /** The order of the last change of a text that a commit of the main line holds, -1 before the first one; undefined for other commits. */
  orderOf(commit: string): number | undefined;
  /** The same for the commit at which another commit parted from the main line. */
  partingOf(commit: string): number;
}

/** Reads the main line when it is asked for the first time, because most handbooks never ask. */
export function openMainLine(root: string, { commits }: History): MainLine {
  let read: Map<string, number> | undefined;
  const orders = () => (read ??= readOrders(root, commits));
  return {
    orderOf: (commit) => orders().get(commit),
    partingOf(commit) {
      const own = Number(git(root, ["rev-list", "--first-parent", "--count", "HEAD", `^${commit}`]));
      return [...orders().values()].at(-1 - own) ?? -1;
    },
  };
}

function readOrders(root: string, commits: readonly string[]): Map<string, number> {
  const known = new Map(commits.map((commit, order) => [commit, order]));
  let order = -1;
  const line = git(root, ["rev-list", "--first-parent", "--reverse", "HEAD"]).trim().split("\n");
  return new Map(line.map((commit) => [commit, (order = known.get(commit) ?? order)]));
}
