import { element } from "./element.ts";
import styles from "./search/results.css?url";

/**
 * Fetches the code of search and what it says when someone is about to use this form, or at once where search is what the
 * page is for; where that fails, the form says so and tries again once there is a connection.
 */
export function loadWhenNeeded(search: HTMLElement): void {
  const status = element("p", "search-status");
  status.role = "status";
  const load = () =>
    loadSearch(search.dataset["words"] ?? "").then(
      () => status.remove(),
      () => {
        status.textContent = (navigator.onLine ? search.dataset["failed"] : search.dataset["offline"]) ?? "";
        search.append(status);
        addEventListener("online", () => void load(), { once: true });
      },
    );
  if (search.dataset["show"] === "page") void load();
  for (const type of ["focusin", "pointerenter"]) search.addEventListener(type, () => void load(), { once: true });
}

let loaded: Promise<void> | undefined;

function loadSearch(words: string): Promise<void> {
  return (loaded ??= start(words).catch((cause: unknown) => {
    loaded = undefined;
    throw cause;
  }));
}

/** The words and the styles are there before the code makes all forms of the page live. */
async function start(words: string): Promise<void> {
  const [{ SiteSearch }, text] = await Promise.all([
    import("./search.ts"),
    fetchText(words),
    fetchStyles(styles),
    import("./search/session.ts"),
  ]);
  for (const one of document.querySelectorAll<HTMLElement>("site-search")) one.dataset["text"] = text;
  customElements.define("site-search", SiteSearch);
}

async function fetchText(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
  return response.text();
}

/** No page waits for the styles of results to be shown itself. */
function fetchStyles(url: string): Promise<void> {
  const link = element("link");
  link.rel = "stylesheet";
  link.href = url;
  return new Promise((resolve, reject) => {
    link.addEventListener("load", () => resolve());
    link.addEventListener("error", () => {
      link.remove();
      reject(new Error(`${url} could not be loaded.`));
    });
    document.head.append(link);
  });
}
