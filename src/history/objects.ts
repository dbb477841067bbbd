import { gitBytes, git, GitError } from "#history/git.ts";

/** Reads objects by their names (hashes, or `HEAD:<path>`) through one process; those that this clone lacks are missing. */
export function readObjects(root: string, names: Iterable<string>): Map<string, Buffer> {
  const wanted = [...new Set(names)];
  if (wanted.length === 0) return new Map();
  try {
    return readBatch(root, wanted);
  } catch (cause) {
    if (!(cause instanceof GitError) || cause.kind === "absent") throw cause;
    const present = listObjects(root);
    return readBatch(
      root,
      wanted.filter((one) => present.has(one)),
    );
  }
}

/** Which of some objects this clone holds, by their hashes. */
export function findObjects(root: string, hashes: Iterable<string>): Set<string> {
  const wanted = [...new Set(hashes)];
  if (wanted.length === 0) return new Set();
  try {
    const printed = git(root, ["cat-file", "--batch-check=%(objecttype)", "--buffer"], wanted.map((one) => `${one}\n`).join(""));
    const types = printed.split("\n");
    return new Set(wanted.filter((_, index) => !types[index]?.endsWith(" missing")));
  } catch (cause) {
    if (!(cause instanceof GitError) || cause.kind === "absent") throw cause;
    const present = listObjects(root);
    return new Set(wanted.filter((one) => present.has(one)));
  }
}

/** Git stops at the first object that it would have to fetch, so those that are here are asked for in another way. */
function listObjects(root: string): Set<string> {
  return new Set(git(root, ["cat-file", "--batch-all-objects", "--unordered", "--batch-check=%(objectname)"]).split("\n"));
}

/** The answers stand in the order of the names: `<hash> <type> <size>`, the bytes and a line end, or a line with another end. */
function readBatch(root: string, names: readonly string[]): Map<string, Buffer> {
  const printed = gitBytes(root, ["cat-file", "--batch", "--buffer"], names.map((one) => `${one}\n`).join(""));
  const objects = new Map<string, Buffer>();
  let offset = 0;
  for (const name of names) {
    const lineEnd = printed.indexOf(10, offset);
    const size = /^[0-9a-f]+ \w+ (\d+)$/.exec(printed.toString("latin1", offset, lineEnd))?.[1];
    offset = lineEnd + 1;
    if (size === undefined) continue;
    objects.set(name, printed.subarray(offset, offset + Number(size)));
    offset += Number(size) + 1;
  }
  return objects;
}
