/** Brings an element into view, whatever it lies folded in, and puts the focus on it. */
export function reveal(element: HTMLElement): void {
  for (let one = element.parentElement; one; one = one.parentElement) {
    if (one instanceof HTMLDetailsElement) one.open = true;
    if (one.hidden && one.id) document.querySelector<HTMLElement>(`[aria-controls="${CSS.escape(one.id)}"]`)?.click();
  }
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: "center" });
}
