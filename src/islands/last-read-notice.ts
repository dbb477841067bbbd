import { writeDate } from "./date.ts";
import { type Mark, storeReading, type Verdict } from "./reads.ts";
import { reveal } from "./reveal.ts";
import { whenSeen } from "./seen.ts";

export type Change = Extract<Verdict, { at: number }>;

/** Tells in `host` what changed since the page was read, and marks it in the text. */
export function tellChange(host: HTMLElement, change: Change, mark: Mark, words: Readonly<Record<string, string>>): void {
  new Notice(host, change, mark, words).tell();
}

/**
 * A change counts as read when the reader says so, or when the notice and all that is marked have been on the screen for a
 * while; so leaving the page early loses nothing.
 */
class Notice {
  #host: HTMLElement;
  #verdict: Change;
  #mark: Mark;
  #words: Readonly<Record<string, string>>;
  #blocks: HTMLElement[] = [];
  #place = -1;
  #status = document.createElement("p");

  constructor(host: HTMLElement, change: Change, mark: Mark, words: Readonly<Record<string, string>>) {
    this.#host = host;
    this.#verdict = change;
    this.#mark = mark;
    this.#words = words;
  }

  tell(): void {
    const verdict = this.#verdict;
    this.#blocks = verdict.type === "changed" ? this.#markSince(verdict) : [];
    const buttons = document.createElement("p");
    buttons.className = "last-read-ways";
    if (this.#blocks.length > 0) {
      const next = this.#makeButton("next", () => this.#jump(1));
      next.setAttribute("aria-keyshortcuts", "Alt+N");
      next.append(" ", ...makeKeys(/Mac|iPhone|iPad/.test(navigator.platform) ? "⌥" : "Alt", "N"));
      buttons.append(next);
      document.addEventListener("keydown", this.#press);
    }
    buttons.append(
      this.#makeLink(verdict),
      this.#makeButton("markRead", () => this.#finish()),
    );
    this.#status.setAttribute("role", "status");
    this.#host.replaceChildren(this.#status, buttons);
    this.#host.setAttribute("role", "region");
    this.#host.setAttribute("aria-label", this.#words["title"] ?? "");
    const day = writeDate(verdict.at).replaceAll(" ", "\u00a0");
    const what = verdict.type === "changed" ? verdict.what : "";
    const text = (this.#words[verdict.type] ?? "").replace("{day}", () => day).replace("{what}", () => what);
    // What was there before its text came is read aloud.
    requestAnimationFrame(() => (this.#status.textContent = text));
    whenSeen([this.#host, ...this.#blocks], () => this.#store());
  }

  /** Marks the blocks that changed since, but for what stood there as it does now, and what shows the fields that changed. */
  #markSince({ from, fields }: Extract<Change, { type: "changed" }>): HTMLElement[] {
    const marked = [...document.querySelectorAll<HTMLElement>(".article :is([data-revision], [data-field])")].filter(({ dataset }) => {
      const { revision, held = "", field = "" } = dataset;
      if (revision === undefined) return field.split(" ").some((one) => fields.includes(one));
      return Number(revision) > from && !held.split(" ").includes(String(from));
    });
    for (const one of marked) one.dataset["news"] = "";
    // A field that several elements show, such as deadlines, is one change.
    return marked.filter(({ dataset }, index) => !dataset["field"] || dataset["field"] !== marked[index - 1]?.dataset["field"]);
  }

  /** Alt keeps single letters free for typing by voice (https://www.w3.org/TR/WCAG22/#character-key-shortcuts). */
  #press = (event: KeyboardEvent): void => {
    if (event.code !== "KeyN" || !event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    event.preventDefault();
    this.#jump(event.shiftKey ? -1 : 1);
  };

  #jump(step: 1 | -1): void {
    const count = this.#blocks.length;
    if (count === 0) return;
    this.#place = this.#place < 0 && step < 0 ? count - 1 : (this.#place + step + count) % count;
    const block = this.#blocks[this.#place]!;
    const words = this.#words["place"] ?? "";
    this.#status.textContent = words.replace("{place}", String(this.#place + 1)).replace("{count}", String(count));
    reveal(block);
  }

  #finish(): void {
    this.#store();
    for (const one of document.querySelectorAll<HTMLElement>("[data-news]")) delete one.dataset["news"];
    this.#blocks = [];
    document.removeEventListener("keydown", this.#press);
    this.#status.tabIndex = -1;
    this.#status.textContent = this.#words["marked"] ?? "";
    this.#host.replaceChildren(this.#status);
    this.#status.focus({ preventScroll: true });
  }

  #store(): void {
    storeReading(this.#mark);
  }

  #makeButton(word: string, press: () => void): HTMLButtonElement {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = this.#words[word] ?? "";
    button.addEventListener("click", press);
    return button;
  }

  /** Leads to the comparison of what was read and what stands here; where that is unknown, to the history. */
  #makeLink(verdict: Change): HTMLAnchorElement {
    const link = document.createElement("a");
    link.className = "copy";
    link.href = this.#host.dataset["history"] ?? "";
    if (verdict.type === "changed") link.search = `?from=r${verdict.from}&to=r${this.#mark[1]}`;
    link.textContent = this.#words["compare"] ?? "";
    return link;
  }
}

function makeKeys(...names: string[]): HTMLElement[] {
  return names.map((name) => {
    const key = document.createElement("kbd");
    key.textContent = name;
    return key;
  });
}
