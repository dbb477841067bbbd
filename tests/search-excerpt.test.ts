import { expect, test } from "vitest";
import { describeHit } from "../src/islands/search/excerpt.ts";

const describe = (content: string, anchors: [element: string, id: string, text: string, before: string][], query: string) => {
  const separator = content.includes("|") ? "|" : " ";
  const words = content.split(separator);
  const hit = describeHit(
    {
      url: "/a/",
      content: words.join(separator === "|" ? "\u200b" : " "),
      meta: { title: words[0] ?? "" },
      filters: {},
      anchors: anchors.map(([element, id, text, before]) => ({ element, id, text, location: words.indexOf(before) })),
    },
    "/a/",
    [query],
  );
  const join = (pieces: { text: string }[]) => pieces.map((one) => one.text).join("");
  return [hit.excerpt, ...hit.sections.map((one) => one.excerpt)].map(join).filter(Boolean);
};

const filler = "Before that we talk about many other things, none of which is what anybody looks for here.";

test("never shows what is not to be said without saying so", () => {
  const content = `Title. Summary. ${filler} Avoid: ${"Naming a sum and then going on and on, ".repeat(3)}with a discount. Then go on as before.`;
  const anchors: [string, string, string, string][] = [
    ["span", "dont-1", "", "Avoid:"],
    ["span", "done-1", "", "Then"],
  ];
  expect(describe(content, anchors, "discount")).toEqual([
    "Avoid: Naming a sum and then going on and on, Naming a sum and then going on and on, Naming a sum and then going on and on, with a discount. Then go on as before.",
  ]);
});

test("begins and ends where sentences or clauses do", () => {
  const content = `Title. Summary. ${filler} The discount is known. ${filler} ${filler}`;
  expect(describe(content, [], "discount")).toEqual([
    "The discount is known. Before that we talk about many other things, none of which is what anybody looks for here.",
  ]);
});

test("writes Chinese without the spaces and stops of the index", () => {
  expect(describe("题目|. |听|：|“|太贵|。|” |“|再说|吧|”|. |目标 |8|%|。 |好|。", [], "太贵")).toEqual([
    "听：“太贵。”“再说吧”。目标 8%。好。",
  ]);
});

test("leaves out the full stop that the index puts behind a quoted sentence", () => {
  expect(describe('Title. Ask “Is it in stock?”. Then "Well."', [], "stock")).toEqual(['Ask “Is it in stock?” Then "Well."']);
});
