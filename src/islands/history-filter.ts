import { unfold } from "./unfold.ts";

/**
 * `<history-filter>` shows only revisions that changed a certain thing, landed between two days, or changed the meaning.
 * The choices stand in the address. What left the meaning as it was stays folded until someone looks for it.
 */
class HistoryFilter extends HTMLElement {
  #ready = false;

  connectedCallback(): void {
    const form = this.querySelector<HTMLElement>(".history-form");
    if (!form || this.#ready) return;
    this.#ready = true;
    const asked = new URLSearchParams(location.search);
    unfold(
      form,
      this.#inputs().some(({ name }) => asked.has(name)),
    );
    for (const one of this.#inputs()) {
      const value = asked.get(one.name) ?? "";
      if (one instanceof HTMLInputElement && one.type === "checkbox") one.checked = value !== "";
      else one.value = value;
      // A value that is none of the choices chooses nothing.
      if (one instanceof HTMLSelectElement && one.selectedIndex < 0) one.value = "";
    }
    this.addEventListener("change", () => {
      this.#writeAddress();
      this.#filter();
    });
    this.#filter();
  }

  #filter(): void {
    const [kind, since, until, meaning] = ["kind", "since", "until", "meaning"].map((name) => this.#read(name));
    const entries = [...document.querySelectorAll<HTMLElement>(".revision[data-day]")];
    for (const entry of entries) {
      const { day = "", kinds = "" } = entry.dataset;
      const folded = entry.closest(".history-folded") !== null;
      entry.hidden = Boolean(
        (kind && !kinds.split(" ").includes(kind!)) || (since && day < since) || (until && day > until) || (meaning && folded),
      );
    }
    for (const group of document.querySelectorAll<HTMLElement>(".history-group"))
      group.hidden = group.querySelector(".revision:not([hidden])") === null;
    const shown = entries.filter((one) => !one.hidden).length;
    const output = this.querySelector("output");
    if (!output) return;
    const wording = (shown === 0 ? this.dataset["none"] : this.dataset["shown"]) ?? "";
    const chosen = kind || since || until || meaning;
    output.value = chosen ? wording.replace("{shown}", String(shown)).replace("{count}", String(entries.length)) : "";
  }

  #writeAddress(): void {
    const address = new URL(location.href);
    for (const { name } of this.#inputs()) {
      const value = this.#read(name);
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    history.replaceState(history.state, "", address);
  }

  #read(name: string): string {
    const input = this.#inputs().find((one) => one.name === name);
    if (input instanceof HTMLInputElement && input.type === "checkbox") return input.checked ? "changed" : "";
    return input?.value ?? "";
  }

  #inputs(): (HTMLInputElement | HTMLSelectElement)[] {
    return [...this.querySelectorAll<HTMLInputElement | HTMLSelectElement>("input, select")];
  }
}

customElements.define("history-filter", HistoryFilter);
