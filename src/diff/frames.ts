import { type Change, unchanged } from "#diff/change.ts";

/**
 * Takes back moves into a component that was put around a block, and out of one that was taken away: the block itself
 * stayed where it was. Changes the lists in place.
 */
export function settleFrames(changes: Change[]): void {
  for (const { parts } of changes) if (parts) settleFrames(parts);
  for (const frame of changes.filter((one) => one.parts && (one.type === "added" || one.type === "removed"))) {
    // What is gone is told before what came, so the blocks stood before a frame that was put around them.
    const wrapped = frame.type === "added";
    const end = changes.indexOf(frame);
    const beside = wrapped ? changes.slice(0, end).reverse() : changes.slice(end + 1);
    for (const change of beside) {
      if (!change.twin || change.type !== (wrapped ? "left" : "moved")) break;
      const place = findPlace(frame.parts!, change.twin, frame.type);
      if (!place) break;
      const stayed = unchanged(change.twin.before[0]!, (wrapped ? change.twin : change).after[0]!);
      place.list.splice(place.index, 1, ...(wrapped ? [stayed] : []));
      changes.splice(changes.indexOf(change), 1, ...(wrapped ? [] : [stayed]));
    }
  }
}

/** Where a change stands within a frame that came or went. */
function findPlace(list: Change[], wanted: Change, type: Change["type"]): { list: Change[]; index: number } | undefined {
  const index = list.indexOf(wanted);
  if (index >= 0) return { list, index };
  for (const change of list) {
    const found = change.type === type && change.parts && findPlace(change.parts, wanted, type);
    if (found) return found;
  }
  return undefined;
}
