import { hash } from "node:crypto";
import type { Nodes, Root } from "mdast";
import { wrapAnew } from "#diff/mdast.ts";

/**
 * A short name for what a text says, however lines are wrapped, quotation marks are shaped, fields are quoted or ordered,
 * lists are marked, and files that links lead to are numbered. In doubt it is another one, because a change that is not
 * shown is worse. Takes the fields as
 * `normalizeValue` gives them, or a frontmatter that is no YAML, and what the parts of the body say, or a body that is no MDX.
 */
export function nameMeaning(fields: unknown, body: readonly string[] | string): string {
  const meant = typeof fields === "string" ? trimLines(fields) : fields;
  const said = typeof body === "string" ? trimLines(body) : body.filter((one) => one !== "").join();
  return hash("sha1", JSON.stringify([meant, typeof body, said]), "base64url");
}

/** What a text or a part of one says; that of a text is that of its parts, joined by commas. */
export function readMeaning({ children }: Root): string {
  return JSON.stringify(mergeTexts(children.filter((one) => one.type !== "yaml")).map(normalizeNode)).slice(1, -1);
}

/** What fields say, in one form. */
export function normalizeValue(value: unknown): unknown {
  if (typeof value === "string") return wrapAnew(value).trim();
  if (Array.isArray(value)) return value.map(normalizeValue);
  if (value === null || typeof value !== "object") return value;
  return Object.entries(value)
    .toSorted(byKey)
    .map(([key, one]) => [key, normalizeValue(one)]);
}

/** A node without its place, and how far apart the items of a list were written. */
function normalizeNode(node: Nodes): unknown {
  const { type } = node;
  if (type === "text") return wrapAnew(node.value);
  const own: [string, unknown][] = [];
  for (const [key, value] of Object.entries(node))
    if (!meaningless.has(key))
      own.push([key, key === "attributes" ? normalizeAttributes(value) : key === "url" ? forgetNumber(String(value)) : value]);
  return [type, own.sort(byKey), "children" in node ? mergeTexts(node.children).map(normalizeNode) : []];
}

const meaningless = new Set(["type", "position", "data", "children", "spread"]);

function normalizeAttributes(attributes: unknown): unknown {
  const written = (attributes as { name?: string; value?: unknown }[]).map(({ name, value }) => {
    const code = value !== null && typeof value === "object" && "value" in value;
    return [
      name ?? "",
      code ? { code: value.value } : typeof value === "string" ? forgetNumber(wrapAnew(value)) : (value ?? null),
    ] as const;
  });
  return written.toSorted(byKey);
}

/** A link leads to the same document whatever number its file has: see `readFileName`. */
function forgetNumber(path: string): string {
  return path.replace(/(?<![^/])\d+-(?=[^/#?]*\.mdx(?:[#?]|$))/, "");
}

function mergeTexts(nodes: readonly Nodes[]): Nodes[] {
  const merged: Nodes[] = [];
  for (const node of nodes) {
    const last = merged.at(-1);
    if (node.type === "text" && last?.type === "text") merged[merged.length - 1] = { type: "text", value: last.value + node.value };
    else merged.push(node);
  }
  return merged;
}

function trimLines(text: string): string {
  return text
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .trim();
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
