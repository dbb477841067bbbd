import type { Nodes, Root } from "mdast";
import { type Features, mdxToMdast } from "satteri";
import { type Place, type Problem, problem } from "#model/problem.ts";
import { offsetAt, pointAt } from "#source/files.ts";
import { maskCode, readCode } from "#source/mask.ts";
import { shorten } from "#source/policy.ts";
import { type Masked, restoreNode } from "#source/restore.ts";
import { findCode } from "#source/tag.ts";

/** The Markdown that documents are written in; reading and compiling must agree on it. */
export const features: Features = { gfm: true, frontmatter: true };

/** Beyond it the compiler would run out of stack. */
export const deepest = 100;

/** Parses a whole MDX file; text that is not MDX comes as a problem. */
export function parseMdx(source: string, file: string): { tree: Root } | { problem: Problem } {
  const text: Masked = { source, masked: maskCode(source) };
  let tree: Root;
  try {
    tree = mdxToMdast(text.masked, { features }) as Root;
  } catch (cause) {
    return { problem: describeError((cause as Error).message, text, file) };
  }
  const deep = settle(tree, text, 0);
  return deep ? { problem: problem("too-deep", { file, ...pointAt(source, deep.position?.start.offset ?? 0) }, { deepest }) } : { tree };
}

/** Puts back what was hidden, and returns a node that lies too deep. */
function settle(node: Nodes, text: Masked, depth: number): Nodes | undefined {
  if (depth > deepest) return node;
  if (text.masked !== text.source) restoreNode(node, text);
  if (!("children" in node)) return undefined;
  for (const child of node.children) {
    const deep = settle(child, text, depth + 1);
    if (deep) return deep;
  }
  return undefined;
}

/** The parser's messages look like `3:7: Expected a closing tag … (mdx-jsx:unexpected-character)`. */
function describeError(message: string, { source, masked }: Masked, file: string): Problem {
  const [, line = "1", column = "1", reason = message] = /^(\d+):(\d+): ([\s\S]*)$/.exec(message) ?? [];
  const place: Place = { file, line: Number(line), column: Number(column) };
  const offset = offsetAt(source, place);
  const code = findCode(masked, offset);
  if (code !== undefined) {
    const written = readCode(source, code.offset);
    const kind = code.attribute === undefined ? "spread" : "expression";
    return problem("forbidden-code", { file, ...pointAt(source, code.attribute ?? code.offset) }, { kind, code: shorten(written) });
  }
  return problem("unclosed-tag", place, { reason: explain(source.slice(offset)) ?? simplify(reason) });
}

/** Says what an author most likely meant by a `<` that begins no tag. */
function explain(rest: string): string | undefined {
  if (rest.startsWith("<!--")) return "<!-- begins a comment, which documents can't hold";
  if (/^<(?:[a-z][a-z0-9+.-]*:|[^\s<>]+@)/i.test(rest)) return "an address stands between < and >; write it without them";
  return /^<(?![A-Za-z/>])/.test(rest) ? "a < stands here that begins no tag" : undefined;
}

function simplify(reason: string): string {
  if (reason.startsWith("Unexpected character after `<`")) return "this tag is not complete";
  const plain = reason
    .replace(/ \((?:mdx|micromark)[^)]*\)$/, "")
    .replace(/ \(note: [^)]*\)/, "")
    .replace(/\.$/, "");
  return plain.charAt(0).toLowerCase() + plain.slice(1);
}
