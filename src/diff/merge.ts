import type { Block } from "#diff/blocks.ts";
import { type Change, isAltered } from "#diff/change.ts";
import { compareAttributes, componentName } from "#diff/elements.ts";
import type { InlineNotes } from "#diff/inline.ts";
import { markPlace, note, noteAbove, tellAttributes, type Wording } from "#diff/notes.ts";
import { numberItems } from "#diff/numbers.ts";
import { element, isElement, type TreeElement, type TreeNode } from "#diff/tree.ts";
import { changeNames, copyFrame, type Mark, markText, markWhole } from "#diff/whole.ts";
import { mergeWords } from "#diff/words.ts";

/**
 * One article that shows both: `ins` and `del` around words, `data-change` (`added`, `removed`, `changed`, `moved`, and
 * `left` at the place a block moved away from) on blocks, and remarks of the class `change-note`. The ids of moved
 * blocks begin with `prefix`; it must differ between differences on one page.
 */
export function mergeArticle(changes: readonly Change[], wording: Wording, prefix = "change"): TreeNode[] {
  const order = numberChanges(changes);
  const notes: InlineNotes = {
    joined: () => [note(wording.joined)],
    attributes: (found) => tellAttributes(found, "a", wording).map(note),
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
        return [markPlace(before!.element?.name ?? "p", countCells(change), moveId(change.twin!), isBefore(change, change.twin!) ? wording.leftDown : wording.leftUp)];
      case "blank":
        return [element("td", {}, [])];
    }
  }

  function showWhole(block: Block, mark: Mark, parts: readonly Change[] | undefined, around: Mark | undefined): TreeNode[] {
    if (!parts) return mark === around ? markText(block, mark) : markWhole(block, mark);
    const frame = showFrame(block, undefined, parts, mark);
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
        remarks.push(...tellAttributes(found, componentName(block.element), wording).map(note));
      }
      return mark(block.element ?? element("span", {}, []), "changed", [...remarks, ...(texts[index] ?? [])]);
    });
  }

  function showChangedFrame(before: Block, after: Block, parts: readonly Change[]): TreeNode[] {
    const frame = showFrame(after, before, parts, undefined);
    const found = compareAttributes(before.element!, after.element!);
    if (found.length === 0) return [frame];
    frame.attributes["data-change"] = "changed";
    const remarks = tellAttributes(found, componentName(after.element!), wording);
    if (after.kind === "item" || after.kind === "cell") frame.children.unshift(...remarks.map(note));
    else if (after.kind !== "row" && after.kind !== "section") return [...remarks.map(noteAbove), frame];
    return [frame];
  }

  function showFrame(block: Block, before: Block | undefined, parts: readonly Change[], whole: Mark | undefined): TreeElement {
    const node = block.element!;
    const holdsText = block.kind === "item" || block.kind === "cell";
    let changed = false;
    const rendered = parts.map((part) => {
      const nodes = show(part, whole);
      if (!holdsText || part.type !== "changed" || part.parts || part.after[0]!.element) return nodes;
      // The element around text without one of its own bears the mark for it.
      changed = true;
      return (nodes[0] as TreeElement).children;
    });
    const frame = copyFrame(node, whole, numberItems(node, before?.element, parts, rendered));
    if (changed) frame.attributes["data-change"] = "changed";
    return frame;
  }

  function showMoved(change: Change): TreeNode[] {
    const block = change.after[0]!;
    const remark = isBefore(change.twin!, change) ? wording.movedDown : wording.movedUp;
    const shown = isAltered(change) ? showChanged({ ...change, type: "changed" }) : nodesOf(block);
    const node = block.element ? (shown.at(-1) as TreeElement) : element("span", {}, shown);
    const moved = mark(node, "moved", node.children);
    moved.attributes["id"] ??= moveId(change);
    if (block.kind === "row") {
      const [cell, ...cells] = moved.children;
      moved.children = isElement(cell!) ? [{ ...cell, children: [note(remark), ...cell.children] }, ...cells] : moved.children;
    } else if (block.kind === "item" || (block.content && block.kind !== "code")) {
      moved.children = [note(remark), ...moved.children];
    } else {
      return [noteAbove(remark), ...shown.slice(0, -1), moved];
    }
    return [moved];
  }

  function isBefore(one: Change, other: Change): boolean {
    return order.get(one)! < order.get(other)!;
  }

  function moveId(change: Change): string {
    return change.after[0]!.element?.attributes["id"] ?? `${prefix}-${order.get(change)}`;
  }
}

/** The place of each change in the order of reading. */
function numberChanges(changes: readonly Change[]): ReadonlyMap<Change, number> {
  const order = new Map<Change, number>();
  const visit = (change: Change): void => {
    order.set(change, order.size + 1);
    change.parts?.forEach(visit);
  };
  changes.forEach(visit);
  return order;
}

function nodesOf({ element: node, content }: Block): TreeNode[] {
  return node ? [node] : [...(content ?? [])];
}

function mark(node: TreeElement, change: string, children: TreeNode[]): TreeElement {
  return element(node.name, { ...node.attributes, "data-change": change }, children);
}

function countCells({ before: [block], twin }: Change): number {
  const spans = block!.blocks.map(({ element: cell }) => Number(cell?.attributes["colspan"] ?? 1) || 1);
  return Math.max(
    twin?.parts?.length ?? 0,
    spans.reduce((all, one) => all + one, 0),
  );
}
