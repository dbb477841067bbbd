import { expect, test } from "vitest";
import { keepFigures, writePhrases } from "#components/phrases.ts";

test("lets a Chinese text break between its words, beside punctuation as browsers do", () => {
  expect(writePhrases("演示之前，先问清楚客户的问题")).toBe("演示<wbr>之前，先问<wbr>清楚<wbr>客户的<wbr>问题");
});

test("keeps a number with its unit, and as one word two characters that no dictionary holds together", () => {
  expect(writePhrases("商机等 15 分钟")).toBe('商机等 <span class="whole">15 分钟</span>');
});

test("leaves a text without Chinese as it is", () => {
  expect(writePhrases("Price < value & time")).toBe("Price &lt; value &amp; time");
});

test("keeps the numbers of a page with their units, each once, and leaves alone what is no running text", () => {
  expect(
    keepFigures('<p title="等 3 天">第 2 天，<b>等 1,500–2,000 元</b>，<span class="whole">45 分钟</span>，9:30 分开，3 个工作日内</p>'),
  ).toBe(
    '<p title="等 3 天"><span class="whole">第 2 天</span>，<b>等 <span class="whole">1,500–2,000 元</span></b>，<span class="whole">45 分钟</span>，9:30 分开，<span class="whole">3 个工作日</span>内</p>',
  );
  const beside = '<p>第<br>2 <a href="#a">等 6 天</a>，</p><output>共 7 条</output>';
  expect(keepFigures(beside)).toBe(beside);
  const others = "<option>3 天</option></select><math><mtext>4 天</mtext></math><script>5 天</script>";
  expect(keepFigures(`<select>${others}`)).toBe(`<select>${others}`);
});

test("keeps numbers with English units, and days with their months", () => {
  expect(
    keepFigures("<p>Call within 2 working days, on <time>29 November 2026</time>; 1 in 10 answers, 3 dayparts or 7 years-old</p>"),
  ).toBe(
    '<p>Call within <span class="whole">2 working days</span>, on <time><span class="whole">29 November</span> 2026</time>; <span class="whole">1 in 10</span> answers, 3 dayparts or 7 years-old</p>',
  );
});
