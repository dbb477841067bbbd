import { describe, expect, it } from "vitest";
import { merge } from "./fixtures/diff/page.ts";

/** What it does, the article before, after, and both in one. */
const pairs: [name: string, before: string, after: string, merged: string][] = [
  [
    "keeps emphasis around words that were added to it",
    "<p>Hold the <strong>price</strong> and keep talking.</p>",
    "<p>Hold the <strong>list price</strong> and keep <strong>listening</strong>.</p>",
    '<p data-change="changed">Hold the <strong><ins>list </ins>price</strong> and keep <del>talking</del><ins><strong>listening</strong></ins>.</p>',
  ],
  [
    "keeps nested emphasis well-formed",
    "<p>Never <strong>promise <em>a date</em> you</strong> do not know.</p>",
    "<p>Never <strong>promise <em>the exact date</em> when you</strong> do not know it.</p>",
    '<p data-change="changed">Never <strong>promise <em><del>a</del><ins>the exact</ins> date</em><ins> when</ins> you</strong> do not know<ins> it</ins>.</p>',
  ],
  [
    "tells words that became a link",
    "<p>See discounts and approvals for more.</p>",
    '<p>See <a href="/guides/discounts">discounts and approvals</a> for more.</p>',
    '<p data-change="changed">See <del>discounts and approvals</del><ins><a href="/guides/discounts">discounts and approvals</a></ins> for more.</p>',
  ],
  [
    "tells where a link leads now",
    '<p>Go to <a href="/objections/no-budget">No budget</a> first.</p>',
    '<p>Go to <a href="/objections/too-expensive">No budget</a> first.</p>',
    '<p data-change="changed">Go to <a href="/objections/too-expensive" data-change="changed">No budget</a><span class="change-note"> href: /objections/no-budget → /objections/too-expensive </span> first.</p>',
  ],
  [
    "marks words within a link",
    '<p>Go to <a href="/objections/no-budget">No budget</a> first.</p>',
    '<p>Go to <a href="/objections/no-budget">No budget yet</a> first.</p>',
    '<p data-change="changed">Go to <a href="/objections/no-budget">No budget<ins> yet</ins></a> first.</p>',
  ],
  [
    "marks code within text",
    "<p>Set <code>stage</code> to won.</p>",
    "<p>Set <code>phase</code> to won.</p>",
    '<p data-change="changed">Set <del><code>stage</code></del><ins><code>phase</code></ins> to won.</p>',
  ],
  [
    "marks quotation marks of another shape in code, where they are another sign",
    "<p>Type <code>'won'</code>.</p><pre><code>say 'won'</code></pre>",
    "<p>Type <code>‘won’</code>.</p><pre><code>say ‘won’</code></pre>",
    `<p data-change="changed">Type <code><del>'</del><ins>‘</ins>won<del>'</del><ins>’</ins></code>.</p><pre data-change="changed"><code>say <del>'</del><ins>‘</ins>won<del>'</del><ins>’</ins></code></pre>`,
  ],
  [
    "marks a term that lost its definition",
    '<p>先写下<term-tip data-title="痛点"><a class="term" href="/terms/pain-point">痛点</a></term-tip>。</p>',
    "<p>先写下痛点。</p>",
    '<p data-change="changed">先写下<del><term-tip data-title="痛点"><a class="term" href="/terms/pain-point">痛点</a></term-tip></del><ins>痛点</ins>。</p>',
  ],
  [
    "marks a line that was added after a line break",
    "<p>Line one<br>line two</p>",
    "<p>Line one<br>line two<br>line three</p>",
    '<p data-change="changed">Line one<br>line two<ins><br>line three</ins></p>',
  ],
  [
    "gives what is gone no id",
    '<p>Ask twice<sup><a href="#fn-1" id="fnref-1">1</a></sup> at least.</p>',
    "<p>Ask twice at least.</p>",
    '<p data-change="changed">Ask twice<del><sup><a href="#fn-1">1</a></sup></del> at least.</p>',
  ],
  [
    "escapes what looks like HTML",
    "<p>Write &lt;b&gt; &amp; wait.</p>",
    "<p>Write &lt;script&gt; &amp; wait.</p>",
    '<p data-change="changed">Write &lt;<del>b</del><ins>script</ins>&gt; &amp; wait.</p>',
  ],
  [
    "shows a picture before and after",
    '<p><img src="/a.png" alt="The board"></p>',
    '<p><img src="/b.png" alt="The board"></p>',
    '<p data-change="changed"><del><img src="/a.png" alt="The board"></del><ins><img src="/b.png" alt="The board"></ins></p>',
  ],
  [
    "tells another description of a picture, but not another size",
    '<p><img src="/a.png" alt="Old" width="10" height="10"> and <img src="/b.png" alt="Board" width="10" height="10"></p>',
    '<p><img src="/a.png" alt="New" width="10" height="10"> and <img src="/b.png" alt="Board" width="20" height="20"></p>',
    '<p data-change="changed"><del><img src="/a.png" alt="Old" width="10" height="10"></del><ins><img src="/a.png" alt="New" width="10" height="10"></ins> and <img src="/b.png" alt="Board" width="20" height="20"></p>',
  ],
  [
    "marks words of a caption",
    '<span class="figure"><img src="/a.png" alt="Screen"><span class="figure-caption">The old screen</span></span>',
    '<span class="figure"><img src="/a.png" alt="Screen"><span class="figure-caption">The new screen</span></span>',
    '<span class="figure" data-change="changed"><img src="/a.png" alt="Screen"><span class="figure-caption">The <del>old</del><ins>new</ins> screen</span></span>',
  ],
  [
    "shows a formula before and after",
    '<div class="formula"><math><mi>a</mi></math></div>',
    '<div class="formula"><math><mi>b</mi></math></div>',
    '<div class="formula"><span data-change="changed"><del><math><mi>a</mi></math></del><ins><math><mi>b</mi></math></ins></span></div>',
  ],
];

describe("the difference of what stands within text", () => {
  it.each(pairs)("%s", (_, before, after, merged) => expect(merge(before, after)).toBe(merged));
});
