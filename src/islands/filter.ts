/** Keeps the choices of an index's filters in the address and says how many entries are left; CSS does the filtering. */
class EntryFilter extends HTMLElement {
  connectedCallback(): void {
    this.#readAddress();
    this.#count();
    this.addEventListener("change", () => this.#update());
    this.querySelector(".filters a")?.addEventListener("click", (event) => this.#clear(event));
  }

  #readAddress(): void {
    const asked = new URLSearchParams(location.search);
    for (const select of this.#selects()) {
      const value = asked.get(select.name) ?? "";
      if ([...select.options].some((one) => one.value === value)) select.value = value;
    }
  }

  #clear(event: Event): void {
    event.preventDefault();
    const selects = this.#selects();
    for (const select of selects) select.value = "";
    this.#update();
    // The link is gone now, and the focus must not go with it.
    selects[0]?.focus();
  }

  #update(): void {
    const address = new URL(location.href);
    for (const { name, value } of this.#selects()) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    history.replaceState(history.state, "", address);
    this.#count();
  }

  #count(): void {
    const output = this.querySelector("output");
    if (!output) return;
    const entries = [...this.querySelectorAll(".filtered")];
    const shown = entries.filter((one) => one.getClientRects().length > 0).length;
    const wording = (shown === 0 ? output.dataset["none"] : output.dataset["shown"]) ?? "";
    const chosen = this.#selects().some((one) => one.value);
    output.value = chosen ? wording.replace("{shown}", String(shown)).replace("{count}", String(entries.length)) : output.defaultValue;
  }

  #selects(): HTMLSelectElement[] {
    return [...this.querySelectorAll("select")];
  }
}

customElements.define("entry-filter", EntryFilter);
