import { type EditionHit, findInEdition, loadIndex } from "./edition-index.ts";
import { element } from "./element.ts";

type Words = Record<"one" | "many" | "none" | "searching" | "failed" | "more", string>;

const pageSize = 10;
const pause = 150;

/** `<edition-search>` lists the documents of an edition that hold what is typed into its field. */
class EditionSearch extends HTMLElement {
  #status = element("p", "search-status");
  #list = element("ul", "edition-results");
  #more = element("button", "search-more");
  #words: Words | undefined;
  #timer = 0;
  #turn = 0;
  #limit = pageSize;

  connectedCallback(): void {
    const input = this.#input;
    if (!input || this.#words) return;
    this.#words = JSON.parse(this.dataset["words"] ?? "{}") as Words;
    this.#status.role = "status";
    this.#more.type = "button";
    this.#more.textContent = this.#words.more;
    this.#more.hidden = true;
    this.append(this.#status, this.#list, this.#more);
    input.addEventListener("focus", () => void loadIndex(this.#base, this.#bundle).catch(() => undefined), { once: true });
    input.addEventListener("input", (event) => !(event as InputEvent).isComposing && this.#ask(pause));
    input.addEventListener("compositionend", () => this.#ask(pause));
    this.#more.addEventListener("click", () => void this.#search((this.#limit += pageSize)));
    this.querySelector("form")?.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#ask(0);
    });
    if (!this.#isPage) return;
    input.value ||= new URLSearchParams(location.search).get("q") ?? "";
    if (input.value) this.#ask(0);
  }

  get #input(): HTMLInputElement | null {
    return this.querySelector("input");
  }

  get #base(): string {
    return this.dataset["base"] ?? "/";
  }

  get #bundle(): string {
    return this.dataset["bundle"] ?? "";
  }

  /** Whether the address of the page is that of the search, so that it holds the question. */
  get #isPage(): boolean {
    return this.querySelector("form")?.action.replace(/[?#].*/, "") === location.href.replace(/[?#].*/, "");
  }

  #ask(delay: number): void {
    clearTimeout(this.#timer);
    this.#limit = pageSize;
    this.#timer = window.setTimeout(() => void this.#search(), delay);
  }

  async #search(limit = this.#limit): Promise<void> {
    const words = this.#words;
    const turn = ++this.#turn;
    const query = this.#input?.value.trim() ?? "";
    if (!words) return;
    this.#keepAddress(query);
    if (query === "") return this.#show("", [], 0);
    if (this.#list.childElementCount === 0) this.#status.textContent = words.searching;
    try {
      const { total, hits } = await findInEdition(this.#base, this.#bundle, query, limit);
      const told = total === 0 ? words.none : total === 1 ? words.one : words.many;
      if (turn === this.#turn)
        this.#show(
          told.replace("{count}", String(total)).replace("{query}", () => query),
          hits,
          total,
        );
    } catch {
      if (turn === this.#turn) this.#show(words.failed, [], 0);
    }
  }

  #show(status: string, hits: readonly EditionHit[], total: number): void {
    this.#status.textContent = status;
    this.#list.replaceChildren(...hits.map((one) => this.#makeHit(one)));
    this.#more.hidden = total <= hits.length;
  }

  #makeHit({ url, excerpt, meta }: EditionHit): HTMLLIElement {
    const item = element("li");
    const link = element("a", "result");
    const text = element("span", "result-excerpt");
    link.href = `${url}${this.dataset["suffix"] ?? ""}`;
    appendMarked(text, excerpt);
    link.append(element("span", "result-title", meta["title"] ?? url), text);
    item.append(link);
    return item;
  }

  #keepAddress(query: string): void {
    if (!this.#isPage) return;
    const address = new URL(location.href);
    address.search = query ? String(new URLSearchParams({ q: query })) : "";
    history.replaceState(history.state, "", address);
  }
}

/** Copies text and `mark` of an excerpt; nothing else of it reaches the page. */
function appendMarked(target: HTMLElement, html: string): void {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  for (const { nodeName, textContent } of body.childNodes) {
    target.append(nodeName === "MARK" ? element("mark", "", textContent ?? "") : (textContent ?? ""));
  }
}

customElements.define("edition-search", EditionSearch);
