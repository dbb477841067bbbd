import type { Searched } from "#handbook/searched.ts";

/**
 * Adds to what Pagefind reads of a page the words it should be found by and does not show: as metadata, which counts
 * more than text and is never shown as an excerpt. Around what the rep says stand anchors, because results show it
 * whole. The published page stays as it is.
 */
export function addKeywords(article: string, searched: Searched): string {
  const { names, elsewhere, same, synonyms, related } = searched;
  const keywords = join([...names, ...elsewhere, ...same]);
  const near = related.flatMap(listKeywords).join(" ");
  const alike = join(synonyms);
  const data = `data-kw="${escape(keywords)}" data-alike="${escape(alike)}" data-near="${escape(near)}" data-names="${escape([...names, ...elsewhere].join(separator))}" data-same="${escape(same.join(separator))}"`;
  const element = `<span hidden ${data} data-pagefind-meta="kw[data-kw], alike[data-alike], near[data-near], names[data-names], same[data-same]"></span>`;
  let begun = 0;
  let ended = 0;
  return article
    .replaceAll('<div class="spoken-text">', (tag) => `${tag}<span id="say-${++begun}"></span>`)
    .replaceAll("</copy-text>", () => `</copy-text><span id="said-${++ended}"></span>`)
    .replace(/<\/article>(?!.*<\/article>)/s, () => `${element}</article>`);
}

/** With spaces, because Pagefind divides metadata at them and would make one word of all. */
const separator = " | ";

function join(names: readonly string[]): string {
  return [...new Set(names.flatMap(listKeywords))].join(" ");
}

/** Words of Latin letters, and of Chinese the pairs of characters that search asks for; metadata is divided by spaces only. */
export function listKeywords(name: string): string[] {
  const runs =
    name
      .normalize("NFKC")
      .toLowerCase()
      .match(/\p{Script=Han}+|[^\P{L}\p{Script=Han}][^\P{L}\p{Script=Han}]*|\p{N}+/gu) ?? [];
  return runs.flatMap((run) => {
    const characters = [...run];
    if (!/\p{Script=Han}/u.test(run) || characters.length < 2) return [run];
    return characters.slice(1).map((second, index) => `${characters[index]}${second}`);
  });
}

/** Collects the Latin words and the Chinese characters of pages, and how many pages have them. */
export function collectWords() {
  const words = new Map<string, number>();
  return {
    add(html: string): void {
      const text = html
        .replace(/<[^>]*>/g, " ")
        .replace(/&#?\w+;/g, " ")
        .toLowerCase();
      for (const word of new Set(text.match(/[a-z]{3,}|\p{Script=Han}/gu))) words.set(word, (words.get(word) ?? 0) + 1);
    },
    list: (): ReadonlyMap<string, number> => words,
  };
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
