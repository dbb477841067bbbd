import type { Nodes, Parents } from "mdast";
import type { MdxJsxFlowElement, MdxJsxTextElement } from "satteri";
import type { z } from "zod";
import { attributeTarget, type Component, type ComponentName, components, isComponentName } from "#model/components.ts";
import { findNearest } from "#model/nearest.ts";
import { type Place, type Problem, problem } from "#model/problem.ts";
import { unmask } from "#source/mask.ts";
import { placeAttribute } from "#source/tag.ts";

/** What a document's nodes are judged by, and what was found. */
export interface Judge {
  file: string;
  source: string;
  variables: ReadonlySet<string>;
  problems: Problem[];
}

type JsxElement = MdxJsxFlowElement | MdxJsxTextElement;

/** Raw HTML that content may hold, with the attributes it may have. */
export const allowedHtml: Readonly<Record<string, readonly string[]>> = {
  abbr: ["title"],
  br: [],
  details: ["open"],
  kbd: [],
  mark: [],
  sub: [],
  summary: [],
  sup: [],
};

const allowedSchemes = new Set(["https:", "http:", "mailto:", "tel:"]);
/** What people write between braces when they mean a variable. */
const wordsPattern = /^[\p{L}_$][\p{L}\p{N}_$]*(?:[ '’-][\p{L}\p{N}_$]+)*$/u;

/** Adds a problem for everything in `node` itself that content may not hold. */
export function judgeNode(node: Nodes, parents: readonly Parents[], judge: Judge): void {
  const place: Place = { file: judge.file, line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
  const report = (one: Problem) => judge.problems.push(one);
  switch (node.type) {
    case "mdxjsEsm": {
      const kind = /^\s*export\b/.test(node.value) ? "export" : "import";
      report(problem("forbidden-code", place, { kind, code: shorten(node.value) }));
      break;
    }
    case "mdxFlowExpression":
    case "mdxTextExpression":
      judgeExpression(node.value.trim(), place, judge);
      break;
    case "mdxJsxFlowElement":
    case "mdxJsxTextElement":
      judgeElement(node, parents, place, judge);
      break;
    case "html":
      report(problem("forbidden-html", place, { name: shorten(node.value) }));
      break;
    case "link":
    case "definition": {
      const scheme = forbiddenScheme(node.url);
      if (scheme) report(problem("forbidden-link", place, { url: node.url, scheme }));
      break;
    }
    case "image":
      judgeImage(node.url, node.alt ?? "", place, judge);
      break;
    case "imageReference":
      report(problem("invalid-image", place, { src: node.label ?? node.identifier, reason: "it is named by a reference", mend: "inline" }));
  }
}

/** The scheme of a URL that content may not link to, or undefined; read as browsers do, which skip white space and controls. */
export function forbiddenScheme(url: string): string | undefined {
  const bare = url.replace(/[\u0000-\u0020\u007f-\u009f\u00ad\u200b-\u200f\u2028\u2029\ufeff]/g, "").replaceAll("\\", "/");
  if (bare.startsWith("//")) return "//";
  const scheme = /^[^/?#]*?:/.exec(bare)?.[0].toLowerCase();
  return scheme && !allowedSchemes.has(scheme) ? scheme : undefined;
}

export function isExternal(url: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(url);
}

/** A component's attributes as written; one without a value is `true`. */
export function readAttributes(node: JsxElement): Record<string, string | true> {
  return Object.fromEntries(
    node.attributes.flatMap((one): [string, string | true][] =>
      one.type !== "mdxJsxAttribute" || (typeof one.value === "object" && one.value !== null)
        ? []
        : [[one.name, one.value === null || one.value === undefined ? true : unmask(one.value)]],
    ),
  );
}

function judgeExpression(value: string, place: Place, judge: Judge): void {
  if (!wordsPattern.test(value)) {
    judge.problems.push(problem("forbidden-code", place, { kind: "expression", code: shorten(value) }));
  } else if (!judge.variables.has(value)) {
    judge.problems.push(problem("unknown-variable", place, { name: value, nearest: findNearest(value, judge.variables) }));
  }
}

function judgeElement(node: JsxElement, parents: readonly Parents[], place: Place, judge: Judge): void {
  const name = node.name ?? "";
  for (const one of node.attributes) {
    if (one.type !== "mdxJsxAttribute") {
      judge.problems.push(problem("forbidden-code", place, { kind: "spread", code: shorten(`{${one.value}}`) }));
    } else if (typeof one.value === "object" && one.value !== null) {
      judge.problems.push(
        problem("forbidden-code", placeAttribute(judge, startOf(node), one.name), { kind: "expression", code: shorten(one.value.value) }),
      );
    }
  }
  if (isComponentName(name)) judgeComponent(name, node, parents, place, judge);
  else if (Object.hasOwn(allowedHtml, name)) judgeHtml(name, node, judge);
  else if (/^[a-z]/.test(name) || name === "") judge.problems.push(problem("forbidden-html", place, { name }));
  else {
    const known = Object.keys(components);
    judge.problems.push(problem("unknown-component", place, { name, nearest: findNearest(name, known), known }));
  }
}

function judgeHtml(name: string, node: JsxElement, judge: Judge): void {
  for (const attribute of Object.keys(readAttributes(node))) {
    if (allowedHtml[name]?.includes(attribute)) continue;
    judge.problems.push(problem("forbidden-html", placeAttribute(judge, startOf(node), attribute), { name, attribute }));
  }
}

function judgeComponent(name: ComponentName, node: JsxElement, parents: readonly Parents[], place: Place, judge: Judge): void {
  const { attributes: schema, parent, only, empty }: Component = components[name];
  const attributes = readAttributes(node);
  const coded = new Set(
    node.attributes.flatMap((one) => (one.type === "mdxJsxAttribute" && typeof one.value === "object" && one.value ? [one.name] : [])),
  );
  for (const issue of schema.safeParse(attributes).error?.issues ?? []) {
    if (coded.has(String(issue.path[0]))) continue;
    judge.problems.push(...describeAttributeIssue(issue, name, node, attributes, schema, judge));
  }
  if (parent && findOuter(parents)?.name !== parent) judge.problems.push(problem("misplaced-component", place, { name, parent }));
  const stray = only && node.children.find((child) => !isOnly(child, only));
  if (stray) judge.problems.push(problem("stray-content", placeOf(stray, place), { name, only }));
  if (empty && node.children.length > 0) judge.problems.push(problem("unexpected-content", place, { name }));
  for (const [attribute, value] of Object.entries(attributes)) {
    if (typeof value !== "string") continue;
    const target = attributeTarget(name, attribute);
    const scheme = target === "link" ? forbiddenScheme(value) : undefined;
    if (scheme) judge.problems.push(problem("forbidden-link", placeAttribute(judge, startOf(node), attribute), { url: value, scheme }));
    if (target === "image" && isExternal(value)) judgeImage(value, "-", placeAttribute(judge, startOf(node), attribute), judge);
  }
}

/** White space and the one component, also where they make a paragraph. */
function isOnly(node: Nodes, name: string): boolean {
  if (node.type === "text") return node.value.trim() === "";
  if (node.type === "paragraph") return node.children.every((child) => isOnly(child, name));
  return (node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement") && node.name === name;
}

function placeOf(node: Nodes, { file, line, column }: Place): Place {
  return { file, line: node.position?.start.line ?? line, column: node.position?.start.column ?? column };
}

function describeAttributeIssue(
  issue: z.core.$ZodIssue,
  name: ComponentName,
  node: JsxElement,
  attributes: Record<string, string | true>,
  schema: z.ZodObject,
  judge: Judge,
): Problem[] {
  const known = Object.keys(schema.shape);
  const report = (attribute: string, reason: string, mend: string) =>
    problem("invalid-attribute", placeAttribute(judge, startOf(node), attribute), { name, attribute, reason, mend });
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => {
      const nearest = findNearest(key, known);
      const others = known.length > 0 ? `<${name}> takes: ${known.join(", ")}.` : `<${name}> takes no attributes.`;
      return report(key, "is not known", nearest ? `Did you mean "${nearest}"?` : others);
    });
  }
  const attribute = String(issue.path[0]);
  const value = attributes[attribute];
  if (value === undefined) return [report(attribute, "is missing", `Write it as \`<${name} ${attribute}="…">\`.`)];
  if (value === true) return [report(attribute, "has no value", `Write it as \`${attribute}="…"\`.`)];
  if (issue.code === "invalid_value" && issue.values[0] === true)
    return [report(attribute, "takes no value", `Write \`${attribute}\` alone.`)];
  if (issue.code === "invalid_value") {
    const allowed = issue.values.map(String);
    const nearest = findNearest(value, allowed);
    return [report(attribute, `can't be "${value}"`, nearest ? `Did you mean "${nearest}"?` : `Use one of: ${allowed.join(", ")}.`)];
  }
  return [
    report(
      attribute,
      value.trim() === "" ? "is empty" : `can't be "${value}"`,
      issue.code === "too_small" ? "Write something." : issue.message,
    ),
  ];
}

function judgeImage(src: string, alt: string, place: Place, judge: Judge): void {
  if (isExternal(src) || src.startsWith("/") || src.startsWith("\\")) {
    judge.problems.push(problem("invalid-image", place, { src, reason: "it is not a file of the content folder", mend: "local" }));
  }
  if (alt.trim() === "") judge.problems.push(problem("missing-alt", place, { src }));
}

function findOuter(parents: readonly Parents[]): JsxElement | undefined {
  return parents.findLast((one) => one.type === "mdxJsxFlowElement" || one.type === "mdxJsxTextElement") as JsxElement | undefined;
}

function startOf(node: JsxElement): { line: number; column: number; offset?: number | undefined } {
  return node.position?.start ?? { line: 1, column: 1 };
}
/** So much of a piece of code as a message can hold. */
export function shorten(code: string): string {
  const line = code.replace(/\s+/g, " ").trim();
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
