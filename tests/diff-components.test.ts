import { describe, expect, it } from "vitest";
import { merge } from "./fixtures/diff/page.ts";

/** What it does, the article before, after, and both in one. */
const pairs: [name: string, before: string, after: string, merged: string][] = [
  [
    "marks words within a component",
    '<copy-text class="spoken" data-kind="say"><p class="cue">Say</p><div class="spoken-text"><p>Good morning, Ms Li. May I take 30 seconds?</p></div></copy-text>',
    '<copy-text class="spoken" data-kind="say"><p class="cue">Say</p><div class="spoken-text"><p>Good morning, Ms Li. May I take a minute?</p></div></copy-text>',
    '<copy-text class="spoken" data-kind="say"><p class="cue">Say</p><div class="spoken-text"><p data-change="changed">Good morning, Ms Li. May I take <del>30 seconds</del><ins>a minute</ins>?</p></div></copy-text>',
  ],
  [
    "marks a component that was added",
    "<p>这样开场。</p><p>然后听。</p>",
    '<p>这样开场。</p><copy-text class="spoken" data-kind="say"><p class="cue">说</p><div class="spoken-text"><p>李女士，早上好。</p></div></copy-text><p>然后听。</p>',
    '<p>这样开场。</p><copy-text class="spoken" data-kind="say" data-change="added"><p class="cue"><ins>说</ins></p><div class="spoken-text"><p><ins>李女士，早上好。</ins></p></div></copy-text><p>然后听。</p>',
  ],
  [
    "marks a component that was removed",
    '<p>这样开场。</p><copy-text class="spoken" data-kind="say"><p class="cue">说</p><div class="spoken-text"><p>李女士，早上好。</p></div></copy-text><p>然后听。</p>',
    "<p>这样开场。</p><p>然后听。</p>",
    '<p>这样开场。</p><copy-text class="spoken" data-kind="say" data-change="removed"><p class="cue"><del>说</del></p><div class="spoken-text"><p><del>李女士，早上好。</del></p></div></copy-text><p>然后听。</p>',
  ],
  [
    "marks a component that became one of another kind",
    '<copy-text class="spoken" data-kind="say"><p class="cue">Say</p><div class="spoken-text"><p>How do you count stock today?</p></div></copy-text>',
    '<copy-text class="spoken" data-kind="ask"><p class="cue">Ask</p><div class="spoken-text"><p>How do you count stock today?</p></div></copy-text>',
    '<copy-text class="spoken" data-kind="ask" data-change="changed"><p class="cue" data-change="changed"><del>Say</del><ins>Ask</ins></p><div class="spoken-text"><p>How do you count stock today?</p></div></copy-text>',
  ],
  [
    "marks a component that was put around a paragraph, and not the paragraph",
    "<p>Ms Li may sign up to ¥50,000 by herself.</p><p>Then wait.</p>",
    '<div class="callout" data-kind="note"><p class="cue">Note</p><p>Ms Li may sign up to ¥50,000 by herself.</p></div><p>Then wait.</p>',
    '<div class="callout" data-kind="note" data-change="added"><p class="cue"><ins>Note</ins></p><p>Ms Li may sign up to ¥50,000 by herself.</p></div><p>Then wait.</p>',
  ],
  [
    "marks a component that was taken away from around a paragraph, and not the paragraph",
    '<div class="callout" data-kind="note"><p class="cue">Note</p><p>Ms Li may sign up to ¥50,000 by herself.</p></div><p>Then wait.</p>',
    "<p>Ms Li may sign up to ¥50,000 by herself.</p><p>Then wait.</p>",
    '<div class="callout" data-kind="note" data-change="removed"><p class="cue"><del>Note</del></p></div><p>Ms Li may sign up to ¥50,000 by herself.</p><p>Then wait.</p>',
  ],
  [
    "marks reactions and where they lead",
    '<ul><li class="when"><p class="when-says">“Fine.”</p><div class="when-then"><p>Go on.</p></div><a class="when-next" href="#reason">Give the reason</a></li></ul>',
    '<ul><li class="when"><p class="when-says">“Fine.”</p><div class="when-then"><p>Go on slowly.</p></div><a class="when-next" href="/objections/no-need">Give the reason</a></li><li class="when"><p class="when-says">“No.”</p><div class="when-then"><p>Thank them.</p></div></li></ul>',
    '<ul><li class="when" data-change="changed"><p class="when-says">“Fine.”</p><div class="when-then"><p data-change="changed">Go on<ins> slowly</ins>.</p></div><a class="when-next" href="/objections/no-need" data-change="changed">Give the reason</a><span class="change-note"> href: #reason → /objections/no-need </span></li><li class="when" data-change="added"><p class="when-says"><ins>“No.”</ins></p><div class="when-then"><p><ins>Thank them.</ins></p></div></li></ul>',
  ],
  [
    "marks the words of something to unfold",
    "<details><summary>More</summary><p>Here is the whole story of it.</p></details>",
    "<details open><summary>Read more</summary><p>Here is the whole truth of it.</p></details>",
    '<details open><summary data-change="changed"><del>More</del><ins>Read more</ins></summary><p data-change="changed">Here is the whole <del>story</del><ins>truth</ins> of it.</p></details>',
  ],
  [
    "marks lines and words of code",
    '<pre class="code"><code><span class="token-keyword">const</span> a = 1;\nlet b = 2;\n</code></pre>',
    '<pre class="code"><code><span class="token-comment">// new</span>\n<span class="token-keyword">const</span> a = 1;\nlet b = 20;\n</code></pre>',
    '<pre class="code" data-change="changed"><code><ins><span class="token-comment">// new</span>\n</ins><span class="token-keyword">const</span> a = 1;\nlet b = <del>2</del><ins>20</ins>;\n</code></pre>',
  ],
  [
    "tells every space of code",
    "<pre><code>if a:\n  b</code></pre>",
    "<pre><code>if a:\n    b</code></pre>",
    '<pre data-change="changed"><code>if a:\n<del>  </del><ins>    </ins>b</code></pre>',
  ],
  [
    "marks words of a quotation",
    "<blockquote><p>Price is what you pay.</p></blockquote>",
    "<blockquote><p>Price is what you pay for it.</p></blockquote>",
    '<blockquote><p data-change="changed">Price is what you pay<ins> for it</ins>.</p></blockquote>',
  ],
];

describe("the difference of components and code", () => {
  it.each(pairs)("%s", (_, before, after, merged) => expect(merge(before, after)).toBe(merged));
});
