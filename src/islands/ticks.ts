/** What a reader has ticked in each document, kept by the browser. Items go by a key of their own, never by position. */
export interface Ticks {
  isEmpty(): boolean;
  has(item: string): boolean;
  set(item: string, ticked: boolean): void;
}

/** The ticks of a document, such as `paths/sales-rep-onboarding`; where storage is full or forbidden they last as long as the page. */
export function readTicks(document: string, storage: () => Pick<Storage, "getItem" | "setItem"> = () => localStorage): Ticks {
  const key = `sopbook:ticks:${document}`;
  const items = new Set(readItems(key, storage));
  return {
    isEmpty: () => items.size === 0,
    has: (item) => items.has(item),
    set(item, ticked) {
      if (ticked) items.add(item);
      else items.delete(item);
      try {
        storage().setItem(key, JSON.stringify([...items]));
      } catch {
        // The tick stays on the page.
      }
    },
  };
}

/** Names an item by its text, whatever its white space: 32 bits of FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/). */
export function hashText(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text.replace(/\s+/g, " ").trim()) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash.toString(36);
}

/** Storage is input from outside: anything but a list of strings counts as nothing. */
function readItems(key: string, storage: () => Pick<Storage, "getItem">): string[] {
  try {
    const value: unknown = JSON.parse(storage().getItem(key) ?? "[]");
    return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
  } catch {
    return [];
  }
}
