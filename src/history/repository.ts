import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { git } from "#history/git.ts";

/** Where the content folder lies in its repository, and how far back the clone goes. */
export interface Repository {
  /** Absolute path of the content folder. */
  root: string;
  /** The content folder's path in the repository with a slash at its end, or an empty string. */
  folder: string;
  /** Commits whose parents are not in this clone. */
  boundary: ReadonlySet<string>;
  /** Names all beside a commit itself that decides what git says of it: the boundary, commits that stand for others, and names of people. */
  circumstances: string;
}

/** Finds the repository that the folder `root` belongs to; throws `GitError` where there is none. */
export function findRepository(root: string): Repository {
  const printed = git(root, ["rev-parse", "--glob=refs/replace/", "--is-shallow-repository", "--show-cdup", "--show-prefix"]);
  const [, replaced = "", shallow, up = "", folder = ""] = /^([^]*?)(true|false)\n(.*)\n([^]*)\n$/.exec(printed) ?? [];
  const boundary = shallow === "true" ? readBoundary(root) : new Set<string>();
  const people = readMailmap(join(root, up));
  return { root, folder, boundary, circumstances: hash("sha1", JSON.stringify([[...boundary].sort(), replaced, people])) };
}

/** See https://git-scm.com/docs/gitmailmap */
function readMailmap(top: string): string {
  try {
    return readFileSync(join(top, ".mailmap"), "latin1");
  } catch {
    return "";
  }
}

function readBoundary(root: string): Set<string> {
  const file = git(root, ["rev-parse", "--git-path", "shallow"]).slice(0, -1);
  return new Set(readFileSync(resolve(root, file), "utf8").split("\n"));
}
