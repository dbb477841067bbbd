import { compactHtml, hole, silentHole } from "./compact-html.ts";
import { applyEdits, type Edit, findNodes, type Node, rewriteComponents } from "./rewrite-components.ts";

/** Takes white space that nobody sees out of what components are compiled to, so that no page has to be gone through. */
export const compactTemplates = rewriteComponents("compact-templates", compactCode);

interface Template extends Node {
  tag: Node & { name?: string };
  quasi: { quasis: Node[]; expressions: Node[] };
}

function compactCode(code: string, program: unknown): string {
  return applyEdits(
    code,
    findNodes(program, isTemplate).flatMap((one) => compactTemplate(code, one)),
  );
}

/** The texts between the expressions of a template; those of templates within its expressions are not among them. */
function compactTemplate(code: string, { quasi: { quasis, expressions } }: Template): Edit[] {
  const read = ({ start, end }: Node) => code.slice(start, end);
  const holes = expressions.map((one) => (/^\$\$maybeRenderHead\b/.test(read(one)) ? silentHole : hole));
  const whole = quasis.map((one, index) => read(one) + (holes[index] ?? "")).join("");
  const parts = compactHtml(whole).split(/[\uE000\uE001]/);
  if (parts.length !== quasis.length) return [];
  return quasis.map(({ start, end }, index) => ({ start, end, text: parts[index]! }));
}

function isTemplate(node: object): node is Template {
  return "type" in node && node.type === "TaggedTemplateExpression" && (node as Template).tag.name === "$$render";
}
