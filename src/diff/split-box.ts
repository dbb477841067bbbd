/** A part of both sequences that is still to be compared. */
export interface Box {
  a0: number;
  a1: number;
  b0: number;
  b1: number;
}

/** Edits after which the search for the shortest way stops and takes the farthest it has reached. */
const limit = 400;

/**
 * A point through which a shortest way from the first to the last corner of a box goes (Myers' middle snake). The ends
 * of the box must differ, so that the point is none of its corners.
 */
export function findSplit(a: Int32Array, b: Int32Array, { a0, a1, b0, b1 }: Box): [number, number] {
  const n = a1 - a0;
  const m = b1 - b0;
  const delta = n - m;
  const odd = (delta & 1) !== 0;
  const most = Math.min(Math.ceil((n + m) / 2), limit);
  const middle = most + 1;
  // How far along `a` the ways reach on each diagonal, from the first corner and back from the last one.
  const forward = new Int32Array(2 * middle + 1).fill(unreached);
  const backward = new Int32Array(2 * middle + 1).fill(unreached);
  for (let edits = 0; edits <= most; edits++) {
    for (let k = -edits; k <= edits; k += 2) {
      let x = step(forward, middle + k, edits, k, n, m);
      if (x < 0) continue;
      while (x < n && x - k < m && a[a0 + x] === b[b0 + x - k]) x++;
      forward[middle + k] = x;
      const facing = delta - k;
      if (odd && Math.abs(facing) < edits && x + backward[middle + facing]! >= n) return [a0 + x, b0 + x - k];
    }
    for (let k = -edits; k <= edits; k += 2) {
      let x = step(backward, middle + k, edits, k, n, m);
      if (x < 0) continue;
      while (x < n && x - k < m && a[a1 - 1 - x] === b[b1 - 1 - x + k]) x++;
      backward[middle + k] = x;
      const facing = delta - k;
      if (!odd && Math.abs(facing) <= edits && x + forward[middle + facing]! >= n) return [a1 - x, b1 - x + k];
    }
  }
  return findFarthest(forward, middle, a0, b0);
}

const unreached = -1e9;

/** One edit more: from the neighbouring diagonal that reaches farther within the box. */
function step(reached: Int32Array, place: number, edits: number, k: number, n: number, m: number): number {
  if (edits === 0) return 0;
  const down = reached[place + 1]!;
  const right = reached[place - 1]! + 1;
  return Math.max(down - k <= m ? down : unreached, right <= n ? right : unreached);
}

function findFarthest(forward: Int32Array, middle: number, a0: number, b0: number): [number, number] {
  let best: [number, number] = [0, 0];
  for (const [place, x] of forward.entries()) {
    const y = x - (place - middle);
    if (x >= 0 && x + y > best[0] + best[1]) best = [x, y];
  }
  return [a0 + best[0], b0 + best[1]];
}
