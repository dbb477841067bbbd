import { expect, test } from "vitest";
import { readyForExcerpts } from "../scripts/search-fields.ts";
import { listPages } from "./built-site.ts";

test.each([
  ["names and values", "<dt>Stalled after</dt><dd>14 days</dd>", "<dt>Stalled after:</dt><dd>14 days.</dd>"],
  ["Chinese names and values", "<dt>超时找谁</dt><dd><a>销售经理</a></dd>", "<dt>超时找谁：</dt><dd><a>销售经理。</a></dd>"],
  [
    "the cells of a row",
    "<tr><th>Won <span>(count)</span></th><td>CRM</td><td>36</td></tr>",
    "<tr><th>Won <span>(count) ·</span></th><td>CRM ·</td><td>36.</td></tr>",
  ],
  ["cells that end with a quotation", "<tr><td>“No.”</td><td>Ask.</td></tr>", "<tr><td>“No.” ·</td><td>Ask.</td></tr>"],
  [
    "items with spaces at their end",
    "<li><a> <span>Tool</span> <span>CRM</span> </a></li>",
    "<li><a> <span>Tool</span> <span>CRM.</span> </a></li>",
  ],
  [
    "nothing that ends by itself",
    "<li>Done!</li><dd><ul><li>a.</li></ul></dd><td></td><li>“In stock?”</li>",
    "<li>Done!</li><dd><ul><li>a.</li></ul></dd><td></td><li>“In stock?”</li>",
  ],
])("ends %s", (_what, article, ended) => {
  expect(readyForExcerpts(article)).toBe(ended);
});

test("leaves the options of a quiz out, and no other tasks", () => {
  const options = '<ul class="contains-task-list"><li><input type="checkbox"> 5%.</li><li><input type="checkbox" checked> Ask.</li></ul>';
  const tasks = '<ul class="contains-task-list"><li><input type="checkbox"> Call.</li></ul>';
  const lesson = (inner: string) => `<quiz-set><p>What now?</p>${inner}</quiz-set>`;
  expect(readyForExcerpts(lesson(options + tasks) + options)).toBe(lesson(tasks) + options);
  const past = (inner: string) => `<div class="text" data-text data-quiz><p>What now?</p>${inner}</div></article>`;
  expect(readyForExcerpts(options + past(options + tasks))).toBe(options + past(tasks));
});

test("says in front of each line of a box that it is not to be done", () => {
  const box =
    '<div class="callout" data-kind="dont"><p class="cue">Avoid</p><div><ul><li>Promise</li><li><p>Argue.</p></li></ul></div></div><p>Go on.</p>';
  expect(readyForExcerpts(box)).toBe(
    '<div class="callout" data-kind="dont"><div><ul><li><span id="dont-1"></span>Avoid: Promise.</li>' +
      '<li><p><span id="dont-2"></span>Avoid: Argue.</p></li></ul></div><span id="done-2"></span></div><p>Go on.</p>',
  );
});

test("says in front of words not to be said that they are not", () => {
  const section =
    '<section><h2 id="factDoNotSay">这些话别说</h2><ul><li><p class="marked not-said">“算了。”</p><p>不好。</p></li></ul></section>';
  expect(readyForExcerpts(section)).toBe(
    '<section><h2 id="factDoNotSay">这些话别说</h2><ul><li><p class="marked not-said"><span id="dont-1"></span>这些话别说： “算了。”</p>' +
      '<p>不好。</p><span id="done-1"></span></li></ul></section>',
  );
});

test("finds on every page of the site what is not to be said or done", () => {
  let count = 0;
  for (const { file, html } of listPages()) {
    const said = html.match(/<p class="[^"]*\bnot-said\b/g)?.length ?? 0;
    const boxes = html.match(/<div class="callout" data-kind="dont"/g)?.length ?? 0;
    const cues = readyForExcerpts(html).match(/<span id="dont-/g)?.length ?? 0;
    expect(cues, file).toBeGreaterThanOrEqual(said + boxes);
    count += said;
  }
  expect(count).toBeGreaterThan(100);
});
