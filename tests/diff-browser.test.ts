import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { makeArticle, writeArticle } from "./fixtures/diff/article.ts";
import { editArticle } from "./fixtures/diff/edits.ts";
import { merge, wording } from "./fixtures/diff/page.ts";
import { makeRandom } from "./fixtures/diff/random.ts";

vi.setConfig({ testTimeout: 120_000 });

const root = "http://handbook.test/";
const start = `<!doctype html><script type="importmap">{ "imports": { "#diff/": "/diff/" } }</script>
<script type="module">
  import { diffArticles } from "#diff/difference.ts";
  import { fromDom, toDom } from "#diff/dom.ts";
  import { mergeArticle } from "#diff/merge.ts";
  const read = (html) => fromDom(new DOMParser().parseFromString(html, "text/html").body);
  const wording = { ...${JSON.stringify(wording)}, attribute: ${wording.attribute} };
  window.merge = (before, after) => {
    const place = document.createElement("div");
    place.append(toDom(mergeArticle(diffArticles(read(before), read(after)), wording), document));
    return place.innerHTML;
  };
</script>`;

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
  page = await browser.newPage();
  await page.route(`${root}**`, (route) => {
    const file = /\/diff\/([\w-]+\.ts)$/.exec(route.request().url())?.[1];
    if (!file) return route.fulfill({ contentType: "text/html", body: start });
    return route.fulfill({
      contentType: "text/javascript",
      body: stripTypeScriptTypes(readFileSync(new URL(`../src/diff/${file}`, import.meta.url), "utf8")),
    });
  });
  await page.goto(root);
  await page.waitForFunction("window.merge");
}, 60_000);

afterAll(() => browser.close());

describe("the difference in a browser", () => {
  it("is the one that the build makes", async () => {
    for (let seed = 1; seed <= 200; seed++) {
      const random = makeRandom(seed);
      const article = makeArticle(random);
      const pair = [writeArticle(article), writeArticle(editArticle(article, random))] as const;
      const merged = await page.evaluate(([before, after]) => (window as never as { merge: typeof merge }).merge(before, after), pair);
      expect(merged, `seed ${seed}`).toBe(
        merge(...pair).replace(/(?<=<(?:input|details)[^>]*) (checked|disabled|open)(?=[ >])/g, ' $1=""'),
      );
    }
  });

  it("keeps drawings and formulas in their own namespaces", async () => {
    const before = '<p>Before</p><svg viewBox="0 0 1 1"><path d="M0 0"></path></svg><math><mi>a</mi></math>';
    const found = await page.evaluate((html) => {
      const place = document.createElement("div");
      place.innerHTML = (window as never as { merge: typeof merge }).merge(html, html.replace("Before", "After"));
      return [...place.querySelectorAll("svg, path, math, mi")].map((one) => one.namespaceURI!.split("/").at(-1));
    }, before);
    expect(found).toEqual(["svg", "svg", "MathML", "MathML"]);
  });
});
