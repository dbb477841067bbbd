/**
 * `<compare-editions>` tells any two editions apart, or one and what is now, from the files that say what each holds. The
 * address says which two, so that it can be shared; where they are neighbours, there is a page of the build.
 */
class CompareEditions extends HTMLElement {
  #ready = false;
  /** Counts the questions, because an answer may come after the next one was asked. */
  #asked = 0;

  connectedCallback(): void {
    const form = this.querySelector("form");
    if (!form || this.#ready) return;
    this.#ready = true;
    // Elsewhere the form leads to the page that shows the difference.
    if (!this.querySelector(".comparison")) return;
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
    const [from, to] = [parameters.get("from"), parameters.get("to") ?? ""];
    if (!from) return this.#show();
    const [olderSelect, newerSelect] = this.#selects();
    // What is now stands first, and then the newest edition.
    const options = [...newerSelect!.options];
    const places = [from, to].map((id) => options.findIndex((one) => one.value === id));
    for (const [index, id] of [from, to].entries()) if (places[index]! < 0) return this.#tell("missing", id);
    const [older, newer] = places.sort((a, b) => b - a).map((place) => options[place]!);
    olderSelect!.value = older!.value;
    newerSelect!.value = newer!.value;
    if (from === to) return this.#tell("same");
    const neighbours = places[0]! - places[1]! === 1 && newer!.dataset["changes"];
    if (neighbours) return location.replace(neighbours);
    this.#tell("working");
    const found = await import("./edition-difference.ts")
      .then(({ showDifference }) => showDifference(this.dataset["file"] ?? "", older!.value, newer!.value))
      .catch(() => undefined);
    if (asked !== this.#asked) return;
    if (!found) return this.#tell("offline");
    this.#show("", ...found);
    this.querySelector<HTMLElement>(".comparison-shown > h2")?.focus();
  }

  #tell(word: string, edition = ""): void {
    const fold = this.querySelector("details");
    if (fold && word !== "working") fold.open = true;
    this.#show((this.dataset[word] ?? "").replace("{edition}", () => edition));
  }

  /** Puts it in place of the list of editions; nothing gives back the list. */
  #show(state = "", ...content: Node[]): void {
    const place = this.querySelector<HTMLElement>(".comparison");
    const list = document.querySelector<HTMLElement>(".edition-list");
    if (!place || !list) return;
    const shown = state !== "" || content.length > 0;
    place.hidden = !shown;
    list.hidden = shown;
    place.querySelector(".comparison-state")?.replaceChildren(state);
    place.querySelector(".comparison-shown")?.replaceChildren(...content);
  }

  #selects(): HTMLSelectElement[] {
    return [...this.querySelectorAll("select")];
  }
}

customElements.define("compare-editions", CompareEditions);

export {};
