import { expect, test } from "vitest";
import { writePhrases } from "#components/phrases.ts";

test("lets a Chinese text break between its words, beside punctuation as browsers do", () => {
  expect(writePhrases("演示之前，先问清楚客户的问题")).toBe("演示<wbr>之前，先问<wbr>清楚<wbr>客户的<wbr>问题");
});

test("keeps a number with its unit, and as one word two characters that no dictionary holds together", () => {
  expect(writePhrases("商机等 15 分钟")).toBe('商机等 <span class="whole">15 分钟</span>');
});

test("leaves a text without Chinese as it is", () => {
  expect(writePhrases("Price < value & time")).toBe("Price &lt; value &amp; time");
});
