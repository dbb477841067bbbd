/**
 * `<quiz-set>` turns the task lists in it into questions: the items that are ticked in the text are the right answers.
 * They are hidden until the reader has answered; then what follows as `<details>` opens and says why.
 */
class QuizSet extends HTMLElement {
  private readonly results = new Map<HTMLElement, boolean>();
  private questions = 0;
  private readonly score = document.createElement("p");

  connectedCallback(): void {
    if (this.questions > 0) return;
    const lists = [...this.querySelectorAll<HTMLElement>(".contains-task-list:has(:checked)")];
    for (const list of lists) this.addQuestion(list);
    const last = lists.at(-1);
    if (!last) return;
    const facts = document.createElement("p");
    facts.className = "quiz-facts";
    facts.textContent = (this.dataset["facts"] ?? "").replace("{count}", String(this.questions));
    findHeading(lists[0]!)?.after(facts);
    this.score.className = "quiz-score";
    this.score.setAttribute("role", "status");
    (findNext(last, "details") ?? findNext(last, ".quiz-check") ?? last).after(this.score);
  }

  private addQuestion(list: HTMLElement): void {
    const boxes = [...list.querySelectorAll<HTMLInputElement>("input[type=checkbox]")];
    const right = new Set(boxes.filter((box) => box.checked));
    const single = right.size === 1;
    const name = `quiz-${this.questions++}`;
    for (const box of boxes) {
      box.checked = false;
      box.disabled = false;
      box.name = name;
      if (single) box.type = "radio";
      const item = box.closest("li");
      item?.addEventListener("click", ({ target }) => {
        if (target instanceof Element && !target.closest("a, input, button")) box.click();
      });
      if (single) box.addEventListener("change", () => this.answer(list, boxes, right));
    }
    list.dataset["quiz"] = "";
    if (!single) list.after(this.makeButton(() => this.answer(list, boxes, right)));
  }

  private makeButton(press: () => void): HTMLButtonElement {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "quiz-check";
    button.textContent = this.dataset["check"] ?? "";
    button.addEventListener("click", press);
    return button;
  }

  private answer(list: HTMLElement, boxes: readonly HTMLInputElement[], right: ReadonlySet<HTMLInputElement>): void {
    for (const box of boxes) {
      const item = box.closest("li");
      const verdict = right.has(box) ? "right" : box.checked ? "wrong" : "";
      if (!item) continue;
      item.dataset["verdict"] = verdict;
      item.querySelector(".quiz-verdict")?.remove();
      if (verdict === "") continue;
      const word = document.createElement("strong");
      word.className = "quiz-verdict";
      word.textContent = this.dataset[verdict] ?? "";
      item.append(" ", word);
    }
    this.results.set(
      list,
      boxes.every((box) => box.checked === right.has(box)),
    );
    const why = findNext(list, "details");
    if (why instanceof HTMLDetailsElement) why.open = true;
    const done = [...this.results.values()].filter(Boolean).length;
    const words = this.dataset["score"] ?? "";
    this.score.textContent = words.replace("{right}", String(done)).replace("{count}", String(this.questions));
  }
}

/** The next element of its kind after a question, before the next question begins. */
function findNext(list: HTMLElement, selector: string): Element | undefined {
  for (let one = list.nextElementSibling; one && !one.matches(".contains-task-list, h2, h3"); one = one.nextElementSibling) {
    if (one.matches(selector)) return one;
  }
  return undefined;
}

/** The heading under which the questions stand; each may have one of its own. */
function findHeading(list: HTMLElement): Element | undefined {
  for (let one = list.previousElementSibling; one; one = one.previousElementSibling) if (one.matches("h2")) return one;
  return undefined;
}

customElements.define("quiz-set", QuizSet);

export {};
