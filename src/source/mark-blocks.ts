import type { Element as HtmlElement } from "hast";
import { defineHastPlugin, defineMdastPlugin } from "satteri";
import type { BlockBlame, BlockNode, BodyBlame } from "#model/body.ts";

/** Writes on each block of a text when it was last changed. */
export function markBlocks(blame: BodyBlame) {
  const next = countBlocks(blame);
  const mark =
    (type: BlockNode) => (node: { data?: unknown }, context: { setProperty: (node: never, name: "data", value: never) => void }) => {
      const attributes = describeBlame(next(type));
      if (Object.keys(attributes).length === 0) return;
      const { hProperties = {}, ...data } = (node.data ?? {}) as { hProperties?: object };
      context.setProperty(node as never, "data", { ...data, hProperties: { ...hProperties, ...attributes } } as never);
    };
  return defineMdastPlugin({
    name: "mark-blocks",
    paragraph: mark("paragraph"),
    heading: mark("heading"),
    listItem: mark("listItem"),
  });
}

/** The same for what the compiler makes anew: rows of tables, code, footnotes. */
export function markMade(blame: BodyBlame) {
  const next = countBlocks(blame);
  const visit = (type: BlockNode) => (node: unknown, context: { setProperty: (node: never, name: string, value: string) => void }) => {
    for (const [name, value] of Object.entries(describeBlame(next(type)))) context.setProperty(node as never, name, value);
  };
  return defineHastPlugin({
    name: "mark-made",
    element: [
      { filter: ["tr"], visit: visit("tableRow") },
      { filter: ["pre"], visit: visit("code") },
      {
        filter: ["li"],
        visit(node: Readonly<HtmlElement>, context) {
          if (/^user-content-fn-/.test(String(node.properties["id"]))) visit("footnoteDefinition")(node, context);
        },
      },
    ],
  });
}

/** Gives one block after the other, for each kind of node. */
export function countBlocks(blame: BodyBlame): (type: BlockNode) => BlockBlame | undefined {
  const counts = new Map<BlockNode, number>();
  return (type) => {
    const index = counts.get(type) ?? 0;
    counts.set(type, index + 1);
    return blame[type]?.[index] ?? undefined;
  };
}

/** The attributes of a block. */
export function describeBlame(one: BlockBlame | undefined): Record<string, string> {
  if (one?.revision === undefined) return {};
  return { "data-revision": String(one.revision), ...(one.held && { "data-held": one.held.join(" ") }) };
}
