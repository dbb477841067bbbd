/** `<term-tip>` shows the definition of its term beside it, on tap or while the mouse rests on it; the link stays in reach. */
class TermTip extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector("a");
    if (!link) return;
    let timer = 0;
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || (card.matches(":popover-open") && shown === link)) return;
      event.preventDefault();
      show(link, this.dataset["title"] ?? "", this.dataset["definition"] ?? "");
    });
    this.addEventListener("pointerenter", (event) => {
      if (event.pointerType !== "mouse") return;
      timer = window.setTimeout(() => show(link, this.dataset["title"] ?? "", this.dataset["definition"] ?? ""), 300);
    });
    this.addEventListener("pointerleave", () => clearTimeout(timer));
  }
}

/** One card for all terms of the page; it goes away with Escape or a tap elsewhere, as popovers do. */
const card = document.createElement("div");
const text = document.createElement("p");
const more = document.createElement("a");
let shown: HTMLAnchorElement | undefined;
card.className = "term-card";
card.popover = "auto";
card.append(text, more);

function show(link: HTMLAnchorElement, title: string, definition: string): void {
  shown = link;
  text.textContent = definition;
  more.textContent = title;
  more.href = link.href;
  card.lang = link.closest<HTMLElement>("[lang]")?.lang ?? "";
  // Beside its term, so that the Tab key goes on from there to the card.
  link.parentElement?.after(card);
  card.showPopover();
  const place = link.getBoundingClientRect();
  const below = place.bottom + card.offsetHeight < innerHeight;
  card.style.setProperty("--tip-top", `${below ? place.bottom : Math.max(0, place.top - card.offsetHeight)}px`);
  card.style.setProperty("--tip-left", `${Math.max(0, Math.min(place.left, innerWidth - card.offsetWidth - 16))}px`);
}

if ("popover" in HTMLElement.prototype) customElements.define("term-tip", TermTip);
