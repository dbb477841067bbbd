/** Works plain data out, or takes what an earlier build worked out under the same key: the names of all that it depends on. */
export type Memory = <T>(key: readonly string[], make: () => T) => T;

export const noMemory: Memory = (_, make) => make();
