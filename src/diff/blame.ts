import { pairKeys } from "#diff/pair-keys.ts";

/**
 * Tells for each block of the newest revision which revision last changed it, as an index into `revisions`. Takes the
 * keys of the blocks of each revision, newest last. A block that only moved keeps its revision.
 */
export function blameBlocks(revisions: readonly (readonly string[])[]): number[] {
  let blame: number[] = [];
  let old: readonly string[] = [];
  for (const [revision, keys] of revisions.entries()) {
    const { inOrder, moved } = pairKeys(old, keys);
    const next = keys.map(() => revision);
    for (const [from, to] of inOrder.entries()) if (to >= 0) next[to] = blame[from]!;
    for (const [from, to] of moved) next[to] = blame[from]!;
    blame = next;
    old = keys;
  }
  return blame;
}
