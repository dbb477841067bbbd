import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, expect, test } from "vitest";
import { readSynonyms } from "#source/synonyms.ts";
import { project } from "../scripts/generator.ts";
import { addKeywords } from "../scripts/search-keywords.ts";
import { fold } from "../src/islands/search/analysis.ts";
import { answer } from "../src/islands/search/answer.ts";
import { type Library, openLibrary } from "../src/islands/search/library.ts";
import { compareWords } from "../src/islands/search/word-index.ts";
import { siteFolder } from "./built-site.ts";

const folder = join(siteFolder, "pagefind");
const read = (name: string) => Promise.resolve(new Uint8Array(readFileSync(join(folder, name))));
let chinese: Library;
let english: Library;

beforeAll(async () => {
  [chinese, english] = await Promise.all([openLibrary(read, "terms.zh-cn.json"), openLibrary(read, "terms.en.json")]);
});

test("reads of Pagefind's index where a word stands, and how much it counts there", async () => {
  const [found] = await chinese.find("太贵", (word) => word === "太贵");
  const pages = await Promise.all((found?.postings ?? []).map(async (one) => ({ ...one, text: await chinese.loadPage(one.page) })));
  expect(pages.length).toBeGreaterThan(5);
  for (const { text, places } of pages) expect(text.content.replaceAll("\u200b", "")).toMatch(places.length > 0 ? /太贵/ : /./);
  const titled = pages.find(({ text }) => text.meta["title"] === "太贵了");
  expect(titled?.places.filter((one) => one.weight === 7)).toEqual([{ at: 0, weight: 7 }]);
});

test("counts places as Pagefind does, so that a word is found again at its place", async () => {
  const [found] = await english.find("forecast", (word) => word === "forecast");
  for (const { page, places } of found?.postings.slice(0, 5) ?? []) {
    const words = (await english.loadPage(page)).content.split(/\s+/);
    for (const { at } of places) expect(words[at]?.toLowerCase()).toMatch(/forecast/);
  }
});

test("keeps the words of two blocks apart, which stand without white space between them", async () => {
  const [found] = await english.find("standard", (word) => word === "standard");
  const pages = await Promise.all((found?.postings ?? []).map((one) => english.loadPage(one.page)));
  expect(pages.find((one) => one.meta["title"] === "List price")?.content).toMatch(/\bAlso called:\s+standard price\b/);
});

test("finds every pair of characters of every text, whichever part of the index holds it", async () => {
  const texts = await Promise.all(chinese.lengths.map((_, page) => chinese.loadPage(page)));
  const pairs = new Set(
    texts
      .slice(0, 12)
      .flatMap(({ content }) =>
        (content.replaceAll("\u200b", "").match(/\p{Script=Han}{2,}/gu) ?? []).flatMap((run) =>
          [...run].slice(1).map((one, at) => [...run][at] + one),
        ),
      ),
  );
  const missing: string[] = [];
  for (const pair of pairs) if ((await chinese.find(pair, (word) => word === pair)).length === 0) missing.push(pair);
  expect([pairs.size > 1000, missing]).toEqual([true, []]);
});

test("has the words of each part of the index in order", async () => {
  for (const library of [chinese, english]) {
    for (const start of ["a", "c", "转", "太"]) {
      const words = (await library.find(start, () => true)).map((one) => one.word);
      expect(words).toEqual(words.toSorted(compareWords));
    }
  }
});

test("finds every word of the index by its beginning and by itself, at the ends of its parts too", async () => {
  for (const library of [chinese, english]) {
    const words = (await library.find("", () => true)).map((one) => one.word);
    const missing: string[] = [];
    for (const word of words) {
      for (const start of [word, [...word].slice(0, -1).join("")])
        if ((await library.find(start, (one) => one === word)).length !== 1) missing.push(`${word} by ${start}`);
    }
    expect([words.length > 1000, missing]).toEqual([true, []]);
  }
});

test("orders characters beyond the first plane behind all others", () => {
  expect(["𠮷", "（", "一", "a", "ab"].sort(compareWords)).toEqual(["a", "ab", "一", "（", "𠮷"]);
});

test("answers every title with its document first", async () => {
  const wrong: string[] = [];
  for (const library of [chinese, english]) {
    const titles = await Promise.all(library.lengths.map(async (_, page) => (await library.loadPage(page)).meta["title"] ?? ""));
    for (const title of titles) {
      const found = await answer(library, title);
      const [first] = await Promise.all(found.pages.slice(0, 1).map((page) => library.loadPage(page)));
      if (first?.meta["title"] !== title || found.match !== "exact") wrong.push(`${title} → ${first?.meta["title"]} (${found.match})`);
    }
  }
  expect(wrong).toEqual([]);
});

test("gives no page of another kind, stage or role than was chosen, and counts what there is", async () => {
  const all = await answer(chinese, "客户");
  const chosen = await answer(chinese, "客户", { collection: ["scripts"], stage: ["demo"] });
  const texts = await Promise.all(chosen.pages.map((page) => chinese.loadPage(page)));
  expect(texts.length).toBeGreaterThan(0);
  for (const { filters } of texts) expect([filters["collection"], filters["stage"]?.includes("demo")]).toEqual([["scripts"], true]);
  const both = (await Promise.all(all.pages.map((page) => chinese.loadPage(page)))).filter(
    ({ filters }) => filters["collection"]?.[0] === "scripts" && filters["stage"]?.includes("demo"),
  );
  expect([chosen.counts["stage"]?.["demo"], chosen.counts["collection"]?.["scripts"]]).toEqual([both.length, both.length]);
});

test.each(["", " ", "?!", '"', "\u0000", "太".repeat(5000), "<b>", "💼", "a".repeat(300), "__proto__", "constructor"])(
  "survives the query %j",
  async (query) => {
    for (const library of [chinese, english]) expect(["exact", "closest", "none"]).toContain((await answer(library, query)).match);
  },
);

test("says which file can't be read, and reads it when it can be", async () => {
  let broken = true;
  const library = await openLibrary(
    (name) => (broken && name.startsWith("index/") ? Promise.reject(new Error(`no ${name}`)) : read(name)),
    "terms.en.json",
  );
  await expect(answer(library, "price")).rejects.toThrow("no index/");
  broken = false;
  expect((await answer(library, "price")).match).toBe("exact");
});

test("refuses files that are not Pagefind's", async () => {
  const strange = new TextEncoder().encode("<!doctype html><p>Not found</p>");
  const library = await openLibrary((name) => (name.startsWith("index/") ? Promise.resolve(strange) : read(name)), "terms.en.json");
  await expect(answer(library, "price")).rejects.toThrow("is no file of Pagefind's index");
});

test("answers a word with a document called by another word of its ring", async () => {
  const synonyms = readSynonyms(join(project, "content"), new Set(["synonyms.yaml"]), []);
  const wrong: string[] = [];
  let asked = 0;
  for (const library of [chinese, english]) {
    const pages = await Promise.all(library.lengths.map((_, page) => library.loadPage(page)));
    const names = pages.map(({ meta }) => [meta["title"] ?? "", ...(meta["names"] ?? "").split(" | ")].map(fold));
    for (const ring of synonyms) {
      const called = names.flatMap((own, page) => (ring.some((word) => own.includes(fold(word))) ? [page] : []));
      for (const word of called.length > 0 ? ring : []) {
        asked++;
        const [first] = (await answer(library, word)).pages;
        if (first === undefined || !called.includes(first)) wrong.push(`${word} → ${pages[first ?? -1]?.url}`);
      }
    }
  }
  expect(asked).toBeGreaterThan(2000);
  // Some words lead better elsewhere: "after-sales" is in the summary of one document and the name of another.
  expect(wrong.length, wrong.join("\n")).toBeLessThan(asked / 100);
});

test("keeps words and tables small, and out of the pages", () => {
  const sizes = readdirSync(folder)
    .filter((one) => one.startsWith("terms."))
    .map((one) => gzipSync(readFileSync(join(folder, one))).length);
  expect(sizes.length).toBe(2);
  expect(Math.max(...sizes)).toBeLessThan(30_000);
  expect(readFileSync(join(siteFolder, "objections/too-expensive/index.html"), "utf8")).not.toContain("data-kw");
});

test("writes keywords as text, whatever they hold", () => {
  const searched = {
    locale: "en" as const,
    title: "A",
    summary: "",
    names: ['"><script>x</script>'],
    elsewhere: ["太贵了"],
    same: ["costly", "贵"],
    synonyms: [],
    related: [],
  };
  expect(addKeywords("<html><body><article><p>A</p></article></body></html>", searched)).toBe(
    '<html><body><article><p>A</p><span hidden data-kw="script x 太贵 贵了 costly 贵" data-alike="" data-near="" data-names="&quot;&gt;&lt;script&gt;x&lt;/script&gt; | 太贵了" data-same="costly | 贵" data-pagefind-meta="kw[data-kw], alike[data-alike], near[data-near], names[data-names], same[data-same]"></span></article></body></html>',
  );
});
