import type { Block } from "#diff/blocks.ts";
import { rateLikeness, rateSplit } from "#diff/likeness.ts";

/** Blocks before that became blocks after: one and one, or one and several where a paragraph was split or joined. */
export interface Match {
  before: [from: number, to: number];
  after: [from: number, to: number];
}

/** Most parts of a paragraph that is split or joined. */
const mostParts = 4;

/** Matches blocks in order so that as much as possible of their words is kept. Takes the product of both lengths. */
export function matchInOrder(before: readonly Block[], after: readonly Block[]): Match[] {
  const n = before.length;
  const m = after.length;
  const width = m + 1;
  const scores = new Float64Array((n + 1) * width);
  // How many blocks before and after the best way to this corner takes last: 16 × before + after.
  const moves = new Uint8Array((n + 1) * width);
  for (let i = 0; i <= n; i++) {
    for (let j = 0; j <= m; j++) {
      const place = i * width + j;
      const consider = (rated: number, di: number, dj: number) => {
        const score = scores[place - di * width - dj]! + rated;
        if (moves[place] !== 0 && score <= scores[place]!) return;
        scores[place] = score;
        moves[place] = 16 * di + dj;
      };
      if (i > 0) consider(0, 1, 0);
      if (j > 0) consider(0, 0, 1);
      if (i === 0 || j === 0) continue;
      const rated = rateLikeness(before[i - 1]!, after[j - 1]!);
      if (rated > 0) consider(rated, 1, 1);
      if (!before[i - 1]!.content || !after[j - 1]!.content) continue;
      for (let parts = 2; parts <= mostParts; parts++) {
        const split = parts <= j && isParagraph(before[i - 1]!) ? rateSplit(before[i - 1]!, after.slice(j - parts, j)) : 0;
        if (split > 0) consider(split, 1, parts);
        const join = parts <= i && isParagraph(after[j - 1]!) ? rateSplit(after[j - 1]!, before.slice(i - parts, i)) : 0;
        if (join > 0) consider(join, parts, 1);
      }
    }
  }
  return readMoves(moves, n, m);
}

function readMoves(moves: Uint8Array, n: number, m: number): Match[] {
  const matches: Match[] = [];
  for (let i = n, j = m; i > 0 || j > 0;) {
    const move = moves[i * (m + 1) + j]!;
    const di = move >> 4;
    const dj = move & 15;
    if (di > 0 && dj > 0) matches.push({ before: [i - di, i], after: [j - dj, j] });
    i -= di;
    j -= dj;
  }
  return matches.reverse();
}

function isParagraph(block: Block): boolean {
  return block.kind === "paragraph";
}
