import { Choices, type ChoiceTexts } from "./search/choices.ts";
import { element } from "./element.ts";
import { fill } from "./search/make.ts";
import { forgetRecent, keepRecent, readRecent } from "./search/recent.ts";
import { makeButton, makeLink, type ResultTexts, showHit, showRecent } from "./search/results.ts";
import { handOverMarks } from "./search-marks.ts";
import type { View } from "./search/session.ts";

/** Words, names of collections and where to report what is missing, from the page. */
interface Texts extends ChoiceTexts, ResultTexts {
  words: Record<
    | "results"
    | "one"
    | "many"
    | "closest"
    | "none"
    | "corrected"
    | "searching"
    | "failed"
    | "offline"
    | "more"
    | "everything"
    | "recent"
    | "forget"
    | "missing"
    | "copiedIt",
    string
  >;
  /** The address of a report, in which `{query}` stands for what was searched. */
  feedback: string | undefined;
}

const pageSize = 10;
/** So short that results come as one types, so long that a fast typist does not ask for every letter. */
const pause = 30;
let count = 0;

/** The engine is fetched when someone is about to search. */
const loadEngine = () => import("./search/session.ts");

/** Makes a search form answer while the reader types: a combobox whose list holds the documents found. */
export class SiteSearch extends HTMLElement {
  #texts!: Texts;
  #input!: HTMLInputElement;
  #choices!: Choices;
  #panel!: HTMLDivElement;
  #status!: HTMLParagraphElement;
  #list!: HTMLDivElement;
  #after!: HTMLDivElement;
  #timer = 0;
  #turn = 0;
  #limit = pageSize;
  #active = -1;
  /** How the query was understood. */
  #queries: readonly string[] = [];

  connectedCallback(): void {
    const input = this.querySelector("input");
    if (!input || this.#panel) return;
    this.#input = input;
    this.#texts = JSON.parse(this.dataset["text"] ?? "{}") as Texts;
    this.#build(`searchList${++count}`);
    input.addEventListener("focus", () => this.#prepare(), { once: true });
    this.addEventListener("pointerenter", () => this.#prepare(), { once: true });
    input.addEventListener("focus", () => this.#reveal());
    input.addEventListener("input", (event) => !(event as InputEvent).isComposing && this.#ask(pause));
    input.addEventListener("compositionend", () => this.#ask(0));
    input.addEventListener("keydown", (event) => this.#press(event));
    this.addEventListener("focusout", ({ relatedTarget }) => this.contains(relatedTarget as Node | null) || this.#hide());
    this.addEventListener("sopbook:copied", () => (this.#status.textContent = this.#texts.words.copiedIt));
    this.#list.addEventListener("click", (event) => this.#follow(event));
    this.#list.addEventListener("auxclick", (event) => this.#follow(event));
    this.querySelector("form")?.addEventListener("submit", (event) => this.#submit(event));
    addEventListener("online", () => this.#status.dataset["failed"] !== undefined && this.#ask(0));
    if (this.#isPage) this.#readAddress();
    // The reader may have begun before this code was there.
    else if (input.matches(":focus")) {
      this.#prepare();
      if (input.value === "") this.#reveal();
      else this.#ask(0);
    }
  }

  get #base(): string {
    return this.dataset["base"] ?? "/";
  }

  get #index(): string {
    return this.dataset["index"] ?? "pagefind";
  }

  /** What leads on in the edition that is searched; missing where it is the current text. */
  get #suffix(): string | undefined {
    return this.dataset["suffix"];
  }

  get #isPage(): boolean {
    return this.dataset["show"] === "page";
  }

  get #options(): HTMLElement[] {
    return [...this.#list.querySelectorAll<HTMLElement>("[role=option]")];
  }

  #build(id: string): void {
    this.#panel = element("div", "search-panel");
    this.#status = element("p", "search-status");
    this.#status.role = "status";
    this.#choices = new Choices(`${id}-kind`, this.#texts, () => this.#ask(0));
    this.#list = element("div", "search-list");
    this.#after = element("div", "search-after");
    Object.assign(this.#list, { id, role: "listbox", ariaLabel: this.#texts.words.results, hidden: true });
    // The list must not take the focus from the field when a mouse presses on it.
    this.#list.addEventListener("mousedown", (event) => event.preventDefault());
    this.#panel.hidden = true;
    this.#panel.append(this.#status, this.#choices.element, this.#list, this.#after);
    this.append(this.#panel);
    Object.assign(this.#input, { role: "combobox", ariaAutoComplete: "list", ariaExpanded: "false" });
    this.#input.setAttribute("aria-controls", id);
  }

  #prepare(): void {
    void loadEngine()
      .then(
        ({ openSearch }) => openSearch(this.#base, this.#index),
        () => undefined,
      )
      .catch(() => undefined);
  }

  #ask(delay: number): void {
    clearTimeout(this.#timer);
    this.#limit = pageSize;
    this.#timer = window.setTimeout(() => void this.#search(), delay);
  }

  async #search(): Promise<void> {
    const turn = ++this.#turn;
    const query = this.#input.value.trim();
    if (query === "") return this.#showRecent();
    this.#panel.hidden = false;
    if (this.#list.dataset["query"] === undefined) this.#status.textContent = this.#texts.words.searching;
    try {
      const { search } = await loadEngine();
      const source = { base: this.#base, index: this.#index, suffix: this.#suffix ?? "" };
      const view = await search(source, query, this.#choices.choice, this.#limit);
      if (turn === this.#turn) this.#show(query, view);
    } catch {
      if (turn === this.#turn) this.#fail();
    }
  }

  #show(query: string, { answer, hits, titles }: View): void {
    const total = answer.pages.length;
    this.#status.textContent = this.#describe(query, answer.match, total, answer.corrected);
    delete this.#status.dataset["failed"];
    this.#queries = answer.marks;
    this.#choices.show(answer.counts, titles);
    // What an old text said aloud is not to be copied in a hurry.
    const shown = this.#suffix ? hits.map((hit) => ({ ...hit, say: undefined })) : hits;
    this.#list.replaceChildren(...shown.map((hit, index) => showHit(hit, `${this.#list.id}-${index}`, this.#texts)));
    Object.assign(this.#list.dataset, { query, match: answer.match });
    this.#after.replaceChildren(...this.#makeAfter(query, total, total - hits.length, answer.match));
    this.#mark(-1);
    this.#reveal();
    if (this.#isPage) this.#writeAddress(query);
  }

  /** What leads on from the results: to more of them, and to the owners where nothing fits. */
  #makeAfter(query: string, total: number, left: number, match: string): HTMLElement[] {
    const { words, feedback } = this.#texts;
    const address = new URL(this.querySelector("form")?.action ?? "", location.href);
    address.search = String(new URLSearchParams({ q: query, ...this.#choices.parameters }));
    const showMore = () => {
      this.#limit += pageSize;
      void this.#search().then(() => this.#input.focus());
    };
    // What is past can't be mended.
    const report = this.#suffix ? undefined : feedback?.replaceAll("%7Bquery%7D", () => encodeURIComponent(query));
    return [
      ...(left <= 0
        ? []
        : [
            this.#isPage
              ? makeButton(fill(words.more, { count: Math.min(pageSize, left) }), showMore)
              : makeLink(fill(words.everything, { count: total }), address.href),
          ]),
      ...(report && match !== "exact" ? [makeLink(words.missing, report)] : []),
    ];
  }

  #describe(query: string, match: View["answer"]["match"], total: number, corrected: string | undefined): string {
    const { words } = this.#texts;
    if (match === "none") return fill(words.none, { query });
    if (match === "closest") return fill(words.closest, { query });
    const found = fill(total === 1 ? words.one : words.many, { count: total });
    return corrected === undefined ? found : `${fill(words.corrected, { query: corrected })} ${found}`;
  }

  /** Before anything is typed, what was searched for last is on offer. */
  #showRecent(): void {
    const { words } = this.#texts;
    const recent = readRecent();
    this.#empty();
    this.#status.textContent = recent.length > 0 ? words.recent : "";
    const ask = (query: string) => {
      this.#input.value = query;
      this.#ask(0);
    };
    this.#list.replaceChildren(...recent.map((query, index) => showRecent(query, `${this.#list.id}-recent${index}`, ask)));
    const forget = () => {
      forgetRecent();
      this.#showRecent();
      this.#input.focus();
    };
    if (recent.length > 0) this.#after.replaceChildren(makeButton(words.forget, forget));
    this.#reveal();
    if (this.#isPage) this.#writeAddress("");
  }

  #fail(): void {
    const { words } = this.#texts;
    this.#empty();
    this.#status.dataset["failed"] = "";
    this.#status.textContent = navigator.onLine ? words.failed : words.offline;
    this.#panel.hidden = false;
  }

  #empty(): void {
    this.#status.textContent = "";
    this.#choices.hide();
    this.#list.replaceChildren();
    this.#after.replaceChildren();
    delete this.#list.dataset["query"];
    delete this.#list.dataset["match"];
    this.#mark(-1);
  }

  #press(event: KeyboardEvent): void {
    // Enter and arrows belong to the input method while it composes, which Safari tells by the code alone.
    if (event.isComposing || event.keyCode === 229) return;
    const options = this.#options;
    if (event.key === "Escape") this.#leave();
    else if (event.key === "ArrowDown" && options.length > 0) this.#move(this.#active + 1 < options.length ? this.#active + 1 : -1);
    else if (event.key === "ArrowUp" && options.length > 0) this.#move(this.#active < 0 ? options.length - 1 : this.#active - 1);
    else if (event.key === "Enter" && this.#active >= 0) {
      const { ctrlKey, metaKey, shiftKey } = event;
      options[this.#active]?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }));
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
    const options = this.#options;
    options.forEach((one, index) => (one.ariaSelected = String(index === to)));
    const id = options[to]?.id;
    if (id) this.#input.setAttribute("aria-activedescendant", id);
    else this.#input.removeAttribute("aria-activedescendant");
  }

  /** A result that is opened marks there what was searched. */
  #follow({ target }: Event): void {
    const query = this.#list.dataset["query"];
    const link = target instanceof Element ? target.closest("a") : null;
    if (!link || query === undefined) return;
    keepRecent(query);
    handOverMarks(link.pathname, this.#queries);
    this.closest("dialog")?.close();
  }

  #submit(event: SubmitEvent): void {
    keepRecent(this.#input.value);
    if (!this.#isPage) return;
    event.preventDefault();
    this.#ask(0);
  }

  #reveal(): void {
    const any = this.#list.children.length > 0;
    if (!any && this.#input.value.trim() === "" && readRecent().length > 0 && this.contains(document.activeElement))
      return this.#showRecent();
    this.#list.hidden = !any;
    this.#panel.hidden = !any && this.#status.textContent === "";
    this.#input.ariaExpanded = String(any && !this.#panel.hidden);
  }

  #hide(): void {
    if (this.dataset["show"] !== "over") return;
    this.#panel.hidden = true;
    this.#input.ariaExpanded = "false";
    this.#mark(-1);
  }

  #readAddress(): void {
    const asked = new URLSearchParams(location.search);
    this.#choices.read(asked);
    this.#input.value ||= asked.get("q") ?? "";
    if (this.#input.value) this.#ask(0);
  }

  #writeAddress(query: string): void {
    const address = new URL(location.href);
    address.search = query ? String(new URLSearchParams({ q: query, ...this.#choices.parameters })) : "";
    history.replaceState(history.state, "", address);
  }
}
