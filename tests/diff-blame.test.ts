import { describe, expect, it } from "vitest";
import { blameBlocks } from "#diff/blame.ts";
import { readUnits } from "#diff/units.ts";
import { readPage } from "./fixtures/diff/page.ts";

const blame = (...revisions: string[]) => blameBlocks(revisions.map((html) => readUnits(readPage(html)).map((unit) => unit.key)));

describe("blame", () => {
  it("gives all blocks of a document with one revision to it", () => {
    expect(blame("<h2>Open</h2><p>Say good morning.</p>")).toEqual([0, 0]);
  });

  it("gives a block of which a word changed to the newer revision", () => {
    expect(blame("<p>One.</p><p>Two.</p>", "<p>One.</p><p>Two now.</p>", "<p>One.</p><p>Two now.</p><p>Three.</p>")).toEqual([0, 1, 2]);
  });

  it("lets a block that moved keep its revision", () => {
    expect(blame("<p>One.</p><p>Two.</p>", "<p>Two.</p><p>New.</p><p>One.</p>")).toEqual([0, 1, 0]);
  });

  it("gives a block that was gone for a while to the revision in which it came back", () => {
    expect(blame("<p>One.</p><p>Two.</p>", "<p>One.</p>", "<p>One.</p><p>Two.</p>")).toEqual([0, 2]);
  });

  it("takes no notice of line breaks, sizes of pictures and ids", () => {
    const before = '<h2 id="a">Open</h2><p>Say good\nmorning. <img src="/a.png" alt="A" width="1"></p>';
    const after = '<h2 id="b">Open</h2><p>Say good morning. <img src="/a.png" alt="A" width="2"></p>';
    expect(blame(before, after)).toEqual([0, 0]);
  });

  it("tells equal blocks apart by their order", () => {
    expect(blame("<p>Wait.</p><p>Ask.</p>", "<p>Wait.</p><p>Ask.</p><p>Wait.</p>")).toEqual([0, 0, 1]);
  });

  it("gives an item with a new list in it its own revision", () => {
    expect(blame("<ul><li>Prepare</li></ul>", "<ul><li>Prepare<ul><li>Names</li></ul></li></ul>")).toEqual([0, 1]);
  });

  it("gives a row to the revision that changed one of its cells", () => {
    const table = (cell: string) => `<table><tbody><tr><td>A</td><td>1</td></tr><tr><td>B</td><td>${cell}</td></tr></tbody></table>`;
    expect(blame(table("2"), table("3"))).toEqual([0, 1]);
  });

  it("names for each unit the element that can bear its revision", () => {
    const units = readUnits(
      readPage(
        '<p>One</p><ul><li>Two<ul><li>Three</li></ul></li></ul><div class="callout"><p class="cue">Do</p>bare</div><span class="figure"><img src="a" alt=""></span><hr><blockquote>Four</blockquote>',
      ),
    );
    expect(units.map(({ kind, element }) => [kind, element?.name])).toEqual([
      ["paragraph", "p"],
      ["item", "li"],
      ["item", "li"],
      ["paragraph", "p"],
      ["paragraph", undefined],
      ["picture", "span"],
      ["paragraph", "blockquote"],
    ]);
  });
});
