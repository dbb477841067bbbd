import { type Box, findSplit } from "#diff/split-box.ts";

/**
 * Finds equal items of two sequences that stand in the same order: for each of `before` the index of its partner in
 * `after`, or -1. Shortest edit script in linear space (Myers 1986, the way of git) where the sequences have much in
 * common; beyond a limit of work it settles for a good one. With `anchors`, items that occur once on both sides are
 * paired first ("patience"), which keeps frequent items from pulling unrelated places together.
 */
export function diffSequences<Item>(before: readonly Item[], after: readonly Item[], { anchors = false } = {}): Int32Array {
  const partners = new Int32Array(before.length).fill(-1);
  // Most of two revisions is the same from both ends, where nothing need be looked up.
  const changed = trim({ a0: 0, a1: before.length, b0: 0, b1: after.length }, before, after, (i, j) => (partners[i] = j));
  const middles = [before.slice(changed.a0, changed.a1), after.slice(changed.b0, changed.b1)] as const;
  const old = keepShared(middles[0], middles[1], changed.a0);
  const now = keepShared(middles[1], middles[0], changed.b0);
  const numbers = new Map<Item, number>();
  const number = (item: Item) => {
    let known = numbers.get(item);
    if (known === undefined) numbers.set(item, (known = numbers.size));
    return known;
  };
  const a = Int32Array.from(old, (index) => number(before[index]!));
  const b = Int32Array.from(now, (index) => number(after[index]!));
  const pair = (i: number, j: number) => (partners[old[i]!] = now[j]!);

  const open: Box[] = [];
  const whole: Box = trim({ a0: 0, a1: a.length, b0: 0, b1: b.length }, a, b, pair);
  if (anchors) open.push(...splitAtAnchors(whole, a, b, numbers.size, pair));
  else open.push(whole);
  for (let box = open.pop(); box; box = open.pop()) {
    const rest = trim(box, a, b, pair);
    if (rest.a0 === rest.a1 || rest.b0 === rest.b1) continue;
    const [i, j] = findSplit(a, b, rest);
    open.push({ ...rest, a1: i, b1: j }, { ...rest, a0: i, b0: j });
  }
  return partners;
}

type Pair = (i: number, j: number) => void;

/** Places of the items that the other sequence has too, counted from `start`; no other can have a partner. */
function keepShared<Item>(items: readonly Item[], others: readonly Item[], start: number): number[] {
  const known = new Set(others);
  const kept: number[] = [];
  for (let index = 0; index < items.length; index++) if (known.has(items[index]!)) kept.push(start + index);
  return kept;
}

/** Pairs what is equal at both ends of a box. */
function trim<Items extends ArrayLike<unknown>>(box: Box, a: Items, b: Items, pair: Pair): Box {
  let { a0, a1, b0, b1 } = box;
  while (a0 < a1 && b0 < b1 && a[a0] === b[b0]) pair(a0++, b0++);
  while (a0 < a1 && b0 < b1 && a[a1 - 1] === b[b1 - 1]) pair(--a1, --b1);
  return { a0, a1, b0, b1 };
}

function splitAtAnchors(box: Box, a: Int32Array, b: Int32Array, size: number, pair: Pair): Box[] {
  const inA = countPlaces(a, box.a0, box.a1, size);
  const inB = countPlaces(b, box.b0, box.b1, size);
  const places: [number, number][] = [];
  for (let i = box.a0; i < box.a1; i++) {
    const item = a[i]!;
    if (inA.counts[item] === 1 && inB.counts[item] === 1) places.push([i, inB.last[item]!]);
  }
  const boxes: Box[] = [];
  let { a0, b0 } = box;
  for (const index of longestRising(places.map(([, j]) => j))) {
    const [i, j] = places[index]!;
    pair(i, j);
    boxes.push({ a0, a1: i, b0, b1: j });
    a0 = i + 1;
    b0 = j + 1;
  }
  return [...boxes, { ...box, a0, b0 }];
}

function countPlaces(items: Int32Array, from: number, to: number, size: number) {
  const counts = new Int32Array(size);
  const last = new Int32Array(size);
  for (let index = from; index < to; index++) {
    const item = items[index]!;
    counts[item] = counts[item]! + 1;
    last[item] = index;
  }
  return { counts, last };
}

/** Indexes of a longest subsequence of rising values. */
export function longestRising(values: readonly number[]): number[] {
  const tails: number[] = [];
  const previous = new Int32Array(values.length).fill(-1);
  for (const [index, value] of values.entries()) {
    let low = 0;
    for (let high = tails.length; low < high;) {
      const middle = (low + high) >> 1;
      if (values[tails[middle]!]! < value) low = middle + 1;
      else high = middle;
    }
    if (low > 0) previous[index] = tails[low - 1]!;
    tails[low] = index;
  }
  const rising: number[] = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index]!) rising.push(index);
  return rising.reverse();
}
