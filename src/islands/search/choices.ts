import type { Answer, Choice } from "./answer.ts";
import { element } from "../element.ts";

export interface ChoiceTexts {
  names: Record<string, string>;
  all: string;
  kinds: string;
  anyStage: string;
  anyRole: string;
}

/** The names of the filters in addresses, with those of the index. */
const filters = { kind: "collection", stage: "stage", role: "role" } as const;
type FilterName = keyof typeof filters;

/** What the reader has narrowed the results to. */
export class Choices {
  readonly element = element("div", "search-choices");
  readonly #kinds = element("fieldset", "search-kinds");
  readonly #selects = element("div", "search-selects");
  readonly #chosen: Record<FilterName, string> = { kind: "", stage: "", role: "" };
  readonly #group: string;
  readonly #texts: ChoiceTexts;

  constructor(group: string, texts: ChoiceTexts, changed: () => void) {
    this.#group = group;
    this.#texts = texts;
    this.element.hidden = true;
    this.element.append(this.#kinds, this.#selects);
    this.element.addEventListener("change", ({ target }) => {
      if (target instanceof HTMLInputElement) this.#chosen.kind = target.value;
      if (target instanceof HTMLSelectElement) this.#chosen[target.name as FilterName] = target.value;
      changed();
    });
  }

  get choice(): Choice {
    return Object.fromEntries(
      Object.entries(filters).map(([name, filter]) => [filter, [this.#chosen[name as FilterName]].filter(Boolean)]),
    );
  }

  get any(): boolean {
    return Object.values(this.#chosen).some(Boolean);
  }

  /** What addresses say of it: `{ stage: "demo" }`. */
  get parameters(): Record<string, string> {
    return Object.fromEntries(Object.entries(this.#chosen).filter(([, value]) => value));
  }

  read(parameters: URLSearchParams): void {
    for (const name of Object.keys(filters)) this.#chosen[name as FilterName] = parameters.get(name) ?? "";
  }

  clear(): void {
    for (const name of Object.keys(filters)) this.#chosen[name as FilterName] = "";
  }

  /** Shows what there is to choose from, with counts; what is chosen stays on offer. */
  show(counts: Answer["counts"], titles: Record<string, Record<string, string>>): void {
    const { names, all, kinds, anyStage, anyRole } = this.#texts;
    const focused = this.element.contains(document.activeElement)
      ? (document.activeElement as HTMLInputElement | HTMLSelectElement)
      : undefined;
    const count = (filter: string, value: string) => counts[filter]?.[value] ?? 0;
    const offered = Object.keys(names).filter((one) => count("collection", one) > 0 || one === this.#chosen.kind);
    const total = Object.values(counts["collection"] ?? {}).reduce((sum, one) => sum + one, 0);
    this.#kinds.replaceChildren(
      element("legend", "unseen", kinds),
      this.#makeKind("", `${all} ${total}`),
      ...offered.map((one) => this.#makeKind(one, `${names[one]} ${count("collection", one)}`)),
    );
    this.#kinds.hidden = offered.length < 2 && !this.any;
    this.#selects.replaceChildren(
      ...this.#makeSelect("stage", anyStage, titles["stage"] ?? {}, (value) => count("stage", value)),
      ...this.#makeSelect("role", anyRole, titles["role"] ?? {}, (value) => count("role", value)),
    );
    this.element.hidden = this.#kinds.hidden && this.#selects.children.length === 0;
    if (focused) this.#focusAgain(focused);
  }

  hide(): void {
    this.element.hidden = true;
  }

  /** Whoever is choosing with the keyboard stays where they were. */
  #focusAgain({ type, name }: HTMLInputElement | HTMLSelectElement): void {
    this.element.querySelector<HTMLElement>(type === "radio" ? "input:checked" : `select[name="${name}"]`)?.focus();
  }

  #makeKind(value: string, label: string): HTMLLabelElement {
    const input = element("input", "unseen");
    Object.assign(input, { type: "radio", name: this.#group, value, checked: value === this.#chosen.kind });
    const line = element("label", "");
    line.append(input, label);
    return line;
  }

  #makeSelect(name: "stage" | "role", any: string, titles: Record<string, string>, count: (value: string) => number): HTMLSelectElement[] {
    const values = Object.keys(titles).filter((one) => count(one) > 0 || one === this.#chosen[name]);
    if (values.length === 0 || (values.length === 1 && !this.#chosen[name])) return [];
    const select = element("select", "search-select");
    Object.assign(select, { name, ariaLabel: any });
    const options = [new Option(any, ""), ...values.map((one) => new Option(`${titles[one]} · ${count(one)}`, one))];
    select.append(...options);
    select.value = this.#chosen[name];
    if (this.#chosen[name]) select.dataset["chosen"] = "";
    return [select];
  }
}
