import type { Nodes, Root } from "mdast";
import { hash } from "#diff/hash.ts";
import { fromMdast } from "#diff/mdast.ts";
import { readUnits } from "#diff/units.ts";
import type { BlockKind } from "#diff/blocks.ts";
import { writeValue } from "#diff/field-values.ts";
import { type BlockNode, blockNodes } from "#model/body.ts";
import { parseMdx } from "#source/mdx.ts";

/** What a text says, in short: enough to tell where another one says something else. */
export interface Digest {
  /** Kind and key of each block of the body, in order; missing where it is no MDX. */
  blocks: [kind: BlockKind, key: string][] | undefined;
  /** A short name for the value of each field. */
  fields: Record<string, string>;
}

/** Reads the blocks of a digest from the tree of a text's Markdown. */
export function readBlocks(tree: Root): NonNullable<Digest["blocks"]> {
  return readUnits(fromMdast(tree).nodes).map(({ kind, key }) => [kind, key]);
}

/** A short name for the value of each field, however its quotation marks are shaped. */
export function nameFieldValues(data: Readonly<Record<string, unknown>>): Digest["fields"] {
  // Names are kept by browsers, so that they stay as they were: without what JSON puts before quotation marks.
  const write = (value: unknown) => writeValue(value).replaceAll('\\"', '"');
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, hash(write(value))]));
}

/** Where each block of a body is: the kind of the node that shows it, and its place among those of that kind on the page. */
export function locateBlocks(source: string): ({ node: BlockNode; index: number } | undefined)[] {
  const parsed = parseMdx(source, "");
  if (!("tree" in parsed)) return [];
  const { nodes, origin } = fromMdast(parsed.tree);
  const places = numberNodes(parsed.tree);
  return readUnits(nodes).map(({ element }) => element && places.get(origin.get(element) ?? parsed.tree));
}

function numberNodes(tree: Nodes): Map<Nodes, { node: BlockNode; index: number }> {
  const places = new Map<Nodes, { node: BlockNode; index: number }>();
  const counts = new Map<string, number>();
  const notes: Extract<Nodes, { type: "footnoteDefinition" }>[] = [];
  const cited = new Set<string>();
  const visit = (node: Nodes): void => {
    const index = counts.get(node.type) ?? 0;
    counts.set(node.type, index + 1);
    if (node.type === "footnoteReference") cited.add(node.identifier);
    if (node.type === "footnoteDefinition") notes.push(node);
    else if (isBlockNode(node.type)) places.set(node, { node: node.type, index });
    if ("children" in node) for (const child of node.children) visit(child);
  };
  visit(tree);
  // A page lists its notes in the order in which they are cited.
  const order = [...cited];
  for (const node of notes) places.set(node, { node: "footnoteDefinition", index: order.indexOf(node.identifier) });
  return places;
}

function isBlockNode(type: string): type is BlockNode {
  return blockNodes.some((one) => one === type);
}
