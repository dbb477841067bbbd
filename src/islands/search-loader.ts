/** Fetches the code of search when someone is about to use this form; where that fails, the form says so and tries again once there is a connection. */
export function loadWhenNeeded(search: HTMLElement): void {
  const status = document.createElement("p");
  status.className = "search-status";
  status.role = "status";
  const load = () =>
    import("./search.ts").then(
      () => status.remove(),
      () => {
        status.textContent = readWord(search, navigator.onLine ? "failed" : "offline");
        search.append(status);
        addEventListener("online", () => void load(), { once: true });
      },
    );
  for (const type of ["focusin", "pointerenter"]) search.addEventListener(type, () => void load(), { once: true });
}

function readWord(search: HTMLElement, name: string): string {
  const { words } = JSON.parse(search.dataset["text"] ?? "{}") as { words?: Record<string, string> };
  return words?.[name] ?? "";
}
