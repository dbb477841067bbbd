import type { Hit } from "./pagefind.ts";

/** A document found: a group of the list of results, whose options are links, so that they open in the ways links do. */
export function showHit(hit: Hit, id: string, kind: string): HTMLDivElement {
  const group = make("div", "", "");
  group.role = "group";
  group.ariaLabel = hit.title;
  group.dataset["result"] = "";
  const link = document.createElement("a");
  link.className = "result";
  link.role = "option";
  link.id = id;
  link.href = hit.url;
  link.tabIndex = -1;
  link.ariaSelected = "false";
  const excerpt = make("span", "result-excerpt", "");
  appendMarked(excerpt, hit.excerpt);
  link.append(make("span", "result-kind", kind), make("span", "result-title", hit.title), excerpt);
  group.append(link);
  return group;
}

/** A choice of one collection, or of all. */
export function showKind(group: string, value: string, label: string, checked: boolean): HTMLLabelElement {
  const input = document.createElement("input");
  Object.assign(input, { type: "radio", name: group, value, checked, className: "unseen" });
  const line = document.createElement("label");
  line.append(input, label);
  return line;
}

export function make<T extends keyof HTMLElementTagNameMap>(tag: T, className: string, text: string): HTMLElementTagNameMap[T] {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

/** Copies text and `mark` of an excerpt; nothing else of it reaches the page. */
function appendMarked(target: HTMLElement, html: string): void {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  for (const node of body.childNodes) {
    const text = node.textContent ?? "";
    target.append(node.nodeName === "MARK" ? make("mark", "", text) : text);
  }
}
