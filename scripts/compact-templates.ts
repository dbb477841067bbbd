import type { ViteUserConfig } from "astro";
import { compactHtml, hole, silentHole } from "./compact-html.ts";

/** Takes white space that nobody sees out of what components are compiled to, so that no page has to be gone through. */
export const compactTemplates: NonNullable<ViteUserConfig["plugins"]>[number] = {
  name: "sopbook:compact-templates",
  enforce: "post",
  transform(code, id) {
    if (!id.endsWith(".astro") || !code.includes("`")) return undefined;
    return { code: compactCode(code, this.parse(code)), map: null };
  },
};

interface Node {
  type: string;
  start: number;
  end: number;
}

interface Template extends Node {
  tag: Node & { name?: string };
  quasi: { quasis: Node[]; expressions: Node[] };
}

function compactCode(code: string, program: unknown): string {
  const texts = findTemplates(program)
    .flatMap((one) => compactTemplate(code, one))
    .sort((a, b) => a.start - b.start);
  let [compact, from] = ["", 0];
  for (const { start, end, text } of texts) {
    compact += code.slice(from, start) + text;
    from = end;
  }
  return compact + code.slice(from);
}

/** The texts between the expressions of a template; those of templates within its expressions are not among them. */
function compactTemplate(code: string, { quasi: { quasis, expressions } }: Template): { start: number; end: number; text: string }[] {
  const read = ({ start, end }: Node) => code.slice(start, end);
  const holes = expressions.map((one) => (/^\$\$maybeRenderHead\b/.test(read(one)) ? silentHole : hole));
  const whole = quasis.map((one, index) => read(one) + (holes[index] ?? "")).join("");
  const parts = compactHtml(whole).split(/[\uE000\uE001]/);
  if (parts.length !== quasis.length) return [];
  return quasis.map(({ start, end }, index) => ({ start, end, text: parts[index]! }));
}

function findTemplates(node: unknown): Template[] {
  if (Array.isArray(node)) return node.flatMap(findTemplates);
  if (node === null || typeof node !== "object") return [];
  const own = isTemplate(node) ? [node] : [];
  return [...own, ...Object.values(node).flatMap(findTemplates)];
}

function isTemplate(node: object): node is Template {
  return "type" in node && node.type === "TaggedTemplateExpression" && (node as Template).tag.name === "$$render";
}
