import { isChanged, type Mark, readReading } from "./reads.ts";

/** Puts a dot behind the links of lists that lead to a document which changed since it was read; `data-changed` around them says so in words. */
function showDots(): void {
  for (const link of document.querySelectorAll<HTMLElement>("[data-read]")) {
    const words = link.closest<HTMLElement>("[data-changed]")?.dataset["changed"] ?? "";
    const mark = readMark(link.dataset["read"]);
    const changed = mark !== undefined && words !== "" && isChanged(readReading(mark[0]), mark);
    const dot = link.querySelector(".read-dot");
    if (changed && !dot) link.append(makeDot(words));
    else if (!changed) dot?.remove();
  }
}

function readMark(written = ""): Mark | undefined {
  try {
    return JSON.parse(written) as Mark;
  } catch {
    return undefined;
  }
}

function makeDot(words: string): HTMLElement {
  const dot = document.createElement("span");
  const text = document.createElement("span");
  dot.className = "read-dot";
  text.className = "unseen";
  text.textContent = ` (${words})`;
  dot.append(text);
  return dot;
}

showDots();
addEventListener("storage", showDots);
// A page that the browser kept for the way back does not hear of what was read meanwhile.
addEventListener("pageshow", (event) => event.persisted && showDots());
