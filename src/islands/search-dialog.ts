const dialog = document.querySelector<HTMLDialogElement>("dialog#siteSearch");

if (dialog) {
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-opens='search']")) makeButton(link, dialog);
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  document.addEventListener("keydown", (event) => {
    if (!asksForSearch(event)) return;
    event.preventDefault();
    openSearch(dialog);
  });
}

/** The link to the search page becomes a button, because it now opens something on this page. */
function makeButton(link: HTMLAnchorElement, target: HTMLDialogElement): void {
  const button = document.createElement("button");
  button.type = "button";
  button.className = link.className;
  button.setAttribute("aria-haspopup", "dialog");
  button.setAttribute("aria-keyshortcuts", "/ Control+K Meta+K");
  button.append(...link.childNodes);
  button.addEventListener("click", () => openSearch(target));
  link.replaceWith(button);
}

function openSearch(target: HTMLDialogElement): void {
  if (!target.open) target.showModal();
  const input = target.querySelector("input");
  input?.focus();
  input?.select();
}

/** `/` where no text is being written, Ctrl K or ⌘ K anywhere. */
function asksForSearch(event: KeyboardEvent): boolean {
  if (event.isComposing || event.altKey) return false;
  if (event.key.toLowerCase() === "k") return (event.ctrlKey || event.metaKey) && !event.shiftKey;
  if (event.key !== "/" || event.ctrlKey || event.metaKey) return false;
  const { activeElement } = document;
  return !(activeElement instanceof HTMLElement && (activeElement.isContentEditable || activeElement.matches("input, textarea, select")));
}
