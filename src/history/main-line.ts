import { git } from "#history/git.ts";
import type { History } from "#history/revisions.ts";

/** Places commits on the main line of the repository around a content folder. */
export interface MainLine {
  /** The place of the newest revision that a commit of the main line holds; undefined for other commits, -1 before the first one. */
  orderOf(commit: string): number | undefined;
  /** The same for the commit at which the main line and another commit parted. */
  partingOf(commit: string): number;
}

/** Reads the main line when it is asked for the first time, because most handbooks never ask. */
export function openMainLine(root: string, { documents }: History): MainLine {
  let orders: Map<string, number> | undefined;
  const read = () => (orders ??= readOrders(root, new Map(documents.flatMap(({ revisions }) => revisions.map((one) => [one.commit, one.order])))));
  return {
    orderOf: (commit) => read().get(commit),
    partingOf(commit) {
      const own = Number(git(root, ["rev-list", "--first-parent", "--count", "HEAD", `^${commit}`]));
      return [...read().values()].at(-1 - own) ?? -1;
    },
  };
}

/** Gives each commit, oldest first, the order of the last one that brought a revision. */
function readOrders(root: string, known: ReadonlyMap<string, number>): Map<string, number> {
  let order = -1;
  const commits = git(root, ["rev-list", "--first-parent", "--reverse", "HEAD"]).trim().split("\n");
  return new Map(commits.map((commit) => [commit, (order = known.get(commit) ?? order)]));
}
