/** Hands what was searched over to the page that a result leads to, in this window or another one. */
const key = "sopbook:marks";
/** Milliseconds after which a page was not opened from the results. */
const fresh = 30_000;

export function handOverMarks(path: string, queries: readonly string[]): void {
  try {
    localStorage.setItem(key, JSON.stringify({ path, queries, at: Date.now() }));
  } catch {
    // Full or forbidden: then nothing is marked.
  }
}

function takeMarks(): string[] {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? "{}") as { path?: unknown; queries?: unknown; at?: unknown };
    if (kept.path !== location.pathname || !Array.isArray(kept.queries) || !(Date.now() - Number(kept.at) < fresh)) return [];
    localStorage.removeItem(key);
    return kept.queries.filter((one) => typeof one === "string");
  } catch {
    return [];
  }
}

/** Marks the words of the first query that the page holds, without changing it, and shows the first of them where the address names no section. */
async function markPage(article: HTMLElement, queries: readonly string[]): Promise<void> {
  if (!("highlights" in CSS)) return;
  const { findMarks } = await import("./search/marks.ts");
  const texts = listTexts(article);
  const mark = (query: string) =>
    texts.flatMap((nodes) =>
      findMarks(nodes.map((one) => one.data).join(""), query).map(({ from, to }) => {
        const range = new Range();
        range.setStart(...locate(nodes, from));
        range.setEnd(...locate(nodes, to));
        return range;
      }),
    );
  const ranges = queries.map(mark).find((one) => one.length > 0);
  if (!ranges) return;
  CSS.highlights.set("search", new Highlight(...ranges));
  const first = ranges[0]?.startContainer.parentElement;
  const top = first?.getBoundingClientRect().top ?? 0;
  if (!location.hash && top > innerHeight) first?.scrollIntoView({ block: "center" });
}

/** The visible texts; parts are one between which a line may break, or which it keeps whole. */
function listTexts(root: HTMLElement): Text[][] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[][] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement?.checkVisibility()) continue;
    const last = texts.at(-1);
    if (last && continues(node)) last.push(node as Text);
    else texts.push([node as Text]);
  }
  return texts;
}

function continues(node: Node): boolean {
  const before = node.previousSibling;
  if (before) return before.nodeName === "WBR" || isWhole(before);
  const whole = node.parentElement;
  return isWhole(whole) && (whole?.previousSibling?.nodeName === "WBR" || whole?.previousSibling?.nodeType === Node.TEXT_NODE);
}

function isWhole(node: Node | null): boolean {
  return node instanceof Element && node.className === "whole";
}

/** Where a place in the joined text of `nodes` is. */
function locate(nodes: readonly Text[], place: number): [node: Text, offset: number] {
  const [node, ...others] = nodes;
  return others.length === 0 || place <= node!.length ? [node!, place] : locate(others, place - node!.length);
}

const article = document.querySelector<HTMLElement>("article[data-document], .old > article");
const queries = article ? takeMarks() : [];
if (article && queries.length > 0) void markPage(article, queries).catch(() => undefined);
