import { describe, expect, it, vi } from "vitest";
import { readBlocks } from "#diff/blocks.ts";
import { type Change, isAltered } from "#diff/change.ts";
import { diffArticles } from "#diff/difference.ts";
import { toHtml } from "#diff/html.ts";
import { mergeArticle } from "#diff/merge.ts";
import { textOf, type TreeNode } from "#diff/tree.ts";
import { makeArticle, writeArticle } from "./fixtures/diff/article.ts";
import { editArticle } from "./fixtures/diff/edits.ts";
import { normalize, normalizeBefore } from "./fixtures/diff/normalize.ts";
import { readPage, wording } from "./fixtures/diff/page.ts";
import { makeRandom } from "./fixtures/diff/random.ts";
import { takeAfter, takeBefore } from "./fixtures/diff/undo.ts";

vi.setConfig({ testTimeout: 120_000 });

const rounds = Number(process.env["DIFF_ROUNDS"] ?? 600);

describe("the difference of any two articles", () => {
  it("gives the new blocks when it is applied to the old ones", () => {
    forPairs((before, after, seed) => {
      const applied = diffArticles(before, after).flatMap(applyChange);
      expect(applied, `seed ${seed}`).toEqual(readBlocks(after).map((block) => block.key));
    });
  });

  it("shows both articles in one, so that each comes out when the marks of the other are taken away", () => {
    forPairs((before, after, seed) => {
      const merged = readPage(toHtml(mergeArticle(diffArticles(before, after), wording)));
      expect(normalize(takeAfter(merged)), `after, seed ${seed}`).toBe(normalize(after));
      expect(normalizeBefore(takeBefore(merged)), `before, seed ${seed}`).toBe(normalizeBefore(before));
    });
  });

  it("is none between an article and itself", () => {
    forPairs((article, _, seed) => {
      const changes = diffArticles(article, structuredClone(article));
      expect(
        changes.every((change) => change.type === "same"),
        `seed ${seed}`,
      ).toBe(true);
      expect(textOf(mergeArticle(changes, wording)).replace(/\s/g, "")).toBe(textOf(article).replace(/\s/g, ""));
    });
  });

  it("is the same where the articles share the trees of what is equal in them", () => {
    forPairs((before, after, seed) => {
      const known = new Map([...before, ...after].toReversed().map((node) => [toHtml([node]), node]));
      const share = (nodes: TreeNode[]) => nodes.map((node) => known.get(toHtml([node]))!);
      const shared = toHtml(mergeArticle(diffArticles(share(before), share(after)), wording));
      expect(shared, `seed ${seed}`).toBe(toHtml(mergeArticle(diffArticles(before, after), wording)));
    });
  });
});

/** The keys of the blocks a change leaves: those that stayed are taken from before. */
function applyChange(change: Change): string[] {
  const { type, before, after } = change;
  if (type === "removed" || type === "left") return [];
  return (type === "same" || (type === "moved" && !isAltered(change)) ? before : after).map((block) => block.key);
}

/** Calls back with articles before and after that can't be written to. */
function forPairs(check: (before: TreeNode[], after: TreeNode[], seed: number) => void): void {
  for (let seed = 1; seed <= rounds; seed++) {
    const random = makeRandom(seed);
    const article = makeArticle(random);
    check(freeze(readPage(writeArticle(article))), freeze(readPage(writeArticle(editArticle(article, random)))), seed);
  }
}

function freeze<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null) for (const inner of Object.values(Object.freeze(value))) freeze(inner);
  return value;
}
