import { followRole, readRole } from "./role.ts";

/**
 * Keeps the choices of an index's filters in the address and says how many entries are left; CSS does the filtering,
 * but for sections of which no entry is left.
 * Where the address asks for nothing, the reader's own role is chosen.
 */
class EntryFilter extends HTMLElement {
  #followed: string | undefined;

  connectedCallback(): void {
    if (this.#followed !== undefined) return;
    this.#readAddress();
    followRole(() => this.#follow());
    this.addEventListener("change", () => this.#update());
    this.querySelector(".filters a")?.addEventListener("click", (event) => this.#clear(event));
    // The bar at the bottom of a phone leads here.
    const jump = document.querySelector(".bar a[href='#entryFilter']");
    jump?.addEventListener("click", () => this.querySelector(".filters details")?.setAttribute("open", ""));
    this.querySelector(".filters-lens button")?.addEventListener("click", () => this.#showAll());
  }

  #readAddress(): void {
    const asked = new URLSearchParams(location.search);
    for (const select of this.#selects()) choose(select, asked.get(select.name) ?? "");
  }

  /** The role that was remembered gives way to the address; one that is chosen now does not. */
  #follow(): void {
    const select = this.#roles();
    const role = readRole();
    const asked = new URLSearchParams(location.search);
    const first = this.#followed === undefined;
    if (select && role !== (this.#followed ?? "") && !(first && this.#selects().some(({ name }) => asked.has(name)))) {
      select.value = "";
      choose(select, role);
      this.#writeAddress(({ name }) => name !== "role");
    }
    this.#followed = role;
    this.#count();
  }

  #clear(event: Event): void {
    event.preventDefault();
    const selects = this.#selects();
    for (const select of selects) select.value = "";
    this.#update();
    // The link is gone now, and the focus must not go with it.
    selects[0]?.focus();
  }

  #showAll(): void {
    const select = this.#roles();
    if (!select) return;
    select.value = "";
    this.#update();
    select.focus();
  }

  #update(): void {
    this.#writeAddress(() => true);
    this.#count();
  }

  #writeAddress(written: (select: HTMLSelectElement) => boolean): void {
    const address = new URL(location.href);
    for (const select of this.#selects()) {
      // Without its value the address would mean the reader's own role.
      const kept = select.value !== "" || (select === this.#roles() && hasOption(select, readRole()));
      if (kept && written(select)) address.searchParams.set(select.name, select.value);
      else address.searchParams.delete(select.name);
    }
    history.replaceState(history.state, "", address);
  }

  #count(): void {
    this.#showLens();
    const output = this.querySelector("output");
    if (!output) return;
    const chosen = this.#selects().filter((one) => one.value);
    const sections = this.querySelectorAll("section");
    if (chosen.length === 0) {
      output.value = output.defaultValue;
      for (const section of sections) section.hidden = false;
      return;
    }
    for (const folded of this.querySelectorAll("details")) folded.open = true;
    // Where entries stand in groups, they are counted and not the groups.
    const entries = [...this.querySelectorAll<HTMLElement>(".filtered")].filter((one) => !one.querySelector(".filtered"));
    const shown = entries.filter((entry) => chosen.every((select) => isChosen(entry, select)));
    const wording = (shown.length === 0 ? output.dataset["none"] : output.dataset["shown"]) ?? "";
    output.value = wording.replace("{shown}", String(shown.length)).replace("{count}", String(entries.length));
    // A heading with nothing below it says nothing.
    for (const section of sections) section.hidden = !shown.some((one) => section.contains(one));
  }

  #showLens(): void {
    const line = this.querySelector<HTMLElement>(".filters-lens");
    const words = line?.querySelector("span");
    const select = this.#roles();
    if (!line || !words || !select) return;
    line.hidden = !select.value || select.value !== readRole();
    words.textContent = (line.dataset["words"] ?? "").replace("{role}", () => select.selectedOptions[0]?.text ?? "");
  }

  #roles(): HTMLSelectElement | null {
    return this.querySelector<HTMLSelectElement>("select[name=role]");
  }

  #selects(): HTMLSelectElement[] {
    return [...this.querySelectorAll("select")];
  }
}

function hasOption(select: HTMLSelectElement, value: string): boolean {
  return value !== "" && [...select.options].some((one) => one.value === value);
}

/** As in filters.css; asking for the styles of so many entries would take longer. */
function isChosen(entry: HTMLElement, { name, selectedIndex }: HTMLSelectElement): boolean {
  return entry.dataset[name]?.split(" ").includes(String(selectedIndex)) ?? false;
}

function choose(select: HTMLSelectElement, value: string): void {
  if (hasOption(select, value)) select.value = value;
}

customElements.define("entry-filter", EntryFilter);
