import { describe, expect, it } from "vitest";
import { merge } from "./fixtures/diff/page.ts";

/** What it does, the article before, after, and both in one. */
const pairs: [name: string, before: string, after: string, merged: string][] = [
  [
    "marks an item that was added",
    "<ul><li>Call them</li><li>Write it down</li></ul>",
    "<ul><li>Call them</li><li>Ask who decides</li><li>Write it down</li></ul>",
    '<ul><li>Call them</li><li data-change="added"><ins>Ask who decides</ins></li><li>Write it down</li></ul>',
  ],
  [
    "calls an item moved",
    "<ul><li>Ask who decides</li><li>Call them</li><li>Write it down</li></ul>",
    "<ul><li>Call them</li><li>Write it down</li><li>Ask who decides</li></ul>",
    '<ul><li data-change="left"><a href="#change_5">to below</a></li><li>Call them</li><li>Write it down</li><li data-change="moved" id="change_5"><span class="change-note"> moved down </span>Ask who decides</li></ul>',
  ],
  [
    "marks words within an item",
    "<ul><li>把结论写进 CRM 系统</li><li>定好下次时间</li></ul>",
    "<ul><li>把结论写进 CRM 纪要</li><li>定好下次时间</li></ul>",
    '<ul><li data-change="changed">把结论写进 CRM <del>系统</del><ins>纪要</ins></li><li>定好下次时间</li></ul>',
  ],
  [
    "tells one short item in place of another",
    "<ul><li>Phone</li><li>WeCom</li></ul>",
    "<ul><li>Phone</li><li>Email</li></ul>",
    '<ul><li>Phone</li><li data-change="changed"><del>WeCom</del><ins>Email</ins></li></ul>',
  ],
  [
    "keeps the numbers of an ordered list where an item is gone",
    "<ol><li>Call them</li><li>Write a letter</li><li>Visit the site</li></ol>",
    "<ol><li>Call them</li><li>Visit the site</li></ol>",
    '<ol><li>Call them</li><li data-change="removed"><del>Write a letter</del></li><li value="2">Visit the site</li></ol>',
  ],
  [
    "marks an item of a list within an item",
    "<ul><li>Prepare<ul><li>Figures</li><li>Names</li></ul></li><li>Call</li></ul>",
    "<ul><li>Prepare well<ul><li>Figures</li><li>Names</li><li>Dates</li></ul></li><li>Call</li></ul>",
    '<ul><li data-change="changed">Prepare<ins> well</ins><ul><li>Figures</li><li>Names</li><li data-change="added"><ins>Dates</ins></li></ul></li><li>Call</li></ul>',
  ],
  [
    "takes no notice of paragraphs that a list got by a blank line",
    "<ul><li>Prepare the figures</li><li>Call them up</li></ul>",
    "<ul><li><p>Prepare the figures</p></li><li><p>Call them up today</p></li></ul>",
    '<ul><li><p>Prepare the figures</p></li><li><p data-change="changed">Call them up<ins> today</ins></p></li></ul>',
  ],
  [
    "tells a list that became numbered",
    "<ul><li>Prepare the figures</li><li>Call them up</li></ul>",
    "<ol><li>Prepare the figures</li><li>Call them up</li></ol>",
    '<p class="change-note">element: ul → ol</p><ol data-change="changed"><li>Prepare the figures</li><li>Call them up</li></ol>',
  ],
  [
    "marks a box that is ticked now",
    '<ul><li><input type="checkbox" disabled> Send the mail</li></ul>',
    '<ul><li><input type="checkbox" disabled checked> Send the mail</li></ul>',
    '<ul><li data-change="changed"><del><input type="checkbox" disabled></del><ins><input type="checkbox" disabled checked></ins> Send the mail</li></ul>',
  ],
];

describe("the difference of lists", () => {
  it.each(pairs)("%s", (_, before, after, merged) => expect(merge(before, after)).toBe(merged));
});
