import { type Block, type BlockKind, blockKinds } from "#diff/blocks.ts";
import { type Change, isAltered } from "#diff/change.ts";
import { compareAttributes, componentName } from "#diff/elements.ts";

export interface Count {
  kind: BlockKind;
  /** What the component is called, or the one the blocks stand in. */
  component?: string;
  count: number;
}

/** How many blocks changed in which way. A block that moved and changed on the way counts as both. */
export type Summary = Record<(typeof summaryTypes)[number], Count[]>;

const summaryTypes = ["added", "removed", "changed", "moved", "split", "joined"] as const;

/** Counts what a reader would count: items and rows rather than the text in them, a new table or component as one. */
export function summarizeChanges(changes: readonly Change[]): Summary {
  const summary: Summary = { added: [], removed: [], changed: [], moved: [], split: [], joined: [] };
  for (const change of changes) count(change, undefined);
  for (const type of summaryTypes) summary[type].sort((one, other) => blockKinds.indexOf(one.kind) - blockKinds.indexOf(other.kind));
  return summary;

  function count(change: Change, component: string | undefined): void {
    const { type, parts = [] } = change;
    const block = (change.after[0] ?? change.before[0])!;
    if (type === "same" || type === "left" || type === "blank") return;
    const inner = nameComponent(block, component);
    if (type === "changed" && change.after.length > 1) return add("split", block, component);
    if (type === "changed" && change.before.length > 1) return add("joined", block, component);
    if (type !== "changed") add(type, block, inner);
    if (type === "added" || type === "removed") return countMoves(parts, inner);
    if (type === "moved" && !isAltered(change)) return;
    if (type === "moved" || isChanged(change)) add("changed", block, inner);
    for (const side of ["added", "removed"] as const)
      if (change.columns?.[side]) add(side, { ...block, kind: "column" }, inner, change.columns[side]);
    if (type === "moved" || block.kind === "row") return;
    for (const part of parts) if (!isPart(part, block)) count(part, inner);
  }

  function countMoves(parts: readonly Change[], component: string | undefined): void {
    for (const part of parts) {
      if (part.type === "moved") count(part, component);
      else countMoves(part.parts ?? [], component);
    }
  }

  function add(type: keyof Summary, { kind }: Block, component: string | undefined, times = 1): void {
    if (kind === "other" || kind === "divider") return;
    const known = summary[type].find((one) => one.kind === kind && one.component === component);
    if (known) known.count += times;
    else summary[type].push({ kind, ...(component && { component }), count: times });
  }
}

/** The nearest component that says what kind it is, else the outermost: the others are frames for their looks. */
function nameComponent({ kind, element }: Block, outer: string | undefined): string | undefined {
  if (kind !== "component" || !element) return outer;
  return element.attributes["data-kind"] ?? outer ?? componentName(element);
}

/** Whether the block itself counts as changed, not only one within it. */
function isChanged(change: Change): boolean {
  const [before] = change.before;
  const [after] = change.after;
  if (!change.parts) return true;
  if (after!.kind === "item" || after!.kind === "row") return change.parts.some((part) => isPart(part, after!));
  return compareAttributes(before!.element!, after!.element!).length > 0;
}

/** Whether a change is told as one of the item or row it is in. */
function isPart(part: Change, { kind }: Block): boolean {
  const block = (part.after[0] ?? part.before[0])!;
  if (kind === "row") return part.type === "changed";
  return kind === "item" && part.type !== "same" && part.type !== "left" && part.type !== "moved" && block.content !== undefined;
}
