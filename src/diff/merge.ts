import type { Block } from "#diff/blocks.ts";
import { type Change, isAltered } from "#diff/change.ts";
import { compareAttributes } from "#diff/elements.ts";
import type { InlineNotes } from "#diff/inline.ts";
import { markPlace, note, noteAbove, tellAttributes, type Wording } from "#diff/notes.ts";
import { numberItems } from "#diff/numbers.ts";
import { element, isElement, type TreeElement, type TreeNode } from "#diff/tree.ts";
import { changeNames, copyFrame, type Mark, markText, markWhole } from "#diff/whole.ts";
import { mergeWords } from "#diff/words.ts";

/**
 * One article that shows both: `ins` and `del` around words, remarks of the class `change-note`, and on blocks
 * `data-change`: `added`, `removed`, `changed`, `moved`, `left` at the place a block moved away from, `blank` at a cell
 * without a counterpart. The ids of moved blocks begin with `prefix`, to be chosen where a page shows two differences.
 */
export function mergeArticle(changes: readonly Change[], wording: Wording, prefix = "change"): TreeNode[] {
  const { order, previous } = orderChanges(changes);
  const notes: InlineNotes = {
    joined: () => [note(wording.joined)],
    attributes: (found, node) => tellAttributes(found, node, wording).map(note),
  };
  return changes.flatMap((change) => show(change));

  function show(change: Change, around?: Mark): TreeNode[] {
    const [before] = change.before;
    const [after] = change.after;
    switch (change.type) {
      case "same":
        return nodesOf(after!);
      case "added":
        return showWhole(after!, "ins", change.parts, around);
      case "removed":
        return showWhole(before!, "del", change.parts, around);
      case "changed":
        return showChanged(change);
      case "moved":
        return showMoved(change);
      case "left":
        return showPlace(change);
      case "blank":
        return [element("td", { "data-change": "blank" }, [])];
    }
  }

  function showWhole(block: Block, mark: Mark, parts: readonly Change[] | undefined, around: Mark | undefined): TreeNode[] {
    if (!parts) return mark === around ? markText(block, mark) : markWhole(block, mark);
    const frame = showFrame(block, parts, mark);
    if (mark !== around) frame.attributes["data-change"] = changeNames[mark];
    return [frame];
  }

  function showChanged(change: Change): TreeNode[] {
    const [before] = change.before;
    const [after] = change.after;
    if (change.parts) return showChangedFrame(before!, after!, change.parts);
    if (after!.kind === "divider" || after!.kind === "other") return nodesOf(after!);
    const texts = mergeWords(change.before, change.after, notes);
    return change.after.map((block, index) => {
      const remarks: TreeNode[] = index > 0 ? [note(wording.split)] : [];
      if (index === 0 && before!.element && block.element) {
        const found = compareAttributes(before!.element, block.element);
        remarks.push(...tellAttributes(found, block.element, wording).map(note));
      }
      return markChanged(block, [...remarks, ...(texts[index] ?? [])]);
    });
  }

  function showChangedFrame(before: Block, after: Block, parts: readonly Change[]): TreeNode[] {
    const frame = showFrame(after, parts, undefined);
    const found = compareAttributes(before.element!, after.element!);
    if (found.length === 0) return [frame];
    frame.attributes["data-change"] = "changed";
    const remarks = tellAttributes(found, after.element!, wording);
    if (after.kind === "item" || after.kind === "cell") frame.children.unshift(...remarks.map(note));
    else if (after.kind !== "row" && after.kind !== "section") return [...remarks.map(noteAbove), frame];
    return [frame];
  }

  function showFrame(block: Block, parts: readonly Change[], whole: Mark | undefined): TreeElement {
    const node = block.element!;
    const holdsText = block.kind === "item" || block.kind === "cell";
    let changed = false;
    const rendered = parts.map((part) => {
      const nodes = show(part, whole);
      if (!holdsText || part.type !== "changed" || part.parts || part.after[0]!.element) return nodes;
      // The element around text without one of its own bears the mark for it.
      changed = true;
      const [bearer] = nodes as TreeElement[];
      return bearer!.name === "span" && Object.keys(bearer!.attributes).length === 1 ? bearer!.children : nodes;
    });
    const frame = copyFrame(node, whole, numberItems(node, parts, rendered));
    if (changed) frame.attributes["data-change"] = "changed";
    return frame;
  }

  function showMoved(change: Change): TreeNode[] {
    const block = change.after[0]!;
    const shown = isAltered(change) ? showChanged({ ...change, type: "changed" }) : nodesOf(block);
    const node = block.element ? (shown.at(-1) as TreeElement) : element("span", {}, shown);
    const above = block.element ? shown.slice(0, -1) : [];
    const moved = mark(node, "moved", node.children);
    if (goesOn(change)) return [...above, moved];
    const remark = isBefore(change.twin!, change) ? wording.movedDown : wording.movedUp;
    moved.attributes["id"] ??= moveId(change);
    const [cell, ...cells] = moved.children;
    if (block.kind === "row" && cell && isElement(cell))
      moved.children = [{ ...cell, children: [note(remark), ...cell.children] }, ...cells];
    else if (block.kind === "item" || (block.content && block.kind !== "code")) moved.children = [note(remark), ...moved.children];
    else above.unshift(noteAbove(remark));
    return [...above, moved];
  }

  /** A mark where a block was before it moved. */
  function showPlace(change: Change): TreeNode[] {
    if (goesOn(change)) return [];
    const text = isBefore(change, change.twin!) ? wording.leftDown : wording.leftUp;
    return [markPlace(change.before[0]!.element, countCells(change), moveId(change.twin!), text)];
  }

  /** Whether the block moved together with the one before it, so that it is told already. */
  function goesOn(change: Change): boolean {
    const one = previous.get(change);
    return one?.twin !== undefined && one.type === change.type && previous.get(change.twin!) === one.twin;
  }

  function isBefore(one: Change, other: Change): boolean {
    return order.get(one)! < order.get(other)!;
  }

  function moveId(change: Change): string {
    return change.after[0]!.element?.attributes["id"] ?? `${prefix}_${order.get(change)}`;
  }
}

/** The place of each change in the order of reading, and the one before it in the same frame. */
function orderChanges(changes: readonly Change[]) {
  const order = new Map<Change, number>();
  const previous = new Map<Change, Change>();
  const visit = (list: readonly Change[]): void => {
    for (const [index, change] of list.entries()) {
      order.set(change, order.size + 1);
      if (index > 0) previous.set(change, list[index - 1]!);
      if (change.parts) visit(change.parts);
    }
  };
  visit(changes);
  return { order, previous };
}

function nodesOf({ element: node, content }: Block): TreeNode[] {
  return node ? [node] : [...(content ?? [])];
}

function mark(node: TreeElement, change: string, children: TreeNode[]): TreeElement {
  return element(node.name, { ...node.attributes, "data-change": change }, children);
}

/** Text without an element of its own gets one to bear the mark, unless it is a single element anyway. */
function markChanged(block: Block, nodes: TreeNode[]): TreeElement {
  const [only] = nodes;
  if (block.element) return mark(block.element, "changed", nodes);
  if (nodes.length === 1 && isElement(only!) && only.name !== "ins" && only.name !== "del") return mark(only, "changed", only.children);
  return mark(element("span", {}, []), "changed", nodes);
}

function countCells({ before: [block], twin }: Change): number {
  const spans = block!.blocks.map(({ element: cell }) => Number(cell?.attributes["colspan"] ?? 1) || 1);
  return Math.max(
    twin?.parts?.length ?? 0,
    spans.reduce((all, one) => all + one, 0),
  );
}
