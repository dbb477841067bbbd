import type { Book } from "#handbook/book.ts";

/** Words and facts that stand on the cover and above the contents. */
export interface Cover {
  contents: string;
  lines: string[];
  /** Headings of the chapters, in order. */
  chapters: string[];
}

/**
 * Runs in the browser, on a page of the built site: puts a cover, the contents and every document into the place of the page.
 * It may use nothing from outside itself, because only its text is sent there.
 */
export async function assembleBook({ book, cover }: { book: Book; cover: Cover }): Promise<void> {
  const anchors = new Map(book.chapters.flatMap((one) => one.documents.map(({ path, anchor }) => [path, anchor] as const)));
  const element = (name: string, className: string, ...children: (Node | string)[]) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children);
    return made;
  };

  const entries = book.chapters.map(({ documents }, index) => {
    const items = documents.map(({ title, anchor }) => {
      const link = element("a", "", title);
      link.setAttribute("href", `#${anchor}`);
      const page = element("span", "book-page");
      page.dataset["of"] = anchor;
      return element("li", "", link, page);
    });
    return element("section", "", element("h2", "", cover.chapters[index] ?? ""), element("ol", "", ...items));
  });
  const front = [
    element(
      "header",
      "book-cover",
      element("h1", "", book.title),
      element("p", "", book.tagline),
      ...cover.lines.map((line) => element("p", "book-line", line)),
    ),
    element("nav", "book-contents", element("h1", "", cover.contents), ...entries),
  ];

  const parts: Node[] = [];
  for (const { documents } of book.chapters) {
    for (const { path, anchor } of documents) parts.push(...(await readDocument(path, anchor)));
  }
  for (const styles of document.querySelectorAll<HTMLLinkElement>("main link")) {
    await new Promise((resolve) => {
      styles.onload = styles.onerror = resolve;
      document.head.append(styles);
    });
  }
  document.body.className = "book";
  document.body.replaceChildren(...front, ...parts);
  document.title = book.title;

  async function readDocument(path: string, anchor: string): Promise<Node[]> {
    const response = await fetch(path);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const article = page.querySelector("article");
    if (!article) throw new Error(`${path} holds no document.`);
    const control = page.querySelector(".control");
    const section = element("section", "book-document", article, ...(control ? [control] : []));
    section.id = anchor;
    for (const one of section.querySelectorAll("details")) one.open = true;
    for (const one of section.querySelectorAll("button, link, script")) one.remove();
    for (const one of section.querySelectorAll("img")) one.loading = "eager";
    for (const one of section.querySelectorAll("[id]")) one.id = `${anchor}--${one.id}`;
    for (const name of ["for", "aria-describedby", "aria-labelledby", "aria-controls"]) {
      for (const one of section.querySelectorAll(`[${name}]`)) one.setAttribute(name, `${anchor}--${one.getAttribute(name)}`);
    }
    for (const one of section.querySelectorAll("a[href]")) redirect(one, path, anchor);
    return [document.adoptNode(section)];
  }

  /** A link to a document of the book leads to its place in the book. */
  function redirect(link: Element, path: string, anchor: string): void {
    const target = new URL(link.getAttribute("href") ?? "", new URL(path, location.href));
    if (target.origin !== location.origin) return;
    const within = target.pathname === new URL(path, location.href).pathname ? anchor : anchors.get(target.pathname);
    const hash = decodeURIComponent(target.hash.slice(1));
    if (within) link.setAttribute("href", `#${hash ? `${within}--${hash}` : within}`);
    else link.removeAttribute("href");
  }
}

/** Runs in the browser: writes the number of the page that each entry of the contents leads to. */
export function fillPageNumbers(pages: Record<string, number>): void {
  for (const one of document.querySelectorAll<HTMLElement>(".book-page")) one.textContent = String(pages[one.dataset["of"] ?? ""] ?? "");
}
