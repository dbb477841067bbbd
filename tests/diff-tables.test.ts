import { describe, expect, it } from "vitest";
import { merge } from "./fixtures/diff/page.ts";

/** What it does, the article before, after, and both in one. */
const pairs: [name: string, before: string, after: string, merged: string][] = [
  [
    "marks words within cells",
    "<table><thead><tr><th>Segment</th><th>Price</th><th>Say</th></tr></thead><tbody><tr><td>Small</td><td>¥36,000</td><td>Start with one warehouse.</td></tr><tr><td>Mid</td><td>¥108,000</td><td>Finance sits in.</td></tr></tbody></table>",
    "<table><thead><tr><th>Segment</th><th>Price</th><th>Say</th></tr></thead><tbody><tr><td>Small</td><td>¥36,000</td><td>Start with one warehouse.</td></tr><tr><td>Mid</td><td>¥120,000</td><td>Finance and IT sit in.</td></tr></tbody></table>",
    '<table><thead><tr><th>Segment</th><th>Price</th><th>Say</th></tr></thead><tbody><tr><td>Small</td><td>¥36,000</td><td>Start with one warehouse.</td></tr><tr><td>Mid</td><td data-change="changed"><del>¥108,000</del><ins>¥120,000</ins></td><td data-change="changed">Finance <del>sits</del><ins>and IT sit</ins> in.</td></tr></tbody></table>',
  ],
  [
    "shows quotation marks of another shape in cells as they are now",
    `<table><tbody><tr><td>Price</td><td>"Isn't it much?"</td></tr><tr><td>Term</td><td>Say 'a year'.</td></tr></tbody></table>`,
    "<table><tbody><tr><td>Price</td><td>“Isn’t it much?”</td></tr><tr><td>Term</td><td>Say ‘two years’.</td></tr></tbody></table>",
    '<table><tbody><tr><td>Price</td><td>“Isn’t it much?”</td></tr><tr><td>Term</td><td data-change="changed">Say ‘<del>a year</del><ins>two years</ins>’.</td></tr></tbody></table>',
  ],
  [
    "marks a row that was added",
    "<table><thead><tr><th>Segment</th><th>Price</th><th>Say</th></tr></thead><tbody><tr><td>Small</td><td>¥36,000</td><td>Start with one warehouse.</td></tr><tr><td>Mid</td><td>¥108,000</td><td>Finance sits in.</td></tr></tbody></table>",
    "<table><thead><tr><th>Segment</th><th>Price</th><th>Say</th></tr></thead><tbody><tr><td>Small</td><td>¥36,000</td><td>Start with one warehouse.</td></tr><tr><td>Tiny</td><td>¥12,000</td><td>Send the price list.</td></tr><tr><td>Mid</td><td>¥108,000</td><td>Finance sits in.</td></tr></tbody></table>",
    '<table><thead><tr><th>Segment</th><th>Price</th><th>Say</th></tr></thead><tbody><tr><td>Small</td><td>¥36,000</td><td>Start with one warehouse.</td></tr><tr data-change="added"><td><ins>Tiny</ins></td><td><ins>¥12,000</ins></td><td><ins>Send the price list.</ins></td></tr><tr><td>Mid</td><td>¥108,000</td><td>Finance sits in.</td></tr></tbody></table>',
  ],
  [
    "marks a row that was removed",
    "<table><thead><tr><th>Segment</th><th>Price</th><th>Say</th></tr></thead><tbody><tr><td>Small</td><td>¥36,000</td><td>Start with one warehouse.</td></tr><tr><td>Mid</td><td>¥108,000</td><td>Finance sits in.</td></tr></tbody></table>",
    "<table><thead><tr><th>Segment</th><th>Price</th><th>Say</th></tr></thead><tbody><tr><td>Mid</td><td>¥108,000</td><td>Finance sits in.</td></tr></tbody></table>",
    '<table><thead><tr><th>Segment</th><th>Price</th><th>Say</th></tr></thead><tbody><tr data-change="removed"><td><del>Small</del></td><td><del>¥36,000</del></td><td><del>Start with one warehouse.</del></td></tr><tr><td>Mid</td><td>¥108,000</td><td>Finance sits in.</td></tr></tbody></table>',
  ],
  [
    "calls a row moved",
    "<table><thead><tr><th>Segment</th><th>Price</th><th>Say</th></tr></thead><tbody><tr><td>Small</td><td>¥36,000</td><td>Start with one warehouse.</td></tr><tr><td>Mid</td><td>¥108,000</td><td>Finance sits in.</td></tr><tr><td>Large</td><td>¥360,000</td><td>Count three years.</td></tr></tbody></table>",
    "<table><thead><tr><th>Segment</th><th>Price</th><th>Say</th></tr></thead><tbody><tr><td>Mid</td><td>¥108,000</td><td>Finance sits in.</td></tr><tr><td>Large</td><td>¥360,000</td><td>Count three years.</td></tr><tr><td>Small</td><td>¥36,000</td><td>Start with one warehouse.</td></tr></tbody></table>",
    '<table><thead><tr><th>Segment</th><th>Price</th><th>Say</th></tr></thead><tbody><tr data-change="left"><td colspan="3"><a href="#change_7">to below</a></td></tr><tr><td>Mid</td><td>¥108,000</td><td>Finance sits in.</td></tr><tr><td>Large</td><td>¥360,000</td><td>Count three years.</td></tr><tr data-change="moved" id="change_7"><td><span class="change-note"> moved down </span>Small</td><td>¥36,000</td><td>Start with one warehouse.</td></tr></tbody></table>',
  ],
  [
    "says what the place of a moved row is where the table says it of the others",
    '<table role="table"><tbody role="rowgroup"><tr role="row"><td role="cell">Small one</td><td role="cell">Small ones</td></tr><tr role="row"><td role="cell">Mid one</td><td role="cell">Mid ones</td></tr><tr role="row"><td role="cell">Large one</td><td role="cell">Large ones</td></tr></tbody></table>',
    '<table role="table"><tbody role="rowgroup"><tr role="row"><td role="cell">Mid one</td><td role="cell">Mid ones</td></tr><tr role="row"><td role="cell">Large one</td><td role="cell">Large ones</td></tr><tr role="row"><td role="cell">Small one</td><td role="cell">Small ones</td></tr></tbody></table>',
    '<table role="table"><tbody role="rowgroup"><tr role="row" data-change="left"><td role="cell" colspan="2"><a href="#change_6">to below</a></td></tr><tr role="row"><td role="cell">Mid one</td><td role="cell">Mid ones</td></tr><tr role="row"><td role="cell">Large one</td><td role="cell">Large ones</td></tr><tr role="row" data-change="moved" id="change_6"><td role="cell"><span class="change-note"> moved down </span>Small one</td><td role="cell">Small ones</td></tr></tbody></table>',
  ],
  [
    "marks a column that was added, and nothing else",
    "<table><thead><tr><th>Segment</th><th>Price</th><th>Say</th></tr></thead><tbody><tr><td>Small</td><td>¥36,000</td><td>Start with one warehouse.</td></tr><tr><td>Mid</td><td>¥108,000</td><td>Finance sits in.</td></tr></tbody></table>",
    "<table><thead><tr><th>Segment</th><th>Seats</th><th>Price</th><th>Say</th></tr></thead><tbody><tr><td>Small</td><td>20</td><td>¥36,000</td><td>Start with one warehouse.</td></tr><tr><td>Mid</td><td>60</td><td>¥108,000</td><td>Finance sits in.</td></tr></tbody></table>",
    '<table><thead><tr><th>Segment</th><th data-change="added"><ins>Seats</ins></th><th>Price</th><th>Say</th></tr></thead><tbody><tr><td>Small</td><td data-change="added"><ins>20</ins></td><td>¥36,000</td><td>Start with one warehouse.</td></tr><tr><td>Mid</td><td data-change="added"><ins>60</ins></td><td>¥108,000</td><td>Finance sits in.</td></tr></tbody></table>',
  ],
  [
    "marks a column that was removed",
    "<table><thead><tr><th>Segment</th><th>Price</th><th>Say</th></tr></thead><tbody><tr><td>Small</td><td>¥36,000</td><td>Start with one warehouse.</td></tr><tr><td>Mid</td><td>¥108,000</td><td>Finance sits in.</td></tr></tbody></table>",
    "<table><thead><tr><th>Segment</th><th>Say</th></tr></thead><tbody><tr><td>Small</td><td>Start with one warehouse.</td></tr><tr><td>Mid</td><td>Finance sits in.</td></tr></tbody></table>",
    '<table><thead><tr><th>Segment</th><th data-change="removed"><del>Price</del></th><th>Say</th></tr></thead><tbody><tr><td>Small</td><td data-change="removed"><del>¥36,000</del></td><td>Start with one warehouse.</td></tr><tr><td>Mid</td><td data-change="removed"><del>¥108,000</del></td><td>Finance sits in.</td></tr></tbody></table>',
  ],
  [
    "keeps rows of the same length where columns and rows were added and removed",
    "<table><thead><tr><th>Segment</th><th>Price</th><th>Say</th></tr></thead><tbody><tr><td>Small</td><td>¥36,000</td><td>Start with one warehouse.</td></tr><tr><td>Mid</td><td>¥108,000</td><td>Finance sits in.</td></tr></tbody></table>",
    "<table><thead><tr><th>Segment</th><th>Seats</th><th>Say</th></tr></thead><tbody><tr><td>Small</td><td>20</td><td>Start with one warehouse.</td></tr><tr><td>Large</td><td>200</td><td>Count three years.</td></tr></tbody></table>",
    '<table><thead><tr><th>Segment</th><th data-change="removed"><del>Price</del></th><th data-change="added"><ins>Seats</ins></th><th>Say</th></tr></thead><tbody><tr><td>Small</td><td data-change="removed"><del>¥36,000</del></td><td data-change="added"><ins>20</ins></td><td>Start with one warehouse.</td></tr><tr data-change="removed"><td><del>Mid</del></td><td><del>¥108,000</del></td><td data-change="blank"></td><td><del>Finance sits in.</del></td></tr><tr data-change="added"><td><ins>Large</ins></td><td data-change="blank"></td><td><ins>200</ins></td><td><ins>Count three years.</ins></td></tr></tbody></table>',
  ],
  [
    "tells the heading of a column as renamed",
    "<table><thead><tr><th>阶段</th><th>天数</th></tr></thead><tbody><tr><td>演示</td><td>14</td></tr></tbody></table>",
    "<table><thead><tr><th>阶段</th><th>最多天数</th></tr></thead><tbody><tr><td>演示</td><td>14</td></tr></tbody></table>",
    '<table><thead><tr><th>阶段</th><th data-change="changed"><ins>最多</ins>天数</th></tr></thead><tbody><tr><td>演示</td><td>14</td></tr></tbody></table>',
  ],
  [
    "marks words in a table whose cells span columns",
    '<table><tbody><tr><td colspan="2">All of them</td></tr><tr><td>Call</td><td>Monday</td></tr></tbody></table>',
    '<table><tbody><tr><td colspan="2">All of them</td></tr><tr><td>Call</td><td>Tuesday</td></tr></tbody></table>',
    '<table><tbody><tr><td colspan="2">All of them</td></tr><tr><td>Call</td><td data-change="changed"><del>Monday</del><ins>Tuesday</ins></td></tr></tbody></table>',
  ],
];

describe("the difference of tables", () => {
  it.each(pairs)("%s", (_, before, after, merged) => expect(merge(before, after)).toBe(merged));
});
