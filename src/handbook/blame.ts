import { blameBlocks } from "#diff/blame.ts";
import type { BlockKind } from "#diff/blocks.ts";
import { pairKeys } from "#diff/pair-keys.ts";
import type { Digest } from "#handbook/digest.ts";
import type { BlockBlame } from "#model/body.ts";

/** A revision with what it says in short. */
export interface Digested {
  number: number;
  digest: Digest;
}

/** What changed since a reader saw one of the revisions from `first` to `last`. */
export interface ChangeSince {
  first: number;
  last: number;
  /** How many blocks are new or say something else; missing where a text can't be compared. */
  blocks: Partial<Record<BlockKind, number>> | undefined;
  removed: number;
  /** Names of fields that readers see. */
  fields: string[];
}

/** Older revisions are nobody's memory. */
const remembered = 100;

/**
 * Tells for each block of the text `now` when it last changed, and for each revision what changed since. Oldest revision
 * first; what stood in `origin` already, before all of them, changed nobody knows when.
 */
export function blameText(revisions: readonly Digested[], now: Digest, isShown: (field: string) => boolean, origin?: Digest) {
  const newest = revisions.at(-1)?.digest;
  const known = revisions.flatMap(({ number, digest }) => (digest.blocks ? [{ number, blocks: digest.blocks }] : []));
  const before = origin && (origin.blocks ?? known[0]?.blocks);
  const chain = [
    ...(before ? [{ number: undefined, blocks: before }] : []),
    ...known,
    ...(now.blocks && newest && !isSame(newest, now) ? [{ number: undefined, blocks: now.blocks }] : []),
  ];
  const blame: BlockBlame[] = blameBlocks(chain.map(({ blocks }) => blocks.map(join))).map((index) => ({ revision: chain[index]?.number }));
  const since: ChangeSince[] = [];
  for (const { number, digest } of revisions.slice(-remembered - 1, -1)) {
    const change = compare({ number, digest }, { blame, now, landed: newest ?? now }, isShown);
    if (!change) continue;
    const last = since.at(-1);
    if (last && last.last === number - 1 && isLike(last, change)) last.last = number;
    else since.push(change);
  }
  return { blame, since };
}

/** Whether readers see the same in two texts. */
export function isSame(one: Digest, other: Digest, isShown: (field: string) => boolean = () => true): boolean {
  const equal = one.blocks?.map(join).join() === other.blocks?.map(join).join();
  return equal && listChangedFields(one, other, isShown).length === 0;
}

interface Today {
  blame: BlockBlame[];
  now: Digest;
  /** The newest revision, which may be another one than what the page shows. */
  landed: Digest;
}

function compare(
  { number, digest }: Digested,
  { blame, now, landed }: Today,
  isShown: (field: string) => boolean,
): ChangeSince | undefined {
  const fields = listChangedFields(digest, landed, isShown);
  const about = { first: number, last: number, fields };
  if (!digest.blocks || !now.blocks || !landed.blocks) return { ...about, blocks: undefined, removed: 0 };
  const old = digest.blocks;
  const pairs = pair(old, now.blocks);
  const { kept } = pairs;
  const blocks: ChangeSince["blocks"] = {};
  for (const [index, one] of blame.entries()) {
    if (one.revision === undefined || one.revision <= number) continue;
    const kind = now.blocks[index]![0];
    if (kept.has(index)) (one.held ??= []).push(number);
    else blocks[kind] = (blocks[kind] ?? 0) + 1;
  }
  const removed = countRemoved(old, landed.blocks, landed.blocks === now.blocks ? pairs : pair(old, landed.blocks));
  return fields.length > 0 || removed > 0 || Object.keys(blocks).length > 0 ? { ...about, blocks, removed } : undefined;
}

/** Which blocks of `after` stood in `before` too. */
function pair(before: NonNullable<Digest["blocks"]>, after: NonNullable<Digest["blocks"]>) {
  const { inOrder, moved } = pairKeys(before.map(join), after.map(join));
  return { inOrder, moved, kept: new Set([...inOrder, ...moved.map(([, to]) => to)]) };
}

/** Counts the blocks that are gone: between two that stayed, those for which nothing of their kind has come. */
function countRemoved(
  before: NonNullable<Digest["blocks"]>,
  after: NonNullable<Digest["blocks"]>,
  { inOrder, moved, kept }: ReturnType<typeof pair>,
): number {
  const left = new Set(moved.map(([from]) => from));
  let removed = 0;
  let next = 0;
  let gone = new Map<BlockKind, number>();
  const close = (end: number) => {
    for (; next < end; next++) {
      const kind = after[next]![0];
      if (!kept.has(next)) gone.set(kind, (gone.get(kind) ?? 0) - 1);
    }
    for (const count of gone.values()) removed += Math.max(0, count);
    gone = new Map();
  };
  for (const [from, to] of inOrder.entries()) {
    const kind = before[from]![0];
    if (to >= 0) close(to);
    else if (!left.has(from)) gone.set(kind, (gone.get(kind) ?? 0) + 1);
  }
  close(after.length);
  return removed;
}

function listChangedFields(before: Digest, after: Digest, isShown: (field: string) => boolean): string[] {
  const names = [...new Set([...Object.keys(after.fields), ...Object.keys(before.fields)])].filter(isShown);
  return names.filter((name) => read(before, name) !== read(after, name));
}

function read({ fields }: Digest, name: string): string | undefined {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

function isLike(one: ChangeSince, other: ChangeSince): boolean {
  const tell = ({ blocks, removed, fields }: ChangeSince) => JSON.stringify([blocks, removed, fields]);
  return tell(one) === tell(other);
}

function join([kind, key]: [BlockKind, string]): string {
  return `${kind} ${key}`;
}
