import type { BrowserContext, Page } from "playwright-core";
import type { Locale } from "#model/fields.ts";
import type { Filter } from "./golden-queries.ts";

/** What a search box shows for a query. */
export interface Answer {
  /** Paths of the results on their host, in rank order. */
  paths: string[];
  /** Whether the box says that these are what was asked for, or only the closest; a box that can't tell always says the first. */
  match: "exact" | "closest" | "none";
  /** From the last key to the complete answer. */
  milliseconds: number;
}

/** A search box of one generator on its own site. */
export interface SearchBox {
  name: string;
  /** The page on which one types. */
  path(locale: Locale): string;
  /** Types into a page that was opened at `path` and waits for the whole answer. */
  ask(page: Page, query: string, locale: Locale, filter: Filter): Promise<Answer>;
}

export interface Question {
  locale: Locale;
  query: string;
  filter?: Filter;
}

export interface Asker {
  ask(question: Question): Promise<Answer>;
}

/** Asks in one page for each language, opened once, as a rep does who keeps the handbook open. */
export function openAsker(context: BrowserContext, box: SearchBox, origin: string): Asker {
  const pages = new Map<Locale, Promise<Page>>();
  const open = async (locale: Locale) => {
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    await page.goto(origin + box.path(locale), { waitUntil: "load" });
    return page;
  };
  return {
    async ask({ locale, query, filter = {} }) {
      const page = pages.get(locale) ?? open(locale);
      pages.set(locale, page);
      const answer = await box.ask(await page, query, locale, filter);
      // A choice of the page would hold for the next query too.
      if (Object.keys(filter).length > 0) await (await page).goto(origin + box.path(locale));
      return answer;
    },
  };
}

/** The search page of our own site, whose address begins with `base`. */
export function ownSearchBox(base: string): SearchBox {
  const path = (locale: Locale) => `${base}${locale === "zh-CN" ? "" : `${locale}/`}search/`;
  return {
    name: "Sopbook",
    path,
    async ask(page, query, locale, filter) {
      if (Object.keys(filter).length === 0) return page.evaluate(answerQuery, { query, type: true });
      await page.goto(new URL(`${path(locale)}?${new URLSearchParams({ q: query, ...filter })}`, page.url()).href);
      return page.evaluate(answerQuery, { query, type: false });
    },
  };
}

/** Pagefind's own programming interface with all that it does by itself, over the index of our own site. */
export function plainPagefind(base: string): SearchBox {
  return {
    name: "plain Pagefind",
    path: (locale) => `${base}${locale === "zh-CN" ? "" : `${locale}/`}`,
    ask: (page, query, _, filter) => page.evaluate(askPagefind, { file: `${base}pagefind/pagefind.js`, query, filter }),
  };
}

/** The document that a path of any of the generators leads to, such as `en/terms/lead`, which is also the name of its Markdown copy. */
export function documentOf(path: string, base = "/"): string {
  const { pathname } = new URL(path, "http://site.invalid");
  const own = pathname.startsWith(base) ? pathname.slice(base.length) : pathname.slice(1);
  return decodeURI(own).replace(/(?:\/index)?(?:\.html)?\/?$/, "");
}

/** Runs in the page, so it holds all that it needs; what the page's address asks is not typed, only waited for. */
function answerQuery({ query, type }: { query: string; type: boolean }): Promise<Answer> {
  const input = document.querySelector<HTMLInputElement>("main input[type=search]");
  const main = document.querySelector("main");
  if (!input || !main) throw new Error("The page has no field for a search.");
  const list = () => main.querySelector<HTMLElement>("[data-query]");
  const start = performance.now();
  if (type) {
    input.focus();
    // The answer that is shown must be that to what is typed next.
    if (list()?.dataset["query"] === query) delete list()?.dataset["query"];
    input.value = query;
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
  return new Promise((resolve, reject) => {
    const observer = new MutationObserver(() => look());
    const timer = setTimeout(() => {
      observer.disconnect();
      reject(new Error(`Search gave no answer to “${query}” for 30 seconds.`));
    }, 30_000);
    const look = () => {
      const shown = list();
      if (shown?.dataset["query"] !== query) return;
      observer.disconnect();
      clearTimeout(timer);
      const paths = [...shown.querySelectorAll("[data-result]")].flatMap(
        (one) => one.querySelector<HTMLAnchorElement>("a[href]")?.pathname ?? [],
      );
      resolve({ paths, match: (shown.dataset["match"] ?? "none") as Answer["match"], milliseconds: performance.now() - start });
    };
    observer.observe(main, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-query"] });
    look();
  });
}

interface Pagefind {
  filters(): Promise<Record<string, unknown>>;
  search(query: string, options: { filters: Record<string, string> }): Promise<{ results: { data(): Promise<{ url: string }> }[] }>;
}

/** Runs in the page, so it holds all that it needs. */
async function askPagefind({ file, query, filter }: { file: string; query: string; filter: Filter }): Promise<Answer> {
  const start = performance.now();
  const pagefind = (await import(file)) as Pagefind;
  const { kind, ...filters } = filter;
  const { results } = await pagefind.search(query, { filters: { ...filters, ...(kind && { collection: kind }) } });
  const found = await Promise.all(results.slice(0, 10).map((one) => one.data()));
  return {
    paths: found.map((one) => one.url),
    match: found.length > 0 ? "exact" : "none",
    milliseconds: performance.now() - start,
  };
}
