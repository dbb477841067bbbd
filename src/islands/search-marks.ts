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
    texts.flatMap((node) =>
      findMarks(node.data, query).map(({ from, to }) => {
        const range = new Range();
        range.setStart(node, from);
        range.setEnd(node, to);
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

function listTexts(root: HTMLElement): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node.parentElement?.checkVisibility()) texts.push(node as Text);
  return texts;
}

const article = document.querySelector<HTMLElement>("article[data-document], .old > article");
const queries = article ? takeMarks() : [];
if (article && queries.length > 0) void markPage(article, queries).catch(() => undefined);
