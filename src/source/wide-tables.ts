import type { Element } from "hast";
import { defineHastPlugin } from "satteri";
import { bindNumbers, measureText } from "#source/lines.ts";

/**
 * Writes the name of its column on each cell of a table that is too wide for a phone, where each row becomes a card of
 * names and values. The roles say what the elements are anyway, for browsers that forget it where CSS shows a table as
 * anything else (https://adrianroselli.com/2018/02/tables-css-display-properties-and-aria.html).
 */
export const nameCells = defineHastPlugin({
  name: "name-cells",
  element: {
    filter: ["table"],
    visit(table, context) {
      const rows = find(table, "tr").map((row) => find(row, "th", "td"));
      const names = (rows[0] ?? []).map((cell) => bindNumbers(context.textContent(cell).trim()));
      const texts = rows.slice(1).map((row) => row.map((cell) => context.textContent(cell)));
      if (measureRows([names.map(longestWord), ...texts]) <= (room[names.length] ?? 48)) return;
      context.setProperty(table, "role", "table");
      if (names.slice(1).every((name) => measureText(name) <= 3)) context.setProperty(table, "data-labels", "short");
      for (const part of find(table, "thead", "tbody")) context.setProperty(part, "role", "rowgroup");
      for (const row of find(table, "tr")) context.setProperty(row, "role", "row");
      for (const [index, row] of rows.entries())
        for (const [column, cell] of row.entries()) {
          context.setProperty(cell, "role", index === 0 ? "columnheader" : "cell");
          // The first cell is the title of its card, unless it is a mere number.
          if (index > 0 && (column > 0 || !/\p{L}/u.test(context.textContent(cell))))
            context.setProperty(cell, "data-label", names[column]);
        }
    },
  },
});

/**
 * How many letters the longest cells of all columns may have together by the number of columns: four and more must nearly
 * go on one line of a phone of 360 pixels, three on less than two, because narrow columns tear Chinese words, and two
 * always have room.
 */
const room: Record<number, number> = { 0: Infinity, 1: Infinity, 2: Infinity, 3: 60 };

/** The width of the longest cells of all columns with two letters between them. */
function measureRows(texts: readonly (readonly string[])[]): number {
  const widths: number[] = [];
  for (const row of texts) for (const [column, text] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, measureText(text));
  return widths.reduce((sum, width) => sum + width + 2, -2);
}

/** What a heading of a column can't be narrower than: it may take a line for each word, and four Chinese characters. */
function longestWord(name: string): string {
  const words = name.split(/\s+|(?<=[\u2e80-\uffff]{4})/);
  return words.reduce((longest, word) => (measureText(word) > measureText(longest) ? word : longest), "");
}

/** The elements of these names within another, in order, as far as none of them lies in another of them. */
function find(parent: Readonly<Element>, ...names: string[]): Readonly<Element>[] {
  return parent.children.flatMap((child) => {
    if (child.type !== "element") return [];
    return names.includes(child.tagName) ? [child] : find(child, ...names);
  });
}
