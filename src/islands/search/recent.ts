const key = "sopbook:searches";
const most = 6;
const longest = 100;

/** What the reader searched for last, newest first. Storage is input from outside; where it is spoilt or forbidden there is nothing. */
export function readRecent(storage: () => Pick<Storage, "getItem"> = () => localStorage): string[] {
  try {
    const kept: unknown = JSON.parse(storage().getItem(key) ?? "[]");
    if (!Array.isArray(kept)) return [];
    return [...new Set(kept.filter((one) => typeof one === "string" && one.trim() !== "" && one.length <= longest))].slice(
      0,
      most,
    ) as string[];
  } catch {
    return [];
  }
}

export function keepRecent(query: string, storage: () => Pick<Storage, "getItem" | "setItem"> = () => localStorage): void {
  const kept = query.trim();
  if (kept === "" || kept.length > longest) return;
  write([kept, ...readRecent(storage).filter((one) => one !== kept)].slice(0, most), storage);
}

export function forgetRecent(storage: () => Pick<Storage, "setItem"> = () => localStorage): void {
  write([], storage);
}

function write(queries: readonly string[], storage: () => Pick<Storage, "setItem">): void {
  try {
    storage().setItem(key, JSON.stringify(queries));
  } catch {
    // Full or forbidden: then nothing is kept.
  }
}
