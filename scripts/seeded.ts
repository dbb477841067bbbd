/** Mulberry32, a small generator of pseudo-random numbers from 0 to 1 (https://gist.github.com/tommyettinger/46a874533244883189143505d203312c). */
export function seeded(seed: number): () => number {
  let state = (seed + 1) * 0x9e3779b9;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let one = Math.imul(state ^ (state >>> 15), state | 1);
    one ^= one + Math.imul(one ^ (one >>> 7), one | 61);
    return ((one ^ (one >>> 14)) >>> 0) / 4294967296;
  };
}
