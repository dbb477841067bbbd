/** Works something out, or takes what was worked out before under the same key: the names of all that it depends on. */
export type Memory = <T>(key: readonly string[], make: () => T) => T;

export const noMemory: Memory = (_, make) => make();

/** Remembers in this process what was asked for last: so many things, twice as many at times. */
export function rememberLately(most: number): Memory {
  let late = new Map<string, unknown>();
  /** What goes when there is enough of late. */
  let before = new Map<string, unknown>();
  return <T>(key: readonly string[], make: () => T): T => {
    const name = key.join("\0");
    if (late.has(name)) return late.get(name) as T;
    const found = before.has(name) ? before.get(name) : make();
    late.set(name, found);
    if (late.size > most) [before, late] = [late, new Map()];
    return found as T;
  };
}
