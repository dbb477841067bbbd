import { findDocuments, type Found, loadPagefind } from "./pagefind.ts";
import { make, showHit, showKind } from "./search-results.ts";

/** Words and names of collections, from the page. */
interface Text {
  words: Record<"results" | "all" | "kinds" | "one" | "many" | "none" | "searching" | "failed" | "more" | "everything", string>;
  names: Record<string, string>;
}

const pageSize = 10;
const pause = 120;
let count = 0;

/** Makes a search form answer while the reader types: a combobox whose list holds the documents found. */
class SiteSearch extends HTMLElement {
  #text!: Text;
  #input!: HTMLInputElement;
  #panel!: HTMLDivElement;
  #status!: HTMLParagraphElement;
  #kinds!: HTMLFieldSetElement;
  #list!: HTMLDivElement;
  #timer = 0;
  #turn = 0;
  #limit = pageSize;
  #asked = "";
  #kind = "";
  #active = -1;

  connectedCallback(): void {
    const input = this.querySelector("input");
    if (!input || this.#panel) return;
    this.#input = input;
    this.#text = JSON.parse(this.dataset["text"] ?? "{}") as Text;
    this.#build(`searchList${++count}`);
    input.addEventListener("focus", () => void loadPagefind(this.#base).catch(() => undefined), { once: true });
    input.addEventListener("focus", () => this.#reveal());
    input.addEventListener("input", (event) => !(event as InputEvent).isComposing && this.#ask(pause));
    input.addEventListener("compositionend", () => this.#ask(pause));
    input.addEventListener("keydown", (event) => this.#press(event));
    this.addEventListener("focusout", ({ relatedTarget }) => this.contains(relatedTarget as Node | null) || this.#hide());
    this.#kinds.addEventListener("change", () => this.#choose());
    this.querySelector("form")?.addEventListener("submit", (event) => this.#submit(event));
    if (this.#isPage) this.#readAddress();
  }

  get #base(): string {
    return this.dataset["base"] ?? "/";
  }

  get #isPage(): boolean {
    return this.dataset["show"] === "page";
  }

  get #options(): NodeListOf<HTMLElement> {
    return this.#list.querySelectorAll<HTMLElement>("[role=option]");
  }

  #build(id: string): void {
    this.#panel = make("div", "search-panel", "");
    this.#status = make("p", "search-status", "");
    this.#status.role = "status";
    this.#kinds = make("fieldset", "search-kinds", "");
    this.#kinds.dataset["group"] = `${id}-kind`;
    this.#list = make("div", "search-list", "");
    Object.assign(this.#list, { id, role: "listbox", ariaLabel: this.#text.words.results, hidden: true });
    // The list must not take the focus from the field when a mouse presses on it.
    this.#list.addEventListener("mousedown", (event) => event.preventDefault());
    this.#panel.hidden = true;
    this.#panel.append(this.#status, this.#kinds, this.#list);
    this.append(this.#panel);
    Object.assign(this.#input, { role: "combobox", ariaAutoComplete: "list", ariaExpanded: "false" });
    this.#input.setAttribute("aria-controls", id);
  }

  #ask(delay: number): void {
    clearTimeout(this.#timer);
    this.#limit = pageSize;
    this.#timer = window.setTimeout(() => void this.#search(), delay);
  }

  async #search(): Promise<void> {
    const turn = ++this.#turn;
    const query = this.#input.value.trim();
    if (query === "") return this.#clear();
    this.#panel.hidden = false;
    if (this.#asked === "") this.#status.textContent = this.#text.words.searching;
    try {
      const found = await findDocuments(this.#base, query, this.#kind, this.#limit);
      if (turn === this.#turn) this.#show(query, found);
    } catch {
      if (turn === this.#turn) this.#clear(this.#text.words.failed);
    }
  }

  #show(query: string, found: Found): void {
    const { words, names } = this.#text;
    if (query !== this.#asked) this.#showKinds(found);
    this.#asked = query;
    const wording = found.total === 0 ? words.none : found.total === 1 ? words.one : words.many;
    this.#status.textContent = fill(wording, found.total, query);
    this.#list.replaceChildren(...found.hits.map((hit, index) => showHit(hit, `${this.#list.id}-${index}`, names[hit.kind] ?? "")));
    Object.assign(this.#list.dataset, { query, match: found.total > 0 ? "exact" : "none" });
    this.#panel.querySelector(".search-more")?.remove();
    if (found.total > found.hits.length) this.#panel.append(this.#isPage ? this.#makeMore() : this.#makeLink(query, found.total));
    this.#mark(-1);
    this.#reveal();
    if (this.#isPage) this.#writeAddress(query);
  }

  #showKinds({ counts }: Found): void {
    const { words, names } = this.#text;
    if (!counts[this.#kind]) this.#kind = "";
    const kinds = Object.keys(names).filter((one) => counts[one]);
    const total = kinds.reduce((sum, one) => sum + (counts[one] ?? 0), 0);
    const group = this.#kinds.dataset["group"] ?? "";
    const choices = kinds.map((one) => showKind(group, one, `${names[one]} ${counts[one]}`, one === this.#kind));
    this.#kinds.replaceChildren(
      ...(kinds.length > 1
        ? [make("legend", "unseen", words.kinds), showKind(group, "", `${words.all} ${total}`, this.#kind === ""), ...choices]
        : []),
    );
  }

  #makeMore(): HTMLButtonElement {
    const button = make("button", "search-more", this.#text.words.more);
    button.type = "button";
    button.addEventListener("click", () => {
      this.#limit += pageSize;
      void this.#search().then(() => this.#input.focus());
    });
    return button;
  }

  #makeLink(query: string, total: number): HTMLAnchorElement {
    const link = make("a", "search-more", fill(this.#text.words.everything, total, query));
    const address = new URL(this.querySelector("form")?.action ?? "", location.href);
    address.search = String(new URLSearchParams({ q: query, ...(this.#kind && { kind: this.#kind }) }));
    link.href = address.href;
    return link;
  }

  #choose(): void {
    this.#kind = this.#kinds.querySelector<HTMLInputElement>(":checked")?.value ?? "";
    this.#ask(0);
  }

  #press(event: KeyboardEvent): void {
    // Enter and arrows belong to the input method while it composes, which Safari tells by the code alone.
    if (event.isComposing || event.keyCode === 229) return;
    const options = this.#options.length;
    if (event.key === "Escape") this.#leave();
    else if (event.key === "ArrowDown" && options > 0) this.#move(this.#active + 1 < options ? this.#active + 1 : -1);
    else if (event.key === "ArrowUp" && options > 0) this.#move(this.#active < 0 ? options - 1 : this.#active - 1);
    else if (event.key === "Enter" && this.#active >= 0) {
      const { ctrlKey, metaKey, shiftKey } = event;
      this.#options[this.#active]?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }));
    } else return;
    event.preventDefault();
  }

  /** Without this, the field of some browsers would take the key to empty itself. */
  #leave(): void {
    this.closest("dialog")?.close();
    this.#hide();
  }

  #move(to: number): void {
    this.#reveal();
    this.#mark(to);
    this.#options[to]?.scrollIntoView({ block: "nearest" });
  }

  #mark(to: number): void {
    this.#active = to;
    [...this.#options].forEach((one, index) => (one.ariaSelected = String(index === to)));
    const id = this.#options[to]?.id;
    if (id) this.#input.setAttribute("aria-activedescendant", id);
    else this.#input.removeAttribute("aria-activedescendant");
  }

  #submit(event: SubmitEvent): void {
    if (!this.#isPage) return;
    event.preventDefault();
    this.#ask(0);
  }

  #reveal(): void {
    const any = this.#options.length > 0;
    this.#list.hidden = !any;
    if (this.#input.value.trim() !== "") this.#panel.hidden = false;
    this.#input.ariaExpanded = String(any && !this.#panel.hidden);
  }

  #hide(): void {
    if (this.dataset["show"] !== "over") return;
    this.#panel.hidden = true;
    this.#input.ariaExpanded = "false";
    this.#mark(-1);
  }

  #clear(message = ""): void {
    this.#asked = "";
    this.#status.textContent = message;
    this.#panel.hidden = message === "";
    this.#kinds.replaceChildren();
    this.#list.replaceChildren();
    delete this.#list.dataset["query"];
    delete this.#list.dataset["match"];
    this.#panel.querySelector(".search-more")?.remove();
    this.#reveal();
    if (this.#isPage && message === "") this.#writeAddress("");
  }

  #readAddress(): void {
    const asked = new URLSearchParams(location.search);
    this.#kind = asked.get("kind") ?? "";
    this.#input.value ||= asked.get("q") ?? "";
    if (this.#input.value) this.#ask(0);
  }

  #writeAddress(query: string): void {
    const address = new URL(location.href);
    address.search = query ? String(new URLSearchParams({ q: query, ...(this.#kind && { kind: this.#kind }) })) : "";
    history.replaceState(history.state, "", address);
  }
}

function fill(wording: string, total: number, query: string): string {
  return wording.replace("{count}", String(total)).replace("{query}", () => query);
}

customElements.define("site-search", SiteSearch);
