import { diffSequences } from "#diff/sequence.ts";

/**
 * Pairs equal keys of two lists: as many as stand in the same order (`inOrder`, for each of `before` the place of its
 * partner or -1), then those that stand elsewhere (`moved`, by rising place in `after`).
 */
export function pairKeys(
  before: readonly string[],
  after: readonly string[],
): { inOrder: Int32Array; moved: [from: number, to: number][] } {
  const inOrder = diffSequences(before, after, { anchors: true });
  const taken = new Set(inOrder);
  const waiting = new Map<string, number[]>();
  for (const [from, to] of inOrder.entries()) {
    if (to >= 0) continue;
    const places = waiting.get(before[from]!);
    if (places) places.push(from);
    else waiting.set(before[from]!, [from]);
  }
  const moved: [number, number][] = [];
  for (const [to, key] of after.entries()) {
    const from = taken.has(to) ? undefined : waiting.get(key)?.shift();
    if (from !== undefined) moved.push([from, to]);
  }
  return { inOrder, moved };
}
