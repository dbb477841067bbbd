import type { Piece } from "./excerpt.ts";

/** An element with a class and a text. */
export function make<T extends keyof HTMLElementTagNameMap>(tag: T, className: string, text = ""): HTMLElementTagNameMap[T] {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.textContent = text;
  return element;
}

/** An element whose marked pieces stand in `mark`. */
export function makeMarked(tag: "span" | "p", className: string, pieces: readonly Piece[]): HTMLElement {
  const element = make(tag, className);
  element.append(...pieces.map(({ text, marked }) => (marked ? make("mark", "", text) : text)));
  return element;
}

/** Replaces `{count}` and `{query}` in a wording. */
export function fill(wording: string, values: { count?: number; query?: string }): string {
  return wording.replace("{count}", () => String(values.count ?? "")).replace("{query}", () => values.query ?? "");
}
