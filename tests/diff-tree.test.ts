import { describe, expect, it } from "vitest";
import { toHtml } from "#diff/html.ts";
import { splitWords } from "#diff/text.ts";
import { maxDepth, type TreeNode } from "#diff/tree.ts";
import { readPage } from "./fixtures/diff/page.ts";

describe("the plain tree of an article", () => {
  it("is written as the HTML it was read from", () => {
    const html = [
      '<h2 id="a" class="x y" tabindex="0" aria-labelledby="b c" data-kind="say" data-step-2="3">A &amp; &lt;B&gt;</h2>',
      '<ol start="0" reversed><li><input type="checkbox" disabled checked> Say “&lt;”<br>&quot;no&quot;</li></ol>'.replace(/&quot;/g, '"'),
      '<a href="/a?b=1&amp;c=&quot;" rel="noopener noreferrer" hreflang="zh-CN">链接</a>',
      '<svg viewBox="0 0 1 1" preserveAspectRatio="none" stroke-width="2"><path d="M0 0" fill-rule="evenodd"></path></svg>',
      "<math><mfrac><mi>a</mi><mn>2</mn></mfrac></math>",
      "<pre>\n\nx</pre>",
      '<td-like colspan="2"></td-like>',
    ].join("");
    expect(toHtml(readPage(html))).toBe(html);
  });

  it("leaves out what no reader sees and what would run", () => {
    expect(
      toHtml(readPage('<p onclick="run()">A<!-- note --><script>run()</script></p><style>p {}</style><template><p>B</p></template>')),
    ).toBe("<p>A</p>");
  });

  it("leaves out names that are none", () => {
    expect(toHtml(readPage('<p @click="a" a"b="c" 1x="d">A</p><x"y>B</x"y>'))).toBe("<p>A</p><span>B</span>");
  });

  it("keeps the text of what is nested too deep", () => {
    const tree = readPage(`${"<div>".repeat(5000)}deep ${"<b>down</b>"}`);
    expect(measure(tree)).toBe(maxDepth);
    expect(toHtml(tree).replace(/<[^>]+>/g, "")).toBe("deep down");
  });
});

describe("words", () => {
  const split = (text: string) => splitWords(text).join("|");

  it("are split from spaces and signs in Latin text", () => {
    expect(split("Don't re-read R&D's e-mail, ok?")).toBe("Don't| |re-read| |R&D's| |e-mail|,| |ok|?");
  });

  it("are found by a dictionary in Chinese text", () => {
    expect(split("先写报价方案，再约客户演示。")).toBe("先|写|报价|方案|，|再|约|客户|演示|。");
  });

  it("stay whole where they are numbers with units, dates, times and ranges", () => {
    expect(split("20 % ¥1,200.50 5 working days 3–5 18:00 2026-03-01 10km 2 h")).toBe(
      "20 %| |¥1,200.50| |5 working days| |3–5| |18:00| |2026-03-01| |10km| |2 h",
    );
    expect(split("2 个工作日 3万元 20%折扣 第2步 5 天内")).toBe("2 个工作日| |3万元| |20%|折扣| |第|2步| |5 天|内");
  });

  it("stay whole where they are addresses, flags and emoji", () => {
    expect(split("see https://a.b/c?d=1, 👨‍👩‍👧🇨🇳é")).toBe("see| |https://a.b/c?d=1|,| |👨‍👩‍👧|🇨🇳|é");
  });

  it("give the text when they are joined again", () => {
    const text = "在CRM里 把“VIP客户v2.0”\n改成 20 %。한국어 단어 ภาษาไทย カタカナ \u{1F600} \ud800";
    expect(splitWords(text).join("")).toBe(text);
  });
});

function measure(nodes: readonly TreeNode[]): number {
  let depth = 0;
  for (const node of nodes) if (typeof node !== "string") depth = Math.max(depth, 1 + measure(node.children));
  return depth;
}
