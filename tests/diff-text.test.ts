import { describe, expect, it } from "vitest";
import { merge } from "./fixtures/diff/page.ts";

/** What it does, the article before, after, and both in one. */
const pairs: [name: string, before: string, after: string, merged: string][] = [
  [
    "shows an article that did not change as it is",
    '<h2 id="a">Open</h2><p>Say good morning, <strong>then</strong> wait.</p>',
    '<h2 id="a">Open</h2><p>Say good morning, <strong>then</strong> wait.</p>',
    '<h2 id="a">Open</h2><p>Say good morning, <strong>then</strong> wait.</p>',
  ],
  [
    "takes line breaks and double spaces for what they are",
    "<p>One line\nof text.</p>",
    "<p>One  line of\ntext. </p>",
    "<p>One  line of\ntext. </p>",
  ],
  [
    "takes quotation marks and apostrophes of another shape for the same, and shows the new ones",
    `<p>Don't ask 'why'; say "I see".</p><ul><li>It's "free".</li></ul>`,
    "<p>Don’t ask ‘why’; say “I see”.</p><ul><li>It’s “free”.</li></ul>",
    "<p>Don’t ask ‘why’; say “I see”.</p><ul><li>It’s “free”.</li></ul>",
  ],
  [
    "marks what changed beside quotation marks of another shape, and not these",
    `<p>Don't say "cheap" to them.</p>`,
    "<p>Don’t say “free” to them.</p>",
    '<p data-change="changed">Don’t say “<del>cheap</del><ins>free</ins>” to them.</p>',
  ],
  [
    "takes Chinese quotation marks of another shape for the same",
    '<p>别说"便宜"，说"省钱"。</p>',
    "<p>别说“便宜”，要说“省钱”。</p>",
    '<p data-change="changed">别说“便宜”，<ins>要</ins>说“省钱”。</p>',
  ],
  [
    "marks the Chinese word around one character",
    "<p>跟进邮件请在当天 18:00 前发出。</p>",
    "<p>跟进邮件请在当晚 18:00 前发出。</p>",
    '<p data-change="changed">跟进邮件请在<del>当天</del><ins>当晚</ins> 18:00 前发出。</p>',
  ],
  [
    "marks the Latin word around one letter",
    "<p>Send them what they will recieve in writing.</p>",
    "<p>Send them what they will receive in writing.</p>",
    '<p data-change="changed">Send them what they will <del>recieve</del><ins>receive</ins> in writing.</p>',
  ],
  [
    "marks Chinese words and leaves what stands between them",
    "<p>敢说一个不，前面三个行才值钱。</p>",
    "<p>敢说一次不，前面三个行才可信。</p>",
    '<p data-change="changed">敢说<del>一个</del><ins>一次</ins>不，前面三个行才<del>值钱</del><ins>可信</ins>。</p>',
  ],
  [
    "marks words within a mix of Chinese and Latin",
    "<p>演示当天才在 CRM 里改成<strong>已演示</strong>，只约了时间不算。</p>",
    "<p>演示当天才在 CRM 系统里改成<strong>演示完成</strong>，只约时间不算。</p>",
    '<p data-change="changed">演示当天才在 CRM <ins>系统</ins>里改成<strong><del>已</del>演示<ins>完成</ins></strong>，只约<del>了</del>时间不算。</p>',
  ],
  [
    "keeps a number and its unit together",
    "<p>The target is 20 % of all deals within 5 working days.</p>",
    "<p>The target is 25 % of all deals within 3 working days.</p>",
    '<p data-change="changed">The target is <del>20 %</del><ins>25 %</ins> of all deals within <del>5 working days</del><ins>3 working days</ins>.</p>',
  ],
  [
    "keeps a number and its Chinese measure word together",
    "<p>连续 2 个工作日没有回音，发价目表，每席位 ¥1,800，折扣不超过 20%。</p>",
    "<p>连续 3 个工作日没有回音，发价目表，每席位 ¥2,000，折扣不超过 15%。</p>",
    '<p data-change="changed">连续 <del>2 个工作日</del><ins>3 个工作日</ins>没有回音，发价目表，每席位 <del>¥1,800</del><ins>¥2,000</ins>，折扣不超过 <del>20%</del><ins>15%</ins>。</p>',
  ],
  [
    "marks an added sentence from its beginning to its end",
    "<p>Count to three. Then ask. Write it down.</p>",
    "<p>Count to three. Then listen. Then ask. Write it down.</p>",
    '<p data-change="changed">Count to three.<ins> Then listen.</ins> Then ask. Write it down.</p>',
  ],
  [
    "marks words that were added, removed and replaced in one paragraph",
    "<p>Let them really finish. Count to three. Then ask.</p>",
    "<p>Let them finish. Count to five. Then ask once.</p>",
    '<p data-change="changed">Let them<del> really</del> finish. Count to <del>three</del><ins>five</ins>. Then ask<ins> once</ins>.</p>',
  ],
  [
    "joins changes between which almost nothing stayed",
    "<p>Hold the price: the benefit, the term and the scope come before any discount you might offer.</p>",
    "<p>Hold the price: small teams, a pilot and good support come before any discount you might offer.</p>",
    '<p data-change="changed">Hold the price: <del>the benefit, the term and the scope</del><ins>small teams, a pilot and good support</ins> come before any discount you might offer.</p>',
  ],
  [
    "tells a paragraph with hardly a word in common as removed and added",
    "<p>The rep calls the customer on Monday to hear about the budget of the coming year.</p>",
    "<p>A manager visits some partner on Friday to talk about the plans of the last quarter.</p>",
    '<p data-change="removed"><del>The rep calls the customer on Monday to hear about the budget of the coming year.</del></p><p data-change="added"><ins>A manager visits some partner on Friday to talk about the plans of the last quarter.</ins></p>',
  ],
  [
    "tells everything as replaced where nothing stayed",
    '<h2 id="old">Old way</h2><p>Nothing of this remains for readers.</p><p>Neither does that sentence here.</p>',
    '<h2 id="new">New plan</h2><p>Start from zero with another approach.</p><ul><li>Write everything again</li></ul>',
    '<h2 data-change="removed"><del>Old way</del></h2><p data-change="removed"><del>Nothing of this remains for readers.</del></p><p data-change="removed"><del>Neither does that sentence here.</del></p><h2 id="new" data-change="added"><ins>New plan</ins></h2><p data-change="added"><ins>Start from zero with another approach.</ins></p><ul data-change="added"><li><ins>Write everything again</ins></li></ul>',
  ],
  [
    "shows an article that was empty as added",
    "",
    '<h2 id="open">开场</h2><p>先说早上好。</p>',
    '<h2 id="open" data-change="added"><ins>开场</ins></h2><p data-change="added"><ins>先说早上好。</ins></p>',
  ],
  [
    "shows an article that became empty as removed",
    '<h2 id="open">开场</h2><p>先说早上好。</p>',
    "",
    '<h2 data-change="removed"><del>开场</del></h2><p data-change="removed"><del>先说早上好。</del></p>',
  ],
  [
    "shows an added paragraph between those that stayed",
    "<p>先让客户说完。</p><p>再报价。</p>",
    "<p>先让客户说完。</p><p>数到三。</p><p>再报价。</p>",
    '<p>先让客户说完。</p><p data-change="added"><ins>数到三。</ins></p><p>再报价。</p>',
  ],
  [
    "tells a heading over text that stayed as renamed",
    '<h2 id="pricing">Pricing</h2><p>Name the sum once.</p>',
    '<h2 id="quotes">报价</h2><p>Name the sum once.</p>',
    '<h2 id="quotes" data-change="changed"><del>Pricing</del><ins>报价</ins></h2><p>Name the sum once.</p>',
  ],
  [
    "tells the level of a heading",
    '<h2 id="x">Price</h2><p>Name it once.</p>',
    '<h3 id="x">Price</h3><p>Name it once.</p>',
    '<h3 id="x" data-change="changed"><span class="change-note"> element: h2 → h3 </span>Price</h3><p>Name it once.</p>',
  ],
];

describe("the difference of words and paragraphs", () => {
  it.each(pairs)("%s", (_, before, after, merged) => expect(merge(before, after)).toBe(merged));
});
