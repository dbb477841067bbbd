import type { Nodes, PhrasingContent, RootContent } from "mdast";
import { pointAfter } from "#source/files.ts";
import { brace, readCode, unmask } from "#source/mask.ts";

/** A text as written and as it was parsed. */
export interface Masked {
  source: string;
  masked: string;
}

/**
 * Puts back what was hidden in a node and in its children's place: code in running text becomes the nodes that MDX has
 * for it, and everything else becomes the characters that were written.
 */
export function restoreNode(node: Nodes, text: Masked): void {
  const fields = node as unknown as Record<string, unknown>;
  for (const name of ["url", "title", "alt", "lang", "meta", "label", "identifier", "value"]) {
    if (typeof fields[name] === "string") fields[name] = unmask(fields[name]);
  }
  if (node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement") {
    for (const one of node.attributes) if (typeof one.value === "string") one.value = unmask(one.value);
  }
  if ("children" in node) node.children = node.children.flatMap((child) => restoreChild(child, text)) as never;
}

type Child = RootContent | PhrasingContent;

const codeLine =
  /^(?:import\s*(?:["'{*(]|[\w$]+\s*,\s*[{*]|[\w$]+\s+from\s*["'])|export\s*(?:[{*]|(?:default|const|let|var|function|class|async)\b))/;

function restoreChild(child: Child, text: Masked): Child[] {
  const { start, end } = child.position ?? {};
  if (child.type === "paragraph" && start?.column === 1) {
    const value = text.source.slice(start.offset, end?.offset);
    if (codeLine.test(value)) return [{ type: "mdxjsEsm", value, position: child.position }];
  }
  return child.type === "text" && child.value.includes(brace) ? splitText(child, text) : [child];
}

/** Because the text may have lost escapes of its source, the braces are counted to find their places. */
function splitText(node: Child & { type: "text" }, { source, masked }: Masked): Child[] {
  const [first = "", ...rest] = node.value.split(brace);
  const found: Child[] = [{ type: "text", value: first, position: node.position }];
  let point = { line: 1, column: 1, offset: 0, ...node.position?.start };
  let next = point.offset;
  let end = 0;
  for (const part of rest) {
    const offset = Math.max(masked.indexOf(brace, next), point.offset);
    next = offset + 1;
    if (offset >= end) {
      const value = readCode(source, offset);
      point = pointAfter(point, source, offset);
      found.push({ type: "mdxTextExpression", value, position: { start: point, end: point } });
      end = offset + value.length;
    }
    found.push({ type: "text", value: part, position: node.position });
  }
  return found;
}
