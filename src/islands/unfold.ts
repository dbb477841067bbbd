/** Shows a form that is of no use without JavaScript: folded where room is scarce, unless the address asks for what it does. */
export function unfold(form: HTMLElement, asked: boolean): void {
  const fold = form.closest("details");
  if (!fold) return;
  fold.hidden = false;
  fold.open = asked || matchMedia("(min-width: 64rem)").matches;
}
