/** `<tab-set>` turns its `.tab`s, which stand one under the other, into tabs (https://www.w3.org/WAI/ARIA/apg/patterns/tabs/). */
class TabSet extends HTMLElement {
  private tabs: HTMLButtonElement[] = [];
  private panels: HTMLElement[] = [];

  connectedCallback(): void {
    if (this.tabs.length > 0) return;
    this.panels = [...this.querySelectorAll<HTMLElement>(":scope > .tab")];
    const list = document.createElement("div");
    list.className = "tab-list";
    list.setAttribute("role", "tablist");
    const number = [...document.querySelectorAll("tab-set")].indexOf(this);
    this.tabs = this.panels.map((panel, index) => {
      const tab = document.createElement("button");
      tab.type = "button";
      tab.id = `tabSet${number}tab${index}`;
      tab.setAttribute("role", "tab");
      tab.textContent = panel.getAttribute("aria-label");
      tab.addEventListener("click", () => this.select(index));
      tab.addEventListener("keydown", (event) => this.move(event, index));
      panel.id = `tabSet${number}panel${index}`;
      tab.setAttribute("aria-controls", panel.id);
      panel.setAttribute("role", "tabpanel");
      panel.setAttribute("aria-labelledby", tab.id);
      panel.removeAttribute("aria-label");
      panel.tabIndex = 0;
      return tab;
    });
    list.append(...this.tabs);
    this.prepend(list);
    this.select(0);
  }

  private select(selected: number): void {
    for (const [index, tab] of this.tabs.entries()) {
      tab.setAttribute("aria-selected", String(index === selected));
      tab.tabIndex = index === selected ? 0 : -1;
      const panel = this.panels[index];
      if (panel) panel.hidden = index !== selected;
    }
  }

  private move(event: KeyboardEvent, index: number): void {
    const last = this.tabs.length - 1;
    const forward = getComputedStyle(this).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const backward = forward === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
    const target = { [forward]: index === last ? 0 : index + 1, [backward]: index === 0 ? last : index - 1, Home: 0, End: last }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    this.select(target);
    this.tabs[target]?.focus();
  }
}

customElements.define("tab-set", TabSet);

export {};
