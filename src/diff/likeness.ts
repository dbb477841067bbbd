import type { Block } from "#diff/blocks.ts";
import { compareProfiles, countShared, joinProfiles, profileOf } from "#diff/similarity.ts";

/** Whether one block may be shown as having become the other at all, whatever they say. */
export function mayBecome(before: Block, after: Block): boolean {
  return Boolean(before.content) === Boolean(after.content) && nameGroup(before) === nameGroup(after);
}

/** How strongly two blocks are the same one before and after; 0 where they should be told as removed and added. */
export function rateLikeness(before: Block, after: Block): number {
  if (!mayBecome(before, after)) return 0;
  if (before.kind === "section" || before.kind === "cell") return 1;
  const one = profileOf(before);
  const other = profileOf(after);
  const likeness = compareProfiles(one, other);
  const rated = countShared(one, other) * (0.5 + likeness);
  if (before.kind === "row" && sharesFirstCell(before, after)) return rated + 1;
  return likeness >= (thresholds[before.kind] ?? 0.4) ? rated : 0;
}

const thresholds: Partial<Record<Block["kind"], number>> = { table: 0.25, list: 0.3, component: 0.3, code: 0.3, column: 0.5 };

/** How strongly one paragraph is the sum of several: all of them must come from it. */
export function rateSplit(whole: Block, parts: readonly Block[]): number {
  const all = profileOf(whole);
  let most = 0;
  for (const part of parts) {
    const profile = profileOf(part);
    const shared = countShared(all, profile);
    if (profile.size < 3 || shared < 0.6 * profile.size || !mayBecome(whole, part)) return 0;
    most = Math.max(most, shared);
  }
  const joined = joinProfiles(parts);
  const shared = countShared(all, joined);
  const likeness = compareProfiles(all, joined);
  return likeness >= 0.6 && shared >= 1.15 * most ? shared * (0.5 + likeness) : 0;
}

const groups: Record<string, string> = { ol: "ul", th: "td", h2: "h1", h3: "h1", h4: "h1", h5: "h1", h6: "h1" };

function nameGroup({ element, kind, blocks }: Block): string {
  const name = element?.name ?? "p";
  // A row of headings stays one.
  if (name === "tr") return `tr.${blocks[0]?.element?.name ?? ""}`;
  const group = groups[name] ?? name;
  return kind === "component" || name === "div" ? `${group}.${element?.attributes["class"] ?? ""}` : group;
}

function sharesFirstCell(before: Block, after: Block): boolean {
  const [one] = before.blocks;
  return one !== undefined && one.key === after.blocks[0]?.key && profileOf(one).size > 0;
}
