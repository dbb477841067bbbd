import { hashText, readTicks, type Ticks } from "./ticks.ts";

/**
 * `<check-list>` remembers which of its items are ticked: those of task lists by their text, those with `data-tick`
 * by that name (they get their box here). Below stand how many are done and a button that clears them.
 */
class CheckList extends HTMLElement {
  private boxes = new Map<HTMLInputElement, string>();
  private readonly count = document.createElement("span");
  private readonly clear = document.createElement("button");

  connectedCallback(): void {
    if (this.boxes.size > 0) return;
    const ticks = readTicks(this.closest<HTMLElement>("[data-document]")?.dataset["document"] ?? location.pathname);
    for (const [box, item] of findBoxes(this)) {
      this.boxes.set(box, item);
      box.checked = ticks.has(item);
      box.disabled = false;
      box.addEventListener("change", () => {
        ticks.set(item, box.checked);
        this.showState();
      });
    }
    if (this.boxes.size > 0) this.addState(ticks);
  }

  private addState(ticks: Ticks): void {
    const state = document.createElement("p");
    state.className = "checklist-state";
    this.count.setAttribute("role", "status");
    this.clear.type = "button";
    this.clear.className = "copy";
    this.clear.textContent = this.dataset["untick"] ?? "";
    this.clear.addEventListener("click", () => {
      for (const [box, item] of this.boxes) {
        box.checked = false;
        ticks.set(item, false);
      }
      this.showState();
    });
    state.append(this.count, this.clear);
    // A long path says at its beginning how far one is.
    if (this.querySelector("[data-tick]")) this.prepend(state);
    else this.append(state);
    this.showState();
  }

  private showState(): void {
    const done = [...this.boxes.keys()].filter((box) => box.checked).length;
    const words = this.dataset["progress"] ?? "";
    this.count.textContent = words.replace("{done}", String(done)).replace("{count}", String(this.boxes.size));
    this.clear.hidden = done === 0;
  }
}

function findBoxes(list: HTMLElement): [HTMLInputElement, string][] {
  const written = [...list.querySelectorAll<HTMLInputElement>("input[type=checkbox]")];
  const named = [...list.querySelectorAll<HTMLElement>("[data-tick]")];
  for (const box of written) box.closest("li")?.addEventListener("click", (event) => tickRow(event, box));
  return [
    ...written.map((box): [HTMLInputElement, string] => [box, hashText(box.closest("li")?.textContent ?? "")]),
    ...named.map((item): [HTMLInputElement, string] => [addBox(item), item.dataset["tick"] ?? ""]),
  ];
}

/** The whole row ticks its box, because a thumb needs room; what is a link stays one. */
function tickRow({ target }: Event, box: HTMLInputElement): void {
  if (target instanceof Element && !target.closest("a, button, input, term-tip")) box.click();
}

function addBox(item: HTMLElement): HTMLInputElement {
  const box = document.createElement("input");
  const label = document.createElement("label");
  box.type = "checkbox";
  box.setAttribute("aria-label", (item.querySelector("a") ?? item).textContent.trim());
  label.append(box);
  item.prepend(label);
  return box;
}

customElements.define("check-list", CheckList);
