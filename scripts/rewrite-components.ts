import type { ViteUserConfig } from "astro";

/** A node of a syntax tree; where it begins and ends in the code. */
export interface Node {
  type: string;
  start: number;
  end: number;
}

/** What comes in place of a stretch of code. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** Makes a step of Vite that rewrites the code that components are compiled to. */
export function rewriteComponents(
  name: string,
  rewrite: (code: string, program: unknown) => string,
): NonNullable<ViteUserConfig["plugins"]>[number] {
  return {
    name: `sopbook:${name}`,
    enforce: "post",
    transform(code, id) {
      return id.endsWith(".astro") ? { code: rewrite(code, this.parse(code)), map: null } : undefined;
    },
  };
}

/** All nodes of a kind, also those in one another. */
export function findNodes<Kind extends Node>(node: unknown, isKind: (node: object) => node is Kind): Kind[] {
  if (Array.isArray(node)) return node.flatMap((one) => findNodes(one, isKind));
  if (node === null || typeof node !== "object") return [];
  const own = isKind(node) ? [node] : [];
  return [...own, ...Object.values(node).flatMap((one) => findNodes(one, isKind))];
}

/** Carries out edits of stretches that do not overlap. */
export function applyEdits(code: string, edits: readonly Edit[]): string {
  let [rewritten, from] = ["", 0];
  for (const { start, end, text } of edits.toSorted((a, b) => a.start - b.start)) {
    rewritten += code.slice(from, start) + text;
    from = end;
  }
  return rewritten + code.slice(from);
}
