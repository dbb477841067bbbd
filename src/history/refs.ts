import { git } from "#history/git.ts";
import { refPattern } from "#model/release.ts";

/** Finds the commit of each name of a tag, a branch or a commit, in one process; names that lead nowhere are missing. */
export function findCommits(root: string, names: readonly string[]): Map<string, string> {
  const asked = names.flatMap((name) => spellOut(name).map((ref) => ({ name, ref })));
  const found = new Map<string, string>();
  if (asked.length === 0) return found;
  const printed = git(root, ["cat-file", "--batch-check"], asked.map(({ ref }) => `${ref}^{commit}\n`).join(""));
  for (const [index, line] of printed.split("\n").entries()) {
    const name = asked[index]?.name;
    const commit = /^([0-9a-f]+) commit \d+$/.exec(line)?.[1];
    if (name !== undefined && commit && !found.has(name)) found.set(name, commit);
  }
  return found;
}

/** The names of all tags and branches, without the folder they are in. */
export function listRefs(root: string): string[] {
  const printed = git(root, ["for-each-ref", "--format=%(refname)", "refs/tags", "refs/heads", "refs/remotes/origin"]);
  return [...new Set(printed.split("\n").map((one) => one.replace(/^refs\/(?:tags|heads|remotes\/origin)\//, "")))].filter(Boolean);
}

/** A checkout by a build server knows branches only as those of `origin`; a hash has seven digits at least, so that `2026` is none. */
function spellOut(name: string): string[] {
  if (!refPattern.test(name)) return [];
  const refs = ["refs/tags", "refs/heads", "refs/remotes/origin"].map((folder) => `${folder}/${name}`);
  return [...refs, ...(/^refs\/|^[0-9a-f]{7,64}$/.test(name) ? [name] : [])];
}
