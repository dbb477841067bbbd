import { writeDate } from "./date.ts";
import { judge, type Mark, type Past, readReading, storeReading, type Verdict } from "./reads.ts";
import { reveal } from "./reveal.ts";
import { whenSeen } from "./seen.ts";

/**
 * `<last-read>` tells a reader who comes back to a document what changed since, and marks it. A first visit is remembered
 * once the page has been looked at. A change counts as read when the reader says so, or when the notice and all that is
 * marked have been on the screen for a while; so leaving the page early loses nothing.
 */
class LastRead extends HTMLElement {
  #words: Record<string, string> = {};
  #past: Past | undefined;
  #blocks: HTMLElement[] = [];
  #place = -1;
  #status = document.createElement("p");

  connectedCallback(): void {
    if (this.#past) return;
    const mark = read(this.dataset["mark"]) as Mark | undefined;
    if (!mark) return;
    this.#past = { mark, known: read(this.dataset["known"]) ?? [], since: read(this.dataset["since"]) ?? [] };
    this.#words = read(this.dataset["words"]) ?? {};
    const names = [mark[0], ...(read<string[]>(this.dataset["former"]) ?? [])];
    const reading = names.map((name) => readReading(name)).find(Boolean);
    const verdict = judge(reading, this.#past);
    if (verdict.type === "new" || verdict.type === "same") whenSeen([document.body], () => storeReading(mark));
    else this.#tell(verdict);
  }

  disconnectedCallback(): void {
    document.removeEventListener("keydown", this.#press);
  }

  #tell(verdict: Extract<Verdict, { at: number }>): void {
    this.#blocks = verdict.type === "changed" ? this.#mark(verdict.from) : [];
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
    this.replaceChildren(this.#status, buttons);
    this.setAttribute("role", "region");
    this.setAttribute("aria-label", this.#words["title"] ?? "");
    const day = writeDate(verdict.at);
    const what = verdict.type === "changed" ? verdict.what : "";
    const text = (this.#words[verdict.type] ?? "").replace("{day}", () => day).replace("{what}", () => what);
    // What was there before its text came is read aloud.
    requestAnimationFrame(() => (this.#status.textContent = text));
    whenSeen([this, ...this.#blocks], () => this.#store());
  }

  /** Marks what changed after revision `from`, but for what stood there as it does now. */
  #mark(from: number): HTMLElement[] {
    const blocks = [...document.querySelectorAll<HTMLElement>(".article [data-revision]")].filter(({ dataset }) => {
      return Number(dataset["revision"]) > from && !(dataset["held"] ?? "").split(" ").includes(String(from));
    });
    for (const block of blocks) block.dataset["news"] = "";
    return blocks;
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
    for (const block of this.#blocks) delete block.dataset["news"];
    this.#blocks = [];
    document.removeEventListener("keydown", this.#press);
    this.#status.tabIndex = -1;
    this.#status.textContent = this.#words["marked"] ?? "";
    this.replaceChildren(this.#status);
    this.#status.focus({ preventScroll: true });
  }

  #store(): void {
    if (this.#past) storeReading(this.#past.mark);
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
  #makeLink(verdict: Verdict): HTMLAnchorElement {
    const link = document.createElement("a");
    link.href = this.dataset["history"] ?? "";
    if (verdict.type === "changed" && this.#past) link.search = `?from=r${verdict.from}&to=r${this.#past.mark[1]}`;
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

/** What the page says of itself; a page that says nothing, or half, is no reason to fail. */
function read<T>(written = ""): T | undefined {
  try {
    return JSON.parse(written) as T;
  } catch {
    return undefined;
  }
}

customElements.define("last-read", LastRead);
