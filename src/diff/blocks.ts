import { findBlocks, isAtom, isLiteral, pictureNames, tellingAttributes, textBlocks } from "#diff/elements.ts";
import { hash } from "#diff/hash.ts";
import { straighten } from "#diff/text.ts";
import { isElement, textOf, type TreeElement, type TreeNode } from "#diff/tree.ts";

export const blockKinds = [
  "heading",
  "paragraph",
  "item",
  "row",
  "column",
  "cell",
  "picture",
  "formula",
  "code",
  "list",
  "table",
  "section",
  "quote",
  "component",
  "divider",
  "other",
] as const;
export type BlockKind = (typeof blockKinds)[number];

/** A part of an article that stands on its own: text (`content`), or a frame around other blocks (`blocks`). */
export interface Block {
  kind: BlockKind;
  /** Hash of what it shows, white space folded and quotation marks straight: equal keys mean equal blocks. */
  key: string;
  /** Missing where text stands beside blocks, without an element of its own. */
  element?: TreeElement | undefined;
  content?: readonly TreeNode[] | undefined;
  blocks: readonly Block[];
}

/** The blocks of an article, in order. */
export function readBlocks(nodes: readonly TreeNode[]): Block[] {
  return listBlocks(nodes, readOnce);
}

/**
 * Elements of articles with the block that each is, or undefined where it is none: revisions of a document share the
 * trees of what stayed as it was.
 */
const read = new WeakMap<TreeElement, Block | undefined>();

/** Each article gets a block of its own, because its blocks are told apart by what they are and not by what they say. */
function readOnce(node: TreeElement): Block | undefined {
  if (!read.has(node)) {
    const known = findBlocks([node]);
    read.set(node, known.has(node) ? readBlock(node, known) : undefined);
  }
  const block = read.get(node);
  return block && { ...block };
}

function readChildren(nodes: readonly TreeNode[], known: ReadonlySet<TreeElement>): Block[] {
  return listBlocks(nodes, (node) => (known.has(node) ? readBlock(node, known) : undefined));
}

/** The blocks that nodes are; what stands between them is running text. */
function listBlocks(nodes: readonly TreeNode[], readElement: (node: TreeElement) => Block | undefined): Block[] {
  const blocks: Block[] = [];
  let run: TreeNode[] = [];
  const endRun = () => {
    if (run.some((node) => isElement(node) || node.trim() !== "")) blocks.push(readText(run));
    run = [];
  };
  for (const node of nodes) {
    const block = isElement(node) ? readElement(node) : undefined;
    if (block) {
      endRun();
      blocks.push(block);
    } else run.push(node);
  }
  endRun();
  return blocks;
}

function readBlock(node: TreeElement, known: ReadonlySet<TreeElement>): Block {
  if (textBlocks.has(node.name) && !node.children.some((child) => isElement(child) && known.has(child)))
    return readText(node.children, node);
  const blocks = readChildren(node.children, known);
  const kind = judgeFrame(node, blocks);
  return { kind, key: hash(`${describeFrame(node)}\0${blocks.map((block) => block.key).join("\0")}`), element: node, blocks };
}

function readText(content: readonly TreeNode[], node?: TreeElement): Block {
  const kind = judgeText(content, node);
  // A paragraph is the same with and without `p`, because lists are written both ways.
  const frame = node && (node.name !== "p" || node.attributes["class"]) ? describeFrame(node) : "p";
  const described = describe(content, node !== undefined && isLiteral(node));
  return {
    kind,
    key: hash(`${frame}\0${kind === "code" ? described : described.replace(/\s+/g, " ").trim()}`),
    element: node,
    content,
    blocks: [],
  };
}

/** What an element is called: its name and classes, and the attributes of which a change is told. */
function describeFrame(node: TreeElement): string {
  const attributes = tellingAttributes(node).map(([name, value]) => `\0${name}=${value}`);
  return `${node.name}.${node.attributes["class"] ?? ""}${attributes.join("")}`;
}

/** Running text as one string in which everything counts that a reader can see or follow. */
function describe(nodes: readonly TreeNode[], literal: boolean): string {
  let described = "";
  for (const node of nodes) described += isElement(node) ? describeInline(node, literal) : literal ? node : straighten(node);
  return described;
}

/** An element within running text as a string; equal strings mean equal elements. */
export function describeInline(node: TreeElement, literal = false): string {
  return `\0<${describeFrame(node)}>${describe(node.children, literal || isLiteral(node))}\0>`;
}

function judgeText(content: readonly TreeNode[], node: TreeElement | undefined): BlockKind {
  if (node && /^h[1-6]$/.test(node.name)) return "heading";
  if (node?.name === "pre") return "code";
  if (node?.name === "hr") return "divider";
  if (node?.name === "colgroup") return "other";
  const seen = content.filter((one) => isElement(one) || one.trim() !== "");
  if (seen.length === 1 && isElement(seen[0]!)) {
    if (seen[0].name === "math") return "formula";
    if (holdsPicture(seen[0])) return "picture";
  }
  return "paragraph";
}

function holdsPicture(node: TreeElement): boolean {
  if (isAtom(node)) return pictureNames.has(node.name);
  const [first] = node.children.filter((child) => isElement(child) || child.trim() !== "");
  return first !== undefined && isElement(first) && holdsPicture(first) && textOf(node.children).length < 300;
}

const frameKinds: Record<string, BlockKind> = {
  ul: "list",
  ol: "list",
  dl: "list",
  menu: "list",
  li: "item",
  dd: "item",
  table: "table",
  thead: "section",
  tbody: "section",
  tfoot: "section",
  tr: "row",
  td: "cell",
  th: "cell",
  blockquote: "quote",
  figure: "picture",
};

/** A frame around one list, table or picture counts as that. */
function judgeFrame(node: TreeElement, blocks: readonly Block[]): BlockKind {
  const kind = frameKinds[node.name];
  if (kind) return kind;
  const only = blocks.length === 1 ? blocks[0]!.kind : "component";
  return only === "list" || only === "table" || only === "picture" || only === "formula" || only === "code" ? only : "component";
}
