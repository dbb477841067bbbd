import { describe, expect, it } from "vitest";
import { diffSequences } from "#diff/sequence.ts";
import { makeRandom } from "./fixtures/diff/random.ts";

describe("the difference of sequences", () => {
  it("finds partners in the same order", () => {
    expect([...diffSequences([..."abcdef"], [..."xbcyf"])]).toEqual([-1, 1, 2, -1, -1, 4]);
  });

  it("keeps as many items as there can be kept", () => {
    for (let seed = 1; seed <= 3000; seed++) {
      const random = makeRandom(seed);
      const kinds = 1 + random.below(6);
      const make = () => random.list(random.below(14), () => random.below(kinds));
      const [before, after] = [make(), make()];
      const partners = [...diffSequences(before, after)].filter((partner) => partner >= 0);
      expect(partners.length, `seed ${seed}`).toBe(countCommon(before, after));
    }
  });

  it("pairs only equal items, each once and in order, also with anchors and beyond the limit of work", () => {
    for (let seed = 1; seed <= 60; seed++) {
      const random = makeRandom(seed);
      const kinds = 1 + random.below(3000);
      const make = () => random.list(random.below(3000), () => random.below(kinds));
      const [before, after] = [make(), make()];
      let last = -1;
      for (const [index, partner] of diffSequences(before, after, { anchors: seed % 2 === 0 }).entries()) {
        if (partner < 0) continue;
        expect(partner).toBeGreaterThan(last);
        expect(after[partner]).toBe(before[index]);
        last = partner;
      }
    }
  });

  it("keeps items that occur once together, whatever frequent items stand around them", () => {
    const partners = diffSequences([..."--a--b--"], [..."----b------a-"], { anchors: true });
    expect([partners[2], partners[5]].filter((partner) => partner! >= 0)).toHaveLength(1);
  });
});

/** The length of the longest common subsequence, by the table of all pairs. */
function countCommon(before: readonly number[], after: readonly number[]): number {
  let row = after.map(() => 0);
  for (const item of before) {
    let left = 0;
    let corner = 0;
    row = row.map((above, index) => {
      left = item === after[index] ? corner + 1 : Math.max(above, left);
      corner = above;
      return left;
    });
  }
  return row.at(-1) ?? 0;
}
