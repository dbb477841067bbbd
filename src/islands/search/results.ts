import type { Hit, Piece } from "./excerpt.ts";
import { element } from "../element.ts";
import { makeMarked } from "./make.ts";

export interface ResultTexts {
  /** What one document of each collection is called. */
  ones: Record<string, string>;
  say: string;
  copy: string;
  copied: string;
}

/** A document found: a group of the list of results, whose options are its links and what it says. */
export function showHit(hit: Hit, id: string, { ones, say, copy, copied }: ResultTexts): HTMLDivElement {
  const group = element("div", "result-group");
  group.role = "group";
  group.ariaLabel = hit.title.map((one) => one.text).join("");
  group.dataset["result"] = "";
  const link = makeLinkOption("result", hit.url);
  const head = element("span", "result-head");
  head.append(element("span", "result-kind", ones[hit.kind] ?? ""), makeMarked("span", "result-title", hit.title));
  link.append(head);
  if (hit.excerpt.length > 0) link.append(makeMarked("span", "result-excerpt", hit.excerpt));
  group.append(link, ...hit.sections.map(showSection));
  if (hit.say) group.append(showSaying(hit.say, { say, copy, copied }));
  [...group.children].forEach((option, index) => (option.id = `${id}-${index}`));
  return group;
}

function showSection({ title, url, excerpt }: { title: Piece[]; url: string; excerpt: Piece[] }): HTMLAnchorElement {
  const link = makeLinkOption("result-section", url);
  link.append(makeMarked("span", "result-heading", title), makeMarked("span", "result-excerpt", excerpt));
  return link;
}

/** Something searched for before. */
export function showRecent(query: string, id: string, ask: (query: string) => void): HTMLButtonElement {
  const button = element("button", "result result-recent", query);
  button.type = "button";
  button.id = id;
  makeOption(button);
  button.addEventListener("click", () => ask(query));
  return button;
}

/** A link behind the results. */
export function makeLink(text: string, url: string): HTMLAnchorElement {
  const link = element("a", "search-more", text);
  link.href = url;
  link.rel = "noopener noreferrer";
  return link;
}

/** A button behind the results. */
export function makeButton(text: string, act: () => void): HTMLButtonElement {
  const button = element("button", "search-more", text);
  button.type = "button";
  button.addEventListener("click", act);
  return button;
}

function makeLinkOption(className: string, url: string): HTMLAnchorElement {
  const link = element("a", className);
  link.href = url;
  makeOption(link);
  return link;
}

/** Options are reached with the arrow keys, not with Tab. */
function makeOption(element: HTMLElement): void {
  element.role = "option";
  element.tabIndex = -1;
  element.ariaSelected = "false";
}

/** The sentence itself, which is copied by choosing it. */
function showSaying(text: string, { say, copy, copied }: Pick<ResultTexts, "say" | "copy" | "copied">): HTMLButtonElement {
  const button = element("button", "result-say");
  button.type = "button";
  makeOption(button);
  const state = element("span", "result-copy", copy);
  button.append(element("span", "result-cue", say), element("span", "result-saying", text), state);
  button.addEventListener("click", () => {
    void copyText(text).then((done) => {
      if (!done) return;
      state.textContent = copied;
      button.dataset["state"] = "copied";
      button.dispatchEvent(new CustomEvent("sopbook:copied", { bubbles: true }));
      setTimeout(() => {
        state.textContent = copy;
        delete button.dataset["state"];
      }, 2000);
    });
  });
  return button;
}

/** Without https there is no clipboard to write to; then a field is filled and copied as a reader would. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = element("textarea", "unseen");
    const focused = document.activeElement;
    field.value = text;
    (document.querySelector("dialog[open]") ?? document.body).append(field);
    field.select();
    // Deprecated, but the only way left: https://developer.mozilla.org/docs/Web/API/Document/execCommand
    const done = document.execCommand("copy");
    field.remove();
    if (focused instanceof HTMLElement) focused.focus();
    return done;
  }
}
