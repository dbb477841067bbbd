import type { Parents, Text } from "mdast";
import type { Options } from "remark-stringify";

type TextHandler = NonNullable<NonNullable<Options["handlers"]>["text"]>;

/**
 * Writes text of Markdown as remark-stringify does, which tries some fifty patterns on every text to find what needs an
 * escape; one look tells that most texts hold nothing of the kind.
 */
export const writeText: TextHandler = (node: Text, parent: Parents | undefined, state, info) => {
  if (isPlain(node.value, info.before, info.after)) return node.value;
  const index = state.indexStack.at(-1) ?? 0;
  const neighbours = parent?.children ?? [];
  return state.safe(node.value, { ...info, beforeNode: neighbours[index - 1], afterNode: neighbours[index + 1] });
};

/** Starts with a letter or an opening mark, and holds no character that means something to Markdown within a line. */
const plain = /^[\p{L}“‘（《「【，。；、 ][^\r\n\t&*<>@[\]\\_`{|}~#/]*$/u;

function isPlain(text: string, before: string, after: string): boolean {
  if (!plain.test(text) || /[Ww]\.|!$/.test(text)) return false;
  return !(text.startsWith(" ") && /^$|[\r\n]$/.test(before)) && !(text.endsWith(" ") && /^$|^[\r\n]/.test(after));
}
