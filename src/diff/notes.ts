import type { AttributeChange } from "#diff/elements.ts";
import { element, type TreeElement, type TreeNode } from "#diff/tree.ts";

/** What the page says about changes that colour alone can't tell. */
export interface Wording {
  /** At a block that stood farther down before, and at one that stood farther up. */
  movedUp: string;
  movedDown: string;
  /** At the place a block left: a link to where it is now. */
  leftUp: string;
  leftDown: string;
  /** At a paragraph that was part of the one above before. */
  split: string;
  /** Where two paragraphs became one. */
  joined: string;
  /** At an element of which an attribute changed, such as the target of a link; nothing where it need not be told. */
  attribute(change: AttributeChange, node: TreeElement): string | undefined;
}

/** A remark within running text, kept apart from it by spaces of its own. */
export function note(text: string): TreeElement {
  return element("span", { class: "change-note" }, [` ${text} `]);
}

/** A remark of its own, before a block that can't hold one. */
export function noteAbove(text: string): TreeElement {
  return element("p", { class: "change-note" }, [text]);
}

/** Remarks on what changed in the attributes of an element, which is given as it is after. */
export function tellAttributes(changes: readonly AttributeChange[], node: TreeElement, wording: Wording): string[] {
  return changes.flatMap((change) => wording.attribute(change, node) ?? []);
}

/** A mark that stands where a block was before it moved, as an element that may stand there. */
export function markPlace(block: TreeElement | undefined, columns: number, id: string, text: string): TreeElement {
  const name = block?.name;
  const link: TreeNode[] = [element("a", { href: `#${id}` }, [text])];
  const attributes = { "data-change": "left" };
  if (name === "tr") {
    // A table that says of its other rows and cells what they are says so of these too.
    const named = block?.attributes["role"] !== undefined;
    const cell = { ...(named && { role: "cell" }), ...(columns > 1 && { colspan: String(columns) }) };
    return element("tr", { ...(named && { role: "row" }), ...attributes }, [element("td", cell, link)]);
  }
  if (name === "li" || name === "dt" || name === "dd") return element(name, attributes, link);
  return element("p", attributes, link);
}
