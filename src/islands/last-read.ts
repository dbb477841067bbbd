import { judge, type Mark, type Past, readReading, storeReading } from "./reads.ts";
import { whenSeen } from "./seen.ts";

/**
 * `<last-read>` tells a reader who comes back to a document what changed since, and marks it; the code for that is fetched
 * only then. A first visit is remembered once the page has been looked at.
 */
class LastRead extends HTMLElement {
  #begun = false;

  connectedCallback(): void {
    if (this.#begun) return;
    this.#begun = true;
    const mark = read(this.dataset["mark"]) as Mark | undefined;
    if (!mark) return;
    const past = {
      mark,
      known: read<[number, string][]>(this.dataset["known"]) ?? [],
      since: read<Past["since"]>(this.dataset["since"]) ?? [],
    };
    const names = [mark[0], ...(read<string[]>(this.dataset["former"]) ?? [])];
    const reading = names.map((name) => readReading(name)).find(Boolean);
    const verdict = judge(reading, past);
    if (verdict.type === "new" || verdict.type === "same") whenSeen([document.body], () => storeReading(mark));
    else void import("./last-read-notice.ts").then(({ tellChange }) => tellChange(this, verdict, mark, read(this.dataset["words"]) ?? {}));
  }
}

/** What the page says of itself; a page that says nothing, or half, is no reason to fail. */
function read<T>(written = ""): T | undefined {
  try {
    return JSON.parse(written) as T;
  } catch {
    return undefined;
  }
}

customElements.define("last-read", LastRead);
