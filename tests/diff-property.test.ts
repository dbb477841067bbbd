import { expect, it } from "vitest";
import { diffArticles } from "#diff/difference.ts";
import { toHtml } from "#diff/html.ts";
import { mergeArticle } from "#diff/merge.ts";
import { makeArticle, writeArticle } from "./fixtures/diff/article.ts";
import { editArticle } from "./fixtures/diff/edits.ts";
import { normalize, normalizeBefore } from "./fixtures/diff/normalize.ts";
import { readPage, wording } from "./fixtures/diff/page.ts";
import { makeRandom } from "./fixtures/diff/random.ts";
import { takeAfter, takeBefore } from "./fixtures/diff/undo.ts";

const rounds = Number(process.env["DIFF_ROUNDS"] ?? 2000);

it("shows both articles in one, so that each comes out when the marks of the other are taken away", () => {
  for (let seed = 1; seed <= rounds; seed++) {
    const random = makeRandom(seed);
    const article = makeArticle(random);
    const [before, after] = [article, editArticle(article, random)].map((one) => readPage(writeArticle(one))) as [never, never];
    const merged = readPage(toHtml(mergeArticle(diffArticles(before, after), wording)));
    expect(normalize(takeAfter(merged)), `after, seed ${seed}`).toBe(normalize(after));
    expect(normalizeBefore(takeBefore(merged)), `before, seed ${seed}`).toBe(normalizeBefore(before));
  }
}, 600_000);
