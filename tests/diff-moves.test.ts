import { describe, expect, it } from "vitest";
import { merge } from "./fixtures/diff/page.ts";

/** What it does, the article before, after, and both in one. */
const pairs: [name: string, before: string, after: string, merged: string][] = [
  [
    "calls a paragraph moved",
    "<p>A one two three.</p><p>B four five six.</p><p>C seven eight nine.</p>",
    "<p>C seven eight nine.</p><p>A one two three.</p><p>B four five six.</p>",
    '<p data-change="moved" id="change_1"><span class="change-note"> moved up </span>C seven eight nine.</p><p>A one two three.</p><p>B four five six.</p><p data-change="left"><a href="#change_1">to above</a></p>',
  ],
  [
    "marks words of a paragraph that moved",
    "<p>We make cloud software for orders and stock in one place.</p><p>Second one here is short.</p><p>Third one is here as well.</p>",
    "<p>Second one here is short.</p><p>Third one is here as well.</p><p>We make cloud software for orders and stock in two places.</p>",
    '<p data-change="left"><a href="#change_4">to below</a></p><p>Second one here is short.</p><p>Third one is here as well.</p><p data-change="moved" id="change_4"><span class="change-note"> moved down </span>We make cloud software for orders and stock in <del>one place</del><ins>two places</ins>.</p>',
  ],
  [
    "tells a section that moved once, at its heading",
    '<h2 id="open">Open</h2><p>Say good morning first.</p><h2 id="close">Close</h2><p>Name two dates, then wait.</p><p>Write down what they choose.</p>',
    '<h2 id="close">Close</h2><p>Name two dates, then wait.</p><p>Write down what they choose.</p><h2 id="open">Open</h2><p>Say good morning first.</p>',
    '<p data-change="left"><a href="#open">to below</a></p><h2 id="close">Close</h2><p>Name two dates, then wait.</p><p>Write down what they choose.</p><h2 id="open" data-change="moved"><span class="change-note"> moved down </span>Open</h2><p data-change="moved">Say good morning first.</p>',
  ],
  [
    "calls a paragraph moved that went into a component",
    '<p>Good morning, Ms Li, this is Anna speaking.</p><p>Wait for the answer.</p><copy-text class="spoken" data-kind="say"><p class="cue">Say</p><div class="spoken-text"><p>May I take a minute of your time?</p></div></copy-text>',
    '<p>Wait for the answer.</p><copy-text class="spoken" data-kind="say"><p class="cue">Say</p><div class="spoken-text"><p>Good morning, Ms Li, this is Anna speaking.</p><p>May I take a minute of your time?</p></div></copy-text>',
    '<p data-change="left"><a href="#change_6">to below</a></p><p>Wait for the answer.</p><copy-text class="spoken" data-kind="say"><p class="cue">Say</p><div class="spoken-text"><p data-change="moved" id="change_6"><span class="change-note"> moved down </span>Good morning, Ms Li, this is Anna speaking.</p><p>May I take a minute of your time?</p></div></copy-text>',
  ],
  [
    "calls a component moved",
    '<copy-text class="spoken" data-kind="say"><p class="cue">说</p><div class="spoken-text"><p>李女士，早上好。</p></div></copy-text><p>先听她怎么说。</p><p>再问一个问题。</p>',
    '<p>先听她怎么说。</p><p>再问一个问题。</p><copy-text class="spoken" data-kind="say"><p class="cue">说</p><div class="spoken-text"><p>李女士，早上好。</p></div></copy-text>',
    '<p data-change="left"><a href="#change_4">to below</a></p><p>先听她怎么说。</p><p>再问一个问题。</p><p class="change-note">moved down</p><copy-text class="spoken" data-kind="say" data-change="moved" id="change_4"><p class="cue">说</p><div class="spoken-text"><p>李女士，早上好。</p></div></copy-text>',
  ],
  [
    "shows where a paragraph was split",
    "<p>One is here today. Two is there tomorrow. Three follows later.</p>",
    "<p>One is here today. Two is there tomorrow.</p><p>Three follows later.</p>",
    '<p data-change="changed">One is here today. Two is there tomorrow. </p><p data-change="changed"><span class="change-note"> split off </span>Three follows later.</p>',
  ],
  [
    "shows where a Chinese paragraph was split and what changed in it",
    "<p>先让客户把话说完，数到三再问。把问题写在纸上，让他看见你在听。</p>",
    "<p>先让客户把话说完，数到三再问。</p><p>把问题写在本子上，让他看见你在听。</p>",
    '<p data-change="changed">先让客户把话说完，数到三再问。</p><p data-change="changed"><span class="change-note"> split off </span>把问题写在<del>纸</del><ins>本子</ins>上，让他看见你在听。</p>',
  ],
  [
    "shows where paragraphs were joined",
    "<p>先让客户把话说完，数到三再问。</p><p>把问题写在纸上，让他看见你在听。</p>",
    "<p>先让客户把话说完，数到三再问。把问题写在纸上，让他看见你在听。</p>",
    '<p data-change="changed">先让客户把话说完，数到三再问。<span class="change-note"> joined </span>把问题写在纸上，让他看见你在听。</p>',
  ],
  [
    "marks words of paragraphs that were joined",
    "<p>Let them finish what they say.</p><p>Then ask the question once.</p><p>Other.</p>",
    "<p>Let them finish what they say, then ask the question only once.</p><p>Other.</p>",
    '<p data-change="changed">Let them finish what they say<del>.</del><span class="change-note"> joined </span><del>Then</del><ins>, then</ins> ask the question<ins> only</ins> once.</p><p>Other.</p>',
  ],
  [
    "takes a rule between paragraphs away without moving them",
    "<p>One is here.</p><hr><p>Two is here.</p>",
    "<p>One is here.</p><p>Two is here.</p>",
    '<p>One is here.</p><hr data-change="removed"><p>Two is here.</p>',
  ],
];

describe("the difference of moves, splits and joins", () => {
  it.each(pairs)("%s", (_, before, after, merged) => expect(merge(before, after)).toBe(merged));
});
