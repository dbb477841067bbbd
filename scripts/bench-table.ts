/** Writes rows as plain text: the columns in `words` to the left, figures to the right. */
export function writeTable(rows: readonly (readonly string[])[], words: readonly number[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => measureText(row[column] ?? ""))));
  const line = (row: readonly string[]) =>
    row.map((cell, column) => {
      const space = " ".repeat((widths[column] ?? 0) - measureText(cell));
      return words.includes(column) ? cell + space : space + cell;
    });
  return rows.map((row) => line(row).join("  ").trimEnd()).join("\n");
}

/** Chinese characters take two columns of a terminal. */
function measureText(text: string): number {
  return text.length + (text.match(/\p{Script=Han}/gu)?.length ?? 0);
}
