/** The width of a text on a line, in Latin letters; a Chinese one takes two. */
export function measureText(text: string): number {
  return [...text.trim()].reduce((sum, letter) => sum + (letter > "\u2e7f" ? 2 : 1), 0);
}

/** The same text with numbers that no line parts from what follows them. */
export function bindNumbers(text: string): string {
  return text.replaceAll(/(?<=\d) /g, "\u00a0");
}
