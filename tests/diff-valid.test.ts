import { HtmlValidate } from "html-validate";
import { expect, it } from "vitest";
import { makeArticle, writeArticle } from "./fixtures/diff/article.ts";
import { editArticle } from "./fixtures/diff/edits.ts";
import { merge } from "./fixtures/diff/page.ts";
import { makeRandom } from "./fixtures/diff/random.ts";

const validator = new HtmlValidate({
  root: true,
  rules: {
    "close-order": "error",
    deprecated: "error",
    "element-permitted-content": "error",
    "element-permitted-occurrences": "error",
    "element-permitted-order": "error",
    "element-permitted-parent": "error",
    "no-dup-id": "error",
    "valid-id": "error",
    "attribute-allowed-values": "error",
  },
});

it("shows a difference as valid HTML, with marks only where they may stand", () => {
  for (let seed = 1; seed <= 200; seed++) {
    const random = makeRandom(seed);
    const article = makeArticle(random);
    const html = merge(writeArticle(article), writeArticle(editArticle(article, random)));
    const { results } = validator.validateStringSync(
      `<!doctype html><html lang="en"><head><title>T</title></head><body>${html}</body></html>`,
    );
    expect(
      results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
      `seed ${seed}`,
    ).toEqual([]);
  }
}, 120_000);
