import type {
  Blockquote,
  BlockContent,
  Link,
  List,
  ListItem,
  Nodes,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
  Strong,
  Text,
} from "mdast";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import type { MdxJsxFlowElement, MdxJsxTextElement } from "satteri";
import { unified } from "unified";
import { writeText } from "#exports/plain-text.ts";
import { absoluteUrl, markdownFile, pathOf } from "#handbook/addresses.ts";
import { resolveBody } from "#handbook/body.ts";
import type { Handbook } from "#handbook/handbook.ts";
import { markdownWords } from "#i18n/markdown.ts";
import { type CompilableBody, elementKey } from "#model/body.ts";
import type { Locale } from "#model/fields.ts";
import { parseMdx } from "#source/mdx.ts";
import { isExternal, readAttributes } from "#source/policy.ts";

/** What the Markdown copy of a document is written from, as plain data. */
export interface MarkdownPage {
  /** Its file in the output, such as `en/stages/demo.md`. */
  file: string;
  locale: Locale;
  title: string;
  summary: string;
  /** The whole web address of the document's page. */
  url: string;
  body: CompilableBody;
}

export function listMarkdownPages(handbook: Handbook): MarkdownPage[] {
  const { settings } = handbook;
  return handbook.documents.map((document) => ({
    file: markdownFile(settings, document.address),
    locale: document.address.locale,
    title: document.data.title,
    summary: document.data.summary,
    url: absoluteUrl(settings, pathOf(settings, { page: "document", ...document.address })),
    body: resolveBody(handbook, document, document.address.locale),
  }));
}

const writer = unified()
  .use(remarkStringify, { bullet: "-", rule: "-", handlers: { text: writeText } })
  .use(remarkGfm)
  .freeze();

/** Writes a document as plain Markdown: its frontmatter as it is, then its text with components put into words. */
export function writeMarkdown(page: MarkdownPage): string {
  const parsed = parseMdx(page.body.source, page.file);
  const tree: Root = "tree" in parsed ? parsed.tree : { type: "root", children: [] };
  const frontmatter = tree.children.find((one) => one.type === "yaml")?.value ?? "";
  const lowering = { page, attributes: (node: JsxElement) => page.body.elements[elementKey(node.name ?? "", readAttributes(node))] ?? {} };
  const head: RootContent[] = [
    { type: "heading", depth: 1, children: [text(page.title)] },
    { type: "paragraph", children: [text(page.summary)] },
  ];
  const body: Root = { type: "root", children: [...head, ...toBlocks(lowerAll(tree.children, lowering))] };
  return `---\nurl: ${page.url}\nlang: ${page.locale}\n${frontmatter.trimEnd()}\n---\n\n${writer.stringify(body)}`;
}

type JsxElement = MdxJsxFlowElement | MdxJsxTextElement;

interface Lowering {
  page: MarkdownPage;
  attributes(node: JsxElement): Record<string, string | true>;
}

function lowerAll(nodes: readonly Nodes[], lowering: Lowering): Nodes[] {
  return nodes.flatMap((node): Nodes[] => lower(node, lowering));
}

function lower(node: Nodes, lowering: Lowering): Nodes[] {
  switch (node.type) {
    case "yaml":
    case "mdxjsEsm":
      return [];
    case "mdxFlowExpression":
      return [paragraph(variable(node.value, lowering))];
    case "mdxTextExpression":
      return [variable(node.value, lowering)];
    case "mdxJsxTextElement":
      return lowerElement(node, lowering, true);
    case "mdxJsxFlowElement":
      return lowerElement(node, lowering, false);
    case "link":
    case "definition":
      return [
        {
          ...node,
          url: resolveUrl(node.url, lowering),
          ...("children" in node && { children: lowerAll(node.children, lowering) as PhrasingContent[] }),
        } as Nodes,
      ];
    case "image":
      return [{ ...node, url: absolute(lowering.page.body.images[node.url]?.src ?? node.url, lowering) }];
    case "blockquote":
    case "listItem":
    case "footnoteDefinition":
      return [{ ...node, children: toBlocks(lowerAll(node.children, lowering)) } as Nodes];
    default:
      return "children" in node ? [{ ...node, children: lowerAll(node.children, lowering) } as Nodes] : [node];
  }
}

function lowerElement(node: JsxElement, lowering: Lowering, inline: boolean): Nodes[] {
  const { locale } = lowering.page;
  const words = markdownWords[locale];
  const attributes = lowering.attributes(node);
  const value = (name: string) => (typeof attributes[name] === "string" ? attributes[name] : "");
  const children = lowerAll(node.children, lowering);
  const link = (label: string): Link => ({ type: "link", url: absolute(value("href"), lowering), children: [text(label)] });
  switch (node.name) {
    case "Say":
      return labelled(words.say, children, words.colon, inline);
    case "Ask":
      return labelled(words.ask, children, words.colon, inline);
    case "Listen":
      return labelled(words.listen, children, words.colon, inline);
    case "Do":
      return labelled(words.do, children, words.colon, inline);
    case "Dont":
      return labelled(words.dont, children, words.colon, inline);
    case "Note":
      return labelled(value("title") || words.note, children, words.colon, inline);
    case "Warning":
      return labelled(value("title") || words.warning, children, words.colon, inline);
    case "Tab":
    case "Checklist":
      return value("label") || value("title") ? [paragraph(strong(value("label") || value("title"))), ...children] : children;
    case "Branch":
      return [{ type: "list", ordered: false, spread: false, children: children.filter((one) => one.type === "listItem") } as List];
    case "When":
      return [describeReaction(value, link, children, words)];
    case "Figure": {
      const image = { type: "image", url: absolute(value("src"), lowering), alt: value("alt"), title: null } as const;
      const caption: PhrasingContent[] = value("caption")
        ? [{ type: "break" }, { type: "emphasis", children: [text(value("caption"))] }]
        : [];
      return inline ? [image] : [paragraph(image, ...caption)];
    }
    case "KpiValue":
      return wrap([link(value("value"))], inline);
    case "DocLink":
      return wrap([link(value("title")), text(` — ${value("summary")}`)], inline);
    case "Formula":
      return wrap([link(value("title")), text(`${words.colon}${value("text")}`)], inline);
    case "summary":
      return [paragraph({ type: "strong", children: children as PhrasingContent[] })];
    case "br":
      return [{ type: "break" }];
    default:
      return children;
  }
}

function describeReaction(
  value: (name: string) => string,
  link: (label: string) => PhrasingContent,
  children: Nodes[],
  words: { outcome: string; colon: string },
): ListItem {
  const target = value("href") ? [text(" → "), link(value("title") || value("href"))] : [];
  const outcome = value("outcome") ? [text(` → ${words.outcome}${words.colon}${value("outcome")}`)] : [];
  const head = paragraph(strong(value("says")), ...target, ...outcome);
  return { type: "listItem", spread: false, children: [head, ...toBlocks(children)] };
}

/** A quotation that begins with a word for what it is: `> **Say:** Good morning.` */
function labelled(label: string, children: Nodes[], colon: string, inline: boolean): Nodes[] {
  const head: PhrasingContent[] = [strong(`${label}${colon.trimEnd()}`), text(" ")];
  if (inline) return [...head, ...children];
  const [first, ...rest] = toBlocks(children);
  const opening: BlockContent[] =
    first?.type === "paragraph" ? [paragraph(...head, ...first.children)] : [paragraph(...head), ...(first ? [first] : [])];
  return [{ type: "blockquote", children: [...opening, ...rest] } satisfies Blockquote];
}

/** Text that stands directly in a component is a paragraph of its own. */
function toBlocks(nodes: readonly Nodes[]): BlockContent[] {
  const blocks: BlockContent[] = [];
  let run: PhrasingContent[] = [];
  const flush = () => {
    if (run.some((one) => one.type !== "text" || one.value.trim() !== "")) blocks.push(paragraph(...run));
    run = [];
  };
  for (const node of nodes) {
    if (phrasing.has(node.type)) run.push(node as PhrasingContent);
    else {
      flush();
      blocks.push(node as BlockContent);
    }
  }
  flush();
  return blocks;
}

const phrasing = new Set([
  "text",
  "emphasis",
  "strong",
  "delete",
  "inlineCode",
  "link",
  "image",
  "break",
  "linkReference",
  "imageReference",
  "footnoteReference",
]);

function wrap(nodes: PhrasingContent[], inline: boolean): Nodes[] {
  return inline ? nodes : [paragraph(...nodes)];
}

function variable(written: string, { page }: Lowering): PhrasingContent {
  const name = written.trim();
  const known = Object.hasOwn(page.body.variables, name) ? page.body.variables[name] : undefined;
  return { type: "inlineCode", value: `{${known?.label ?? name}}` };
}

function resolveUrl(url: string, lowering: Lowering): string {
  return absolute(lowering.page.body.links[url] ?? url, lowering);
}

function absolute(url: string, { page }: Lowering): string {
  return isExternal(url) || url.startsWith("#") ? url : new URL(url, page.url).href;
}

const text = (value: string): Text => ({ type: "text", value });
const strong = (value: string): Strong => ({ type: "strong", children: [text(value)] });
const paragraph = (...children: PhrasingContent[]): Paragraph => ({ type: "paragraph", children });
