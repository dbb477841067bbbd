/**
 * `<revision-view>` shows a revision's text alone or with what changed, as the address says: without JavaScript CSS does
 * so, but a link to a footnote would then end it. Two buttons lead from change to change.
 */
class RevisionView extends HTMLElement {
  #place = document.createElement("span");
  #current = -1;

  connectedCallback(): void {
    if (this.dataset["view"] || !this.querySelector("#whatChanged")) return;
    this.#follow();
    addEventListener("hashchange", () => this.#follow());
    this.#addJumps();
  }

  /** Any other place of the page leaves what is shown as it is. */
  #follow(): void {
    const id = decodeURIComponent(location.hash.slice(1));
    const wanted =
      id === "whatChanged" || (!this.dataset["view"] && this.#isChange(id)) ? "changes" : id === "asItWas" ? "text" : undefined;
    this.dataset["view"] = wanted ?? this.dataset["view"] ?? "text";
    for (const link of this.querySelectorAll(".what-changed-views > a")) {
      const chosen = link.getAttribute("href") === (this.dataset["view"] === "changes" ? "#whatChanged" : "#asItWas");
      if (chosen) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }

  #isChange(id: string): boolean {
    return id !== "" && document.getElementById(id)?.closest(".text [data-change]") !== null;
  }

  #addJumps(): void {
    const bar = document.createElement("p");
    bar.className = "change-jump only-changes";
    this.#place.setAttribute("role", "status");
    bar.append(this.#place, this.#makeButton("previous", "↑", -1), this.#makeButton("next", "↓", 1));
    if (this.#list().length > 0) this.querySelector("article")?.after(bar);
    this.#tellPlace();
  }

  #makeButton(name: string, sign: string, step: number): HTMLButtonElement {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = sign;
    button.ariaLabel = this.dataset[name] ?? "";
    button.addEventListener("click", () => this.#jump(step));
    return button;
  }

  #jump(step: number): void {
    const changes = this.#list();
    changes[this.#current]?.classList.remove("change-current");
    this.#current = this.#current < 0 ? (step > 0 ? 0 : changes.length - 1) : (this.#current + step + changes.length) % changes.length;
    const change = changes[this.#current];
    change?.classList.add("change-current");
    change?.scrollIntoView({ block: "center" });
    this.#tellPlace();
  }

  #tellPlace(): void {
    const wording = (this.#current < 0 ? this.dataset["count"] : this.dataset["place"]) ?? "";
    const numbers = { "{number}": String(this.#current + 1), "{count}": String(this.#list().length) };
    this.#place.textContent = wording.replace(/\{\w+\}/g, (name) => numbers[name as keyof typeof numbers]);
  }

  /** Fields, and blocks that stand in no other one that changed. */
  #list(): Element[] {
    const blocks = [...this.querySelectorAll(".text [data-change]:not([data-change=blank], [data-change=left])")];
    return [
      ...this.querySelectorAll(".field-changes tbody > tr"),
      ...blocks.filter((one) => !one.parentElement?.closest(".text [data-change]")),
    ];
  }
}

customElements.define("revision-view", RevisionView);

export {};
