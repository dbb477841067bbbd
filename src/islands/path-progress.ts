import { readTicks } from "./ticks.ts";

/**
 * `<path-progress>` says how many steps of an onboarding path are ticked and which is next; of a path not begun, nothing.
 * What the steps are, it reads from the page of the path, which only those who have begun it need.
 */
class PathProgress extends HTMLElement {
  #steps: Promise<HTMLElement[]> | undefined;

  connectedCallback(): void {
    void this.#show();
    addEventListener("pageshow", this.#show);
  }

  disconnectedCallback(): void {
    removeEventListener("pageshow", this.#show);
  }

  #show = async (): Promise<void> => {
    const ticks = readTicks(this.dataset["path"] ?? "");
    if (ticks.isEmpty()) return this.replaceChildren();
    const steps = await (this.#steps ??= readSteps(this.dataset["href"] ?? ""));
    const isDone = (step: HTMLElement) => ticks.has(step.dataset["tick"] ?? "");
    const done = steps.filter(isDone).length;
    const next = steps.find((one) => !isDone(one) && one.querySelector("a"))?.querySelector("a");
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

  #showNext(step: HTMLAnchorElement): HTMLElement {
    const line = document.createElement("span");
    const link = document.createElement("a");
    link.href = step.getAttribute("href") ?? "";
    link.textContent = step.textContent.trim();
    if (step.lang) link.lang = step.lang;
    line.append(this.dataset["next"] ?? "", link);
    return line;
  }
}

/** The steps as the page of the path lists them; none where it can't be had now. */
async function readSteps(path: string): Promise<HTMLElement[]> {
  try {
    const response = await fetch(path);
    const page = new DOMParser().parseFromString(response.ok ? await response.text() : "", "text/html");
    return [...page.querySelectorAll<HTMLElement>("[data-tick]")];
  } catch {
    return [];
  }
}

customElements.define("path-progress", PathProgress);
