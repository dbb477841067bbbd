import { isAtom } from "#diff/elements.ts";
import { type Block, describeInline } from "#diff/blocks.ts";
import { isElement, type TreeNode } from "#diff/tree.ts";

/** What a block is recognised by: how often each word, pair of Chinese characters or picture occurs in it. */
export interface Profile {
  counts: ReadonlyMap<string, number>;
  size: number;
}

const profiles = new WeakMap<Block, Profile>();

export function profileOf(block: Block): Profile {
  let profile = profiles.get(block);
  if (!profile) profiles.set(block, (profile = countFeatures(block)));
  return profile;
}

/** The profile of several blocks as if they were one. */
export function joinProfiles(blocks: readonly Block[]): Profile {
  if (blocks.length === 1) return profileOf(blocks[0]!);
  const counts = new Map<string, number>();
  let size = 0;
  for (const block of blocks) {
    if (size > enough) break;
    const profile = profileOf(block);
    size += profile.size;
    for (const [feature, count] of profile.counts) counts.set(feature, (counts.get(feature) ?? 0) + count);
  }
  return { counts, size };
}

/** How many features two profiles share. */
export function countShared(one: Profile, other: Profile): number {
  const [few, many] = one.counts.size <= other.counts.size ? [one, other] : [other, one];
  let shared = 0;
  for (const [feature, count] of few.counts) shared += Math.min(count, many.counts.get(feature) ?? 0);
  return shared;
}

/** From 0, nothing in common, to 1, the same words (Dice's coefficient). */
export function compareProfiles(one: Profile, other: Profile): number {
  const size = one.size + other.size;
  return size === 0 ? 0 : (2 * countShared(one, other)) / size;
}

/** Features after which a block is known well enough. */
const enough = 5000;

function countFeatures(block: Block): Profile {
  if (!block.content) return joinProfiles(block.blocks);
  const counts = new Map<string, number>();
  let size = 0;
  const add = (feature: string) => {
    counts.set(feature, (counts.get(feature) ?? 0) + 1);
    size++;
  };
  const visit = (nodes: readonly TreeNode[]): void => {
    for (const node of nodes) {
      if (size > enough) return;
      if (!isElement(node)) addWords(node, add);
      else if (isAtom(node)) add(describeInline(node));
      else visit(node.children);
    }
  };
  visit(block.content);
  return { counts, size };
}

const parts =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{M}\p{N}])+/gu;
const unspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

function addWords(text: string, add: (feature: string) => void): void {
  for (const [part] of text.matchAll(parts)) {
    if (!unspaced.test(part)) add(part.toLowerCase());
    else if (part.length === 1) add(part);
    else for (let index = 1; index < part.length; index++) add(part.slice(index - 1, index + 1));
  }
}
