import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseHtml, splitHtml } from "#components/parse-html.ts";
import { toHtml } from "#diff/html.ts";
import { makeArticle, writeArticle } from "./fixtures/diff/article.ts";
import { readPage } from "./fixtures/diff/page.ts";
import { makeRandom } from "./fixtures/diff/random.ts";

test.for<[text: string, html: string, pieces: string[]]>([
  ["elements and text between them", "One <b>two</b> three<p>four</p>\n", ["One ", "<b>two</b>", " three", "<p>four</p>", "\n"]],
  [
    "elements of one name in one another",
    "<ul><li><ul><li>a</li></ul></li></ul><ul></ul>",
    ["<ul><li><ul><li>a</li></ul></li></ul>", "<ul></ul>"],
  ],
  ["what has no end", '<hr><img src="a>b"><p>a<br>b</p>', ["<hr>", '<img src="a>b">', "<p>a<br>b</p>"]],
  ["drawings", '<p>a</p><svg><path d="M0"/></svg><p>b</p>', ["<p>a</p>", '<svg><path d="M0"/></svg>', "<p>b</p>"]],
  ["comments with tags in them", "<p>a<!-- </p><p> --></p><p>b</p>", ["<p>a<!-- </p><p> --></p>", "<p>b</p>"]],
  ["nothing", "", []],
])("cuts between elements: %s", ([, html, pieces]) => {
  expect(splitHtml(html)).toEqual(pieces);
  expect(parseHtml(html)).toEqual(readPage(html));
});

test.for([
  ["an element without an end", "<p>one<p>two</p>"],
  ["an end without an element", "one</p><p>two</p>"],
  ["elements that cross", "<b>one<i>two</b>three</i><p>four</p>"],
  ["a stroke that ends nothing", "<div/><p>one</p>"],
  ["text that looks like an element", "<textarea><p></textarea><p>one</p>"],
])("leaves to a parser what it alone can tell: %s", ([, html = ""]) => {
  expect(splitHtml(html)).toBeUndefined();
  expect(parseHtml(html)).toEqual(readPage(html));
});

test("gives the tree of the whole, whatever was parsed before", () => {
  for (let seed = 1; seed <= 300; seed++) {
    const html = writeArticle(makeArticle(makeRandom(seed)));
    expect(parseHtml(html), `seed ${seed}`).toEqual(readPage(html));
  }
  for (const name of ["cold-call-before", "cold-call-after", "demo-before", "demo-after"]) {
    const html = readFileSync(new URL(`fixtures/diff/${name}.html`, import.meta.url), "utf8");
    expect(splitHtml(html)?.length, name).toBeGreaterThan(5);
    expect(parseHtml(html), name).toEqual(readPage(html));
  }
});

test("parses what two texts share once", () => {
  const [before] = parseHtml("<p>stays</p><p>goes</p>");
  const [after] = parseHtml("<p>stays</p><p>comes</p>");
  expect(after).toBe(before);
  expect(toHtml([after!])).toBe("<p>stays</p>");
});
