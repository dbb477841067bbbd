import { applyEdits, type Edit, findNodes, type Node, rewriteComponents } from "./rewrite-components.ts";

/**
 * Writes custom elements into the templates that components are compiled to, as all other elements stand there. Astro takes
 * them for components of other frameworks: for each it looks for a renderer, and makes its content by itself.
 */
export const writeCustomElements = rewriteComponents("custom-elements", writeElements);

/** What a compiled template calls for a custom element: `$$renderComponent($$result, "copy-text", "copy-text", { … }, { "default": ($$result) => … })`. */
interface Call extends Node {
  callee: Node & { name?: string };
  arguments: [result: Node, name: Node & { value?: unknown }, tag: Node & { value?: unknown }, attributes: Node, slots?: Slots];
}

interface Slots extends Node {
  properties: { key?: { value?: unknown }; value: Node }[];
}

const spread = "spreadAttributes as $$spreadAttributes";

/** `code` with its custom elements as parts of templates; whatever is no plain custom element stays as it is. */
export function writeElements(code: string, program: unknown): string {
  const edits = findNodes(program, isCall).flatMap((call) => editCall(code, call));
  const missing = edits.length > 0 && !code.includes(spread);
  return (missing ? `import { ${spread} } from "astro/runtime/server/index.js";\n` : "") + applyEdits(code, edits);
}

function editCall(code: string, { start, end, arguments: [result, { value: name }, , attributes, slots] }: Call): Edit[] {
  const content = slots?.properties[0]?.value;
  const open = { start, end: attributes.start, text: `$$render\`<${name}\${$$spreadAttributes(` };
  if (!content) return [open, { start: attributes.end, end, text: `)}></${name}>\`` }];
  return [
    open,
    { start: attributes.end, end: content.start, text: ")}>${(" },
    { start: content.end, end, text: `)(${code.slice(result.start, result.end)})}</${name}>\`` },
  ];
}

function isCall(node: object): node is Call {
  if (!("type" in node) || node.type !== "CallExpression") return false;
  const { callee, arguments: given } = node as Call;
  const [, name, tag, attributes, slots, ...others] = given as unknown[] as Partial<Slots & { value: unknown }>[];
  return (
    callee.name === "$$renderComponent" &&
    /^[a-z]+(?:-[a-z]+)+$/.test(String(name?.value)) &&
    name?.value === tag?.value &&
    attributes?.type === "ObjectExpression" &&
    (slots === undefined || isDefault(slots)) &&
    others.length === 0
  );
}

/** Whether nothing else is handed over than what stands in the element. */
function isDefault({ properties }: Partial<Slots>): boolean {
  return properties?.length === 1 && properties[0]?.key?.value === "default";
}
