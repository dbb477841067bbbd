import { readTicks } from "./ticks.ts";

/** A step of a path as the page lists it; without a title where the reader may not see it. */
type Step = [ref: string, title?: string, path?: string, lang?: string];

/** `<path-progress>` says how many steps of an onboarding path are ticked and which is next; of a path not begun, nothing. */
class PathProgress extends HTMLElement {
  connectedCallback(): void {
    this.#show();
    addEventListener("pageshow", this.#show);
  }

  disconnectedCallback(): void {
    removeEventListener("pageshow", this.#show);
  }

  #show = (): void => {
    const steps = JSON.parse(this.dataset["steps"] ?? "[]") as Step[];
    const ticks = readTicks(this.dataset["path"] ?? "");
    const done = steps.filter(([ref]) => ticks.has(ref)).length;
    const next = steps.find(([ref, , path]) => path && !ticks.has(ref));
    this.replaceChildren(...(done > 0 ? [this.#showShare(done, steps.length), ...(next ? [this.#showNext(next)] : [])] : []));
  };

  #showShare(done: number, count: number): HTMLElement {
    const label = document.createElement("label");
    const bar = document.createElement("progress");
    const words = this.dataset["done"] ?? "";
    bar.max = count;
    bar.value = done;
    label.append(words.replace("{done}", String(done)).replace("{count}", String(count)), " ", bar);
    return label;
  }

  #showNext([, title = "", path = "", lang]: Step): HTMLElement {
    const line = document.createElement("span");
    const link = document.createElement("a");
    link.href = path;
    link.textContent = title;
    if (lang) link.lang = lang;
    line.append(this.dataset["next"] ?? "", link);
    return line;
  }
}

customElements.define("path-progress", PathProgress);
