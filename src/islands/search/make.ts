import { element } from "../element.ts";
import type { Piece } from "./excerpt.ts";

/** An element whose marked pieces stand in `mark`. */
export function makeMarked(tag: "span" | "p", className: string, pieces: readonly Piece[]): HTMLElement {
  const made = element(tag, className);
  made.append(...pieces.map(({ text, marked }) => (marked ? element("mark", "", text) : text)));
  return made;
}

/** Replaces `{count}` and `{query}` in a wording. */
export function fill(wording: string, values: { count?: number; query?: string }): string {
  return wording.replace("{count}", () => String(values.count ?? "")).replace("{query}", () => values.query ?? "");
}
