import type { Block } from "#diff/blocks.ts";

/** What became of some blocks. A list of changes, in order, is the difference between two articles. */
export interface Change {
  /** `left` is the place from which a block moved; `blank` a cell without a counterpart in a row. */
  type: "same" | "added" | "removed" | "changed" | "moved" | "left" | "blank";
  /** The blocks before; several where paragraphs were joined, none where they were added. */
  before: readonly Block[];
  after: readonly Block[];
  /** What changed within, of frames such as lists, tables and components. */
  parts?: Change[];
  /** Of `moved` and `left`: the other end of the move. */
  twin?: Change;
  /** Of a table: columns that were added and removed. */
  columns?: { added: number; removed: number };
}

export function added(block: Block): Change {
  return { type: "added", before: [], after: [block] };
}

export function removed(block: Block): Change {
  return { type: "removed", before: [block], after: [] };
}

export function unchanged(before: Block, after: Block): Change {
  return { type: "same", before: [before], after: [after] };
}

/** Makes two changes the ends of one move. */
export function joinMove(left: Change, moved: Change): void {
  left.type = "left";
  moved.type = "moved";
  left.twin = moved;
  moved.twin = left;
  moved.before = left.before;
}

/** Whether a block that moved also changed on the way. */
export function isAltered(change: Change): boolean {
  return change.before[0]?.key !== change.after[0]?.key;
}
