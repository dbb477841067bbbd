import type { FieldChange, ItemChange } from "#diff/field-change.ts";
import { isRecord, writeValue } from "#diff/field-values.ts";
import { pairKeys } from "#diff/pair-keys.ts";
import { compareProfiles, type Profile, profileOf } from "#diff/similarity.ts";

type DiffFields = (before: unknown, after: unknown) => FieldChange[];
type Pair = [from: number, to: number];

/** Compares two lists item by item: equal ones first, then those of the same name or with much the same text. */
export function diffLists(before: readonly unknown[], after: readonly unknown[], diffFields: DiffFields): ItemChange[] {
  const { inOrder, moved } = pairKeys(
    before.map((one) => writeValue(one)),
    after.map((one) => writeValue(one)),
  );
  const kept: Pair[] = [...inOrder.entries()].filter(([, to]) => to >= 0);
  const alike = pairAlike(before, after, [...kept, ...moved]);
  const pairs = [...kept, ...moved, ...alike];
  return [
    ...moved.map(([from, to]): Placed => ({ at: to, change: { type: "moved", from, to, before: before[from], after: after[to] } })),
    ...alike.map(([from, to]): Placed => ({ at: to, change: tellChanged(from, to, before, after, diffFields) })),
    ...tellAdded(pairs, after),
    ...tellRemoved(pairs, kept, before),
  ]
    .sort((one, other) => one.at - other.at)
    .map(({ change }) => change);
}

/** A change with its place among the others. */
interface Placed {
  at: number;
  change: ItemChange;
}

function tellChanged(from: number, to: number, before: readonly unknown[], after: readonly unknown[], diffFields: DiffFields): ItemChange {
  const [one, other] = [before[from], after[to]];
  const change: ItemChange = { type: "changed", from, to, before: one, after: other };
  return isRecord(one) && isRecord(other) ? { ...change, fields: diffFields(one, other) } : change;
}

function tellAdded(pairs: readonly Pair[], after: readonly unknown[]): Placed[] {
  const known = new Set(pairs.map(([, to]) => to));
  return [...after.entries()].filter(([to]) => !known.has(to)).map(([to, one]) => ({ at: to, change: { type: "added", to, after: one } }));
}

/** What is gone is told where it would stand now: after the last item that stayed before it. */
function tellRemoved(pairs: readonly Pair[], kept: readonly Pair[], before: readonly unknown[]): Placed[] {
  const known = new Set(pairs.map(([from]) => from));
  const removed: Placed[] = [];
  let last = 0;
  for (const [from, one] of before.entries()) {
    while (last < kept.length && kept[last]![0] < from) last++;
    if (!known.has(from)) removed.push({ at: (kept[last - 1]?.[1] ?? -1) + 0.5, change: { type: "removed", from, before: one } });
  }
  return removed;
}

/** Products of lengths up to which all items are compared with all others; beyond, those at the same place. */
const small = 40_000;

/** Pairs items that are the same one before and after, the most alike first. */
function pairAlike(before: readonly unknown[], after: readonly unknown[], equal: readonly Pair[]): Pair[] {
  const old = listOthers(
    before,
    equal.map(([from]) => from),
  );
  const now = listOthers(
    after,
    equal.map(([, to]) => to),
  );
  const alone = old.length === 1 && now.length === 1;
  const profiles = new Map<unknown, Profile>();
  const rated: { pair: Pair; likeness: number }[] = [];
  for (const [index, from] of old.entries()) {
    for (const to of old.length * now.length > small ? now.slice(index, index + 1) : now) {
      const likeness = rateItems(before[from], after[to], alone, profiles);
      if (likeness > 0) rated.push({ pair: [from, to], likeness });
    }
  }
  const pairs: Pair[] = [];
  const [gone, come] = [new Set<number>(), new Set<number>()];
  const distance = ([from, to]: Pair) => Math.abs(from - to);
  for (const { pair } of rated.sort((one, other) => other.likeness - one.likeness || distance(one.pair) - distance(other.pair))) {
    if (gone.has(pair[0]) || come.has(pair[1])) continue;
    gone.add(pair[0]);
    come.add(pair[1]);
    pairs.push(pair);
  }
  return pairs;
}

function listOthers(items: readonly unknown[], paired: readonly number[]): number[] {
  const known = new Set(paired);
  return [...items.keys()].filter((index) => !known.has(index));
}

/** Fields by which people know an item; the first that both have decides. */
const names = ["id", "ref", "kpi", "name", "to", "text", "title", "label", "rule", "do", "when", "claim", "risk", "day"];

function rateItems(before: unknown, after: unknown, alone: boolean, profiles: Map<unknown, Profile>): number {
  if (isRecord(before) && isRecord(after)) {
    const name = names.find((one) => one in before && one in after);
    if (name && writeValue(before[name]) === writeValue(after[name])) return 2;
  } else if (typeof before !== "string" || typeof after !== "string") {
    return alone && typeof before === typeof after && Array.isArray(before) === Array.isArray(after) ? 1 : 0;
  }
  const likeness = compareProfiles(readProfile(before, profiles), readProfile(after, profiles));
  if (likeness >= 0.5) return likeness;
  return alone && isRecord(before) && isRecord(after) && Object.keys(before).sort().join() === Object.keys(after).sort().join() ? 1 : 0;
}

function readProfile(value: unknown, profiles: Map<unknown, Profile>): Profile {
  let profile = profiles.get(value);
  if (!profile) profiles.set(value, (profile = profileOf({ kind: "item", key: "", content: [writeText(value)], blocks: [] })));
  return profile;
}

function writeText(value: unknown): string {
  return isRecord(value)
    ? Object.values(value)
        .map((one) => writeValue(one))
        .join(" ")
    : String(value);
}
