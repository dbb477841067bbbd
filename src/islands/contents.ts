/** On a phone, links to `#pageContents` open the table of contents as a sheet, and the page stays where it is. */
const sheet = document.querySelector<HTMLElement>("#pageContents[popover]");
/** Beside the text it needs no opening; the width is that of its style. */
const beside = matchMedia("(min-width: 64rem)");

if (sheet?.showPopover) {
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link) return;
    if (sheet.contains(link)) {
      if (link.classList.contains("contents-close")) event.preventDefault();
      if (!beside.matches) sheet.hidePopover();
    } else if (link.getAttribute("href") === "#pageContents" && !beside.matches) {
      event.preventDefault();
      sheet.showPopover();
      sheet.querySelector("a")?.focus({ preventScroll: true });
    }
  });
}
