/** Makes an element with a class and a text. */
export function element<T extends keyof HTMLElementTagNameMap>(tag: T, className = "", text = ""): HTMLElementTagNameMap[T] {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}
