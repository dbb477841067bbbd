import { describeInline } from "#diff/blocks.ts";
import { isAtom, isLiteral } from "#diff/elements.ts";
import { isSpace, splitWords, straighten } from "#diff/text.ts";
import { isElement, type TreeElement, type TreeNode } from "#diff/tree.ts";

/** A word, a sign, a space or an atom of running text. */
export interface Token {
  /** Equal keys mean the same to a reader: the same word within the same kinds of elements. */
  key: string;
  node: TreeNode;
  /** The elements around it, outermost first. */
  within: readonly TreeElement[];
}

/** A token that is compared, with what stands between it and the one before: spaces, and the joints of paragraphs. */
export interface Word extends Token {
  lead: readonly (Token | typeof joint)[];
}

/** Where one paragraph ends and the next begins. */
export const joint = Symbol("joint");

/** Running text as words; the last one stands for the end. With `exact`, every space and the shape of each quotation mark counts. */
export function readWords(paragraphs: readonly (readonly TreeNode[])[], exact = false): Word[] {
  const words: Word[] = [];
  let lead: (Token | typeof joint)[] = [];
  for (const [index, nodes] of paragraphs.entries()) {
    if (index > 0) lead.push(joint);
    for (const token of readTokens(nodes, exact)) {
      if (!exact && typeof token.node === "string" && isSpace(token.node)) {
        // Space at the beginning and the end of a paragraph is not seen, and a second one neither.
        if (lead.length === 0 && words.length > 0) lead.push({ ...token, node: " " });
        continue;
      }
      words.push({ ...token, lead });
      lead = [];
    }
    lead = lead.filter((one) => one === joint);
  }
  words.push({ key: end, node: "", within: [], lead });
  return words;
}

const end = "\0end";

function readTokens(nodes: readonly TreeNode[], exact: boolean): Token[] {
  const tokens: Token[] = [];
  const visit = (node: TreeNode, within: readonly TreeElement[], names: string): void => {
    if (!isElement(node)) {
      const literal = exact || within.some(isLiteral);
      for (const word of splitWords(node)) tokens.push({ key: names + (literal ? word : straighten(word)), node: word, within });
    } else if (isAtom(node) || node.children.length === 0) {
      tokens.push({ key: names + describeInline(node), node, within });
    } else {
      // Colours of code are no difference.
      const inner = [...within, node];
      const named = node.name === "span" && node.attributes["class"]?.startsWith("token-") ? names : `${names}${node.name}\0`;
      for (const child of node.children) visit(child, inner, named);
    }
  };
  for (const node of nodes) visit(node, [], "");
  return tokens;
}
