import { describe, expect, it } from "vitest";
import { takeAfter } from "#diff/after.ts";
import { readBlocks } from "#diff/blocks.ts";
import { diffArticles } from "#diff/difference.ts";
import { toHtml } from "#diff/html.ts";
import { mergeArticle } from "#diff/merge.ts";
import type { TreeNode } from "#diff/tree.ts";
import { makeArticle, writeArticle } from "./fixtures/diff/article.ts";
import { editArticle } from "./fixtures/diff/edits.ts";
import { readPage, wording } from "./fixtures/diff/page.ts";
import { makeRandom } from "./fixtures/diff/random.ts";

const rounds = Number(process.env["DIFF_ROUNDS"] ?? 600);

describe("the article after, taken from what shows both", () => {
  it("is the one that was compared", () => {
    for (let seed = 1; seed <= rounds; seed++) {
      const random = makeRandom(seed);
      const article = makeArticle(random);
      const after = readPage(writeArticle(editArticle(article, random)));
      const merged = mergeArticle(diffArticles(readPage(writeArticle(article)), after), wording, "changeAt");
      expect(listKeys(takeAfter(readPage(toHtml(merged)), "changeAt")), `seed ${seed}`).toEqual(listKeys(takeAfter(after)));
    }
  });

  it("keeps what an author wrote", () => {
    const html = '<h2 id="change_1">Then</h2><ol><li>Ask</li></ol><p><span class="variable">[name]</span> <s>20 %</s></p>';
    expect(toHtml(takeAfter(readPage(html), "changeAt"))).toBe(html);
  });
});

/** Names that are equal where readers see the same. */
function listKeys(nodes: readonly TreeNode[]): string[] {
  return readBlocks(nodes).map((block) => block.key);
}
