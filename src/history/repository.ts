import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { git } from "#history/git.ts";

/** Where the content folder lies in its repository, and how far back the clone goes. */
export interface Repository {
  /** Absolute path of the content folder. */
  root: string;
  /** The content folder's path in the repository with a slash at its end, or an empty string. */
  folder: string;
  /** Commits whose parents are not in this clone. */
  boundary: ReadonlySet<string>;
}

/** Finds the repository that the folder `root` belongs to; throws `GitError` where there is none. */
export function findRepository(root: string): Repository {
  const printed = git(root, ["rev-parse", "--is-shallow-repository", "--show-prefix"]);
  const lineEnd = printed.indexOf("\n");
  const shallow = printed.slice(0, lineEnd) === "true";
  return { root, folder: printed.slice(lineEnd + 1, -1), boundary: shallow ? readBoundary(root) : new Set() };
}

function readBoundary(root: string): Set<string> {
  const file = git(root, ["rev-parse", "--git-path", "shallow"]).slice(0, -1);
  return new Set(readFileSync(resolve(root, file), "utf8").split("\n"));
}
