import { isElement, type TreeElement, type TreeNode } from "#diff/tree.ts";

const names = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Elements that are blocks whatever they hold. */
const blockNames = names(
  "address article aside blockquote caption center colgroup dd details dialog dir div dl dt fieldset figcaption figure footer form " +
    "h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul",
);

/** Blocks that hold running text and no other block. */
export const textBlocks = names("p h1 h2 h3 h4 h5 h6 pre dt figcaption caption summary legend address hr colgroup");

/** Elements that are shown as they were or as they are, never mixed: their content takes no `ins` or `del`. */
const atomNames = names(
  "img br wbr input svg math iframe video audio object embed canvas picture ruby select textarea button meter progress map area hr colgroup datalist",
);

export const voidNames = names("area base br col embed hr img input link meta source track wbr");

export const pictureNames = names("img picture svg video audio iframe object embed canvas");

export function isAtom(node: TreeElement): boolean {
  return atomNames.has(node.name);
}

/** Whether every sign within counts as it is written, such as the shape of quotation marks. */
export function isLiteral({ name }: TreeElement): boolean {
  return name === "code" || name === "pre";
}

/** The elements of a tree that are blocks: known ones, and others (such as custom elements) that hold a block. */
export function findBlocks(nodes: readonly TreeNode[]): ReadonlySet<TreeElement> {
  const found = new Set<TreeElement>();
  const visit = (node: TreeNode): boolean => {
    if (!isElement(node)) return false;
    if (isAtom(node) && !blockNames.has(node.name)) return false;
    let holds = false;
    for (const child of node.children) if (visit(child)) holds = true;
    const block = holds || blockNames.has(node.name);
    if (block) found.add(node);
    return block;
  };
  for (const node of nodes) visit(node);
  return found;
}

/** What a component is called on a page: its kind, its class, or its name. */
export function componentName({ name, attributes }: TreeElement): string {
  return attributes["data-kind"] || attributes["class"]?.split(" ")[0] || name;
}

/** Attributes that say nothing to a reader, or only what the text says already. */
const silentAttribute =
  /^(?:id|aria-.*|tabindex|role|loading|decoding|width|height|rel|target|style|open|align|valign|scope|data-labels?|on.*)$/;

/** The attributes of which a change is told: `class` names what the element is, so it belongs to the name instead. */
export function tellingAttributes(node: TreeElement): [string, string][] {
  return Object.entries(node.attributes)
    .filter(([name]) => name !== "class" && !silentAttribute.test(name))
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

/** What changed in the attributes of an element, and in its name, under the name `element`. */
export function compareAttributes(before: TreeElement, after: TreeElement): AttributeChange[] {
  const changes: AttributeChange[] = [];
  if (before.name !== after.name) changes.push({ name: "element", before: before.name, after: after.name });
  const old = new Map(tellingAttributes(before));
  const now = new Map(tellingAttributes(after));
  for (const name of new Set([...old.keys(), ...now.keys()])) {
    if (old.get(name) !== now.get(name)) changes.push({ name, before: old.get(name), after: now.get(name) });
  }
  return changes;
}

export interface AttributeChange {
  name: string;
  before: string | undefined;
  after: string | undefined;
}
