import { unfold } from "./unfold.ts";

/**
 * `<compare-revisions>` compares two revisions of a document that are no neighbours: the pages of both are fetched and
 * compared here, by the engine of the build, which is loaded only then. The address says which, so that it can be shared.
 */
class CompareRevisions extends HTMLElement {
  #ready = false;
  /** Counts the questions, because an answer may come after the next one was asked. */
  #asked = 0;

  connectedCallback(): void {
    const form = this.querySelector("form");
    if (!form || this.#ready) return;
    this.#ready = true;
    // What is asked for already needs no more choosing.
    unfold(form, false);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const address = new URL(location.href);
      for (const { name, value } of this.#selects()) address.searchParams.set(name, value);
      history.pushState(null, "", address);
      void this.#follow();
    });
    addEventListener("popstate", () => void this.#follow());
    void this.#follow();
  }

  /** Does what the address asks for. */
  async #follow(): Promise<void> {
    const asked = ++this.#asked;
    const parameters = new URLSearchParams(location.search);
    const [from, to] = ["from", "to"].map((name) => parameters.get(name));
    if (!from || !to) return this.#show();
    const selects = this.#selects();
    const places = [from, to].map((name) => [...selects[0]!.options].findIndex((one) => one.value === name));
    for (const [index, name] of [from, to].entries()) if (places[index]! < 0) return this.#tell("missing", name);
    // The newest revision stands first.
    const [older, newer] = places[0]! > places[1]! ? [from, to] : [to, from];
    selects[0]!.value = older;
    selects[1]!.value = newer;
    if (from === to) return this.#tell("same");
    if (Math.abs(places[0]! - places[1]!) === 1) return location.replace(`${this.#pathOf(newer)}#whatChanged`);
    this.#tell("working");
    const { compareRevisions } = await import("./comparison.ts").catch(() => ({ compareRevisions: undefined }));
    const found = compareRevisions && (await compareRevisions(this.#pathOf(older), this.#pathOf(newer), this.#readWords()));
    if (asked !== this.#asked) return;
    if (!found) return this.#tell("offline");
    if ("problem" in found) return this.#tell(found.problem, found.side === "before" ? older : newer);
    const heading = document.createElement("h2");
    heading.textContent = this.#word("result").replace("{from}", older).replace("{to}", newer);
    heading.tabIndex = -1;
    const days = document.createElement("p");
    days.className = "comparison-days";
    days.textContent = selects.map(({ selectedOptions: [one] }) => one?.text.replaceAll(" ", "\u00a0")).join(" → ");
    this.#show("", heading, days, found.content);
    heading.focus();
  }

  #tell(word: string, revision = ""): void {
    this.#show(this.#word(word).replace("{revision}", () => revision));
  }

  /** Puts it in place of the list of revisions; nothing gives back the list. */
  #show(state = "", ...content: Node[]): void {
    const place = this.querySelector<HTMLElement>(".comparison");
    const list = document.querySelector<HTMLElement>(".history-list");
    if (!place || !list) return;
    const shown = state !== "" || content.length > 0;
    place.hidden = !shown;
    list.hidden = shown;
    const filter = this.querySelector<HTMLElement>("history-filter");
    if (filter) filter.hidden = shown;
    place.querySelector(".comparison-state")?.replaceChildren(state);
    place.querySelector(".comparison-shown")?.replaceChildren(...content);
  }

  #selects(): HTMLSelectElement[] {
    return [...this.querySelectorAll<HTMLSelectElement>("form select")];
  }

  #pathOf(revision: string): string {
    return [...this.#selects()[0]!.options].find((one) => one.value === revision)?.dataset["path"] ?? "";
  }

  #word(name: string): string {
    return this.dataset[name] ?? "";
  }

  #readWords() {
    return JSON.parse(this.querySelector("script[type='application/json']")?.textContent ?? "{}");
  }
}

customElements.define("compare-revisions", CompareRevisions);
