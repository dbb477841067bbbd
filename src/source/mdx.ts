import type { Root } from "mdast";
import { type Features, mdxToMdast } from "satteri";
import { type Place, type Problem, problem } from "#model/problem.ts";

/** The Markdown that documents are written in; reading and compiling must agree on it. */
export const features: Features = { gfm: true, frontmatter: true };

/** Parses a whole MDX file; text that is not MDX comes as a problem. */
export function parseMdx(source: string, file: string): { tree: Root } | { problem: Problem } {
  try {
    return { tree: mdxToMdast(source, { features }) as Root };
  } catch (cause) {
    return { problem: describeError((cause as Error).message, file) };
  }
}

/** The parser's messages look like `3:7: Expected a closing tag … (mdx-jsx:unexpected-character)`. */
function describeError(message: string, file: string): Problem {
  const [, line, column, reason] = /^(\d+):(\d+): ([\s\S]*)$/.exec(message) ?? [];
  const place: Place = { file, line: Number(line ?? 1), column: Number(column ?? 1) };
  const plain = (reason ?? message).replace(/ \((?:mdx|micromark)[^)]*\)$/, "").replace(/ \(note: [^)]*\)/, "").replace(/\.$/, "");
  return problem("unclosed-tag", place, { reason: plain.charAt(0).toLowerCase() + plain.slice(1) });
}
