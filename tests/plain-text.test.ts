import type { PhrasingContent, Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import { expect, test } from "vitest";
import { writeText } from "#exports/plain-text.ts";
import { makeRandom } from "./fixtures/diff/random.ts";

const plain = unified().use(remarkStringify).use(remarkGfm).freeze();
const quick = unified()
  .use(remarkStringify, { handlers: { text: writeText } })
  .use(remarkGfm)
  .freeze();

const parts = [
  ..." \t\n!\"#&'()*+-./:;<=>?@[\\]^_`{|}~",
  ...["a", "W", "w.", "http:", "s:/", "1", "12.", "1)", "---", "==", "客户", "，", "。", "“", "报价 ", "  ", "mail", "é", "&amp;"],
];

test("writes every text as remark-stringify does by itself", () => {
  const { below, list, pick } = makeRandom(7);
  const some = <T>(most: number, make: () => T): T[] => list(below(most + 1), make);
  const text = () => ({ type: "text" as const, value: some(6, () => pick(parts)).join("") });
  const makers: (() => PhrasingContent)[] = [
    text,
    () => ({ type: "strong", children: [text()] }),
    () => ({ type: "link", url: "a.md", children: [text()] }),
    () => ({ type: "inlineCode", value: text().value }),
  ];
  for (let round = 0; round < 4000; round++) {
    const root = wrap(
      some(4, () => pick(makers)()),
      pick(["paragraph", "heading", "cell", "item"]),
    );
    expect(quick.stringify(root)).toBe(plain.stringify(root));
  }
});

function wrap(children: PhrasingContent[], place: string): Root {
  const paragraph = { type: "paragraph" as const, children };
  switch (place) {
    case "heading":
      return { type: "root", children: [{ type: "heading", depth: 2, children }] };
    case "cell":
      return { type: "root", children: [{ type: "table", children: [{ type: "tableRow", children: [{ type: "tableCell", children }] }] }] };
    case "item":
      return { type: "root", children: [{ type: "list", children: [{ type: "listItem", children: [paragraph] }] }] };
    default:
      return { type: "root", children: [paragraph] };
  }
}
