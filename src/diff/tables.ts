import type { Block } from "#diff/blocks.ts";
import { added, type Change, joinMove, removed, unchanged } from "#diff/change.ts";
import { hash } from "#diff/hash.ts";
import { matchBlocks, type Step } from "#diff/match.ts";
import { textOf } from "#diff/tree.ts";

interface Tools {
  explain(before: readonly Block[], after: readonly Block[]): Change[];
  explainPair(before: Block, after: Block): Change;
}

/** Tells what changed in a table: its columns first, then its rows by what their common columns hold. */
export function explainTable(change: Change, { explain, explainPair }: Tools): Change {
  const [before, after] = [change.before[0]!, change.after[0]!];
  const columns = matchColumns(listRows(before), listRows(after));
  if (!columns) return { ...change, parts: explain(before.blocks, after.blocks) };
  const count = (side: keyof Column) => columns.filter((column) => column[side] === undefined).length;
  return {
    ...change,
    parts: explainRows(before.blocks, after.blocks),
    columns: { added: count("before"), removed: count("after") },
  };

  function explainRows(before: readonly Block[], after: readonly Block[]): Change[] {
    const ends = new Map<Step, Change>();
    const steps = matchBlocks(
      before.map((block) => keyByCommon(block, "before", columns!)),
      after.map((block) => keyByCommon(block, "after", columns!)),
    );
    return steps.map((step) => {
      const row = explainRow(step);
      ends.set(step, row);
      const twin = step.twin && ends.get(step.twin);
      if (twin) joinRowMove(twin, row);
      return row;
    });
  }

  function explainRow({ before: [one], after: [other], same }: Step): Change {
    const kind = (one ?? other)!.kind;
    const sides = { before: one ? [one] : [], after: other ? [other] : [] };
    if (kind === "row") return { type: one ? (other ? "changed" : "removed") : "added", ...sides, parts: fillCells(one, other) };
    if (one && other && kind === "section") return { type: "changed", ...sides, parts: explainRows(one.blocks, other.blocks) };
    if (one && other) return same ? unchanged(one, other) : explainPair(one, other);
    const block = (one ?? other)!;
    return {
      ...(one ? removed(block) : added(block)),
      ...(kind === "section" && { parts: explainRows(one?.blocks ?? [], other?.blocks ?? []) }),
    };
  }

  function joinRowMove(one: Change, other: Change): void {
    const [left, moved] = one.after.length > 0 ? [other, one] : [one, other];
    joinMove(left, moved);
    moved.parts = fillCells(left.before[0], moved.after[0]);
  }

  /** One part for each column, so that all rows keep the same number of cells. */
  function fillCells(one: Block | undefined, other: Block | undefined): Change[] {
    return columns!.map((column) => {
      const old = column.before === undefined ? undefined : one?.blocks[column.before];
      const now = column.after === undefined ? undefined : other?.blocks[column.after];
      if (old && now) return explainPair(old, now);
      return old ? removed(old) : now ? added(now) : { type: "blank", before: [], after: [] };
    });
  }
}

/** Tells what changed in the cells of a row whose table kept its columns. */
export function explainCells(before: Block, after: Block, explainPair: Tools["explainPair"]): Change[] {
  if (before.blocks.length === after.blocks.length) return after.blocks.map((cell, index) => explainPair(before.blocks[index]!, cell));
  return matchBlocks(before.blocks, after.blocks).map(({ before: [one], after: [other] }) =>
    one && other ? explainPair(one, other) : one ? removed(one) : added(other!),
  );
}

/** A column of the merged table: its place before and after. */
interface Column {
  before?: number;
  after?: number;
}

/** Matches columns by their headings, then by what they hold; nothing if all stayed or rows differ in length. */
function matchColumns(before: readonly Block[], after: readonly Block[]): Column[] | undefined {
  const byPlace = before[0]?.blocks.length === after[0]?.blocks.length;
  const old = readColumns(before, byPlace);
  const now = readColumns(after, byPlace);
  if (!old || !now) return undefined;
  const columns: Column[] = [];
  for (const step of matchBlocks(old, now)) {
    const [one] = step.before;
    const [other] = step.after;
    columns.push({ ...(one && { before: old.indexOf(one) }), ...(other && { after: now.indexOf(other) }) });
  }
  return columns.some((column) => column.before === undefined || column.after === undefined) ? columns : undefined;
}

/** The columns of a table as blocks, known by their heading or, without one, by their place or by their cells. */
function readColumns(rows: readonly Block[], byPlace: boolean): Block[] | undefined {
  const [head] = rows;
  if (!head || rows.some((row) => row.blocks.length !== head.blocks.length || row.blocks.some(spans))) return undefined;
  return head.blocks.map((cell, index) => {
    const blocks = rows.map((row) => row.blocks[index]!);
    const titled = cell.element?.name === "th" && textOf(cell.element.children).trim() !== "";
    const key = titled ? cell.key : byPlace ? `column ${index}` : hash(blocks.map((one) => one.key).join("\0"));
    return { kind: "column", key, blocks };
  });
}

function spans({ element }: Block): boolean {
  return Boolean(element?.attributes["colspan"] ?? element?.attributes["rowspan"]);
}

function listRows(block: Block): Block[] {
  return block.kind === "row" ? [block] : block.blocks.flatMap(listRows);
}

/** A row known only by the cells of columns that both tables have, so that a new column does not change all rows. */
function keyByCommon(block: Block, side: keyof Column, columns: readonly Column[]): Block {
  if (block.kind !== "row") return block;
  const common = columns.filter((column) => column.before !== undefined && column.after !== undefined);
  return { ...block, key: hash(common.map((column) => block.blocks[column[side]!]!.key).join("\0")) };
}
