import { element, isElement, maxDepth, plainName, type TreeNode, unseen } from "#diff/tree.ts";

/** The plain tree of what a node of the page holds. */
export function fromDom(parent: Node): TreeNode[] {
  return convert(parent, 0);
}

function convert(parent: Node, depth: number): TreeNode[] {
  const nodes: TreeNode[] = [];
  for (const child of parent.childNodes) {
    if (child.nodeType === 3) nodes.push(child.nodeValue ?? "");
    if (child.nodeType !== 1) continue;
    const { localName, attributes } = child as Element;
    if (unseen.has(localName)) continue;
    if (depth >= maxDepth) {
      nodes.push(child.textContent ?? "");
      continue;
    }
    const written = [...attributes]
      .filter(({ name }) => !name.startsWith("on") && plainName.test(name))
      .map(({ name, value }) => [name, value] as const);
    nodes.push(element(plainName.test(localName) ? localName : "span", Object.fromEntries(written), convert(child, depth + 1)));
  }
  return nodes;
}

/** Makes nodes of the page from a plain tree. */
export function toDom(nodes: readonly TreeNode[], document: Document): DocumentFragment {
  const fragment = document.createDocumentFragment();
  append(fragment, nodes, document, html);
  return fragment;
}

const html = "http://www.w3.org/1999/xhtml";
const namespaces: Record<string, string> = { svg: "http://www.w3.org/2000/svg", math: "http://www.w3.org/1998/Math/MathML" };

function append(parent: ParentNode & Node, nodes: readonly TreeNode[], document: Document, outer: string): void {
  for (const node of nodes) {
    if (!isElement(node)) {
      parent.append(node);
      continue;
    }
    const namespace = namespaces[node.name] ?? outer;
    const made = document.createElementNS(namespace, node.name);
    for (const [name, value] of Object.entries(node.attributes)) made.setAttribute(name, value);
    append(made, node.children, document, node.name === "foreignObject" ? html : namespace);
    parent.append(made);
  }
}
