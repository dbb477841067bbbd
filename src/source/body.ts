import Slugger from "github-slugger";
import type { Nodes, Parents, Root } from "mdast";
import { isComponentName } from "#model/components.ts";
import type { Body } from "#model/document.ts";
import type { Problem } from "#model/problem.ts";
import { parseMdx } from "#source/mdx.ts";
import { type Judge, judgeNode, readAttributes } from "#source/policy.ts";

/** A body as plain data. */
export type BodyFacts = Omit<Body, "parse">;

/** Reads what the text of a document holds and judges it by the content policy. */
export function readBody(source: string, file: string, variables: Iterable<string>): { body: BodyFacts; problems: Problem[] } {
  const parsed = parseMdx(source, file);
  if ("tree" in parsed) return walkBody(source, file, variables, parsed.tree);
  return { body: emptyBody(), problems: [parsed.problem] };
}

/** The same of a text that was parsed, in one walk over its tree. */
export function walkBody(source: string, file: string, variables: Iterable<string>, tree: Root): { body: BodyFacts; problems: Problem[] } {
  const body = emptyBody();
  const judge: Judge = { file, source, variables: new Set(variables), problems: [] };
  const slugger = new Slugger();
  const visit = (node: Nodes, parents: Parents[]): void => {
    judgeNode(node, parents, judge);
    collect(node, parents, body, slugger);
    if (!("children" in node)) return;
    const inner = [...parents, node as Parents];
    for (const child of node.children) visit(child, inner);
  };
  visit(tree, []);
  return { body, problems: judge.problems };
}

export function emptyBody(): BodyFacts {
  return {
    headings: [],
    links: [],
    images: [],
    elements: [],
    variables: [],
    words: 0,
  };
}

/** What a text holds, but for places, of what its parts hold. */
export function joinBodies(parts: readonly BodyFacts[]): BodyFacts {
  const slugger = new Slugger();
  return {
    headings: parts.flatMap(({ headings }) => headings.map((one) => ({ ...one, slug: slugger.slug(one.text) }))),
    links: parts.flatMap((one) => one.links),
    images: parts.flatMap((one) => one.images),
    elements: parts.flatMap((one) => one.elements),
    variables: parts.flatMap((one) => one.variables),
    words: parts.reduce((sum, { words }) => sum + words, 0),
  };
}

function collect(node: Nodes, parents: Parents[], body: BodyFacts, slugger: Slugger): void {
  const point = { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
  switch (node.type) {
    case "heading": {
      const text = plainText(node).trim();
      body.headings.push({ depth: node.depth, text, slug: slugger.slug(text), ...point });
      break;
    }
    case "link":
    case "definition":
      body.links.push({ url: node.url, ...point });
      break;
    case "image":
      body.images.push({ src: node.url, alt: node.alt ?? "", ...point });
      break;
    case "text":
      body.words += countWords(node.value);
      break;
    case "mdxTextExpression":
    case "mdxFlowExpression":
      body.variables.push({ name: node.value.trim(), ...point });
      break;
    case "mdxJsxFlowElement":
    case "mdxJsxTextElement":
      if (node.name && isComponentName(node.name)) {
        const depth = parents.filter((one) => one.type.startsWith("mdxJsx")).length;
        body.elements.push({ name: node.name, attributes: readAttributes(node), depth, ...point });
      }
  }
}

/** The text of a node as a reader sees it, without the values of variables. */
export function plainText(node: Nodes): string {
  if (node.type === "text" || node.type === "inlineCode") return node.value;
  return "children" in node ? node.children.map((child) => plainText(child)).join("") : "";
}

/** Chinese characters and words of Latin text count one each. */
export function countWords(text: string): number {
  let count = 0;
  let inWord = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const chinese = code >= 0x3400 && code <= 0x9fff;
    const letter = !chinese && isLetter(code);
    if (chinese || (letter && !inWord)) count++;
    inWord = letter || (inWord && isJoint(code));
  }
  return count;
}

/** Letters and digits of scripts that put spaces between words. */
function isLetter(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || (code >= 0xc0 && code <= 0x1fff)
  );
}

/** An apostrophe or a hyphen within a word. */
function isJoint(code: number): boolean {
  return code === 0x27 || code === 0x2d || code === 0x2019;
}
