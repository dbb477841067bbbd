/** Opens a folded form where it has room of its own, or the address asks for what it does. */
export function unfold(form: HTMLElement, asked: boolean): void {
  const fold = form.closest("details");
  if (!fold) return;
  fold.open = asked || matchMedia("(min-width: 64rem)").matches;
}
