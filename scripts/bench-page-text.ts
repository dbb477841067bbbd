import { type HTMLElement, NodeType, parse } from "node-html-parser";

/**
 * Writes what a part of a page says as Markdown, so that another generator has the same words to show: headings, paragraphs,
 * lists, tables and links. Controls, pictures that are drawn and what is hidden are left out.
 */
export function writePageText(html: string, selector: string, host: string): string {
  const root = parse(html).querySelector(selector);
  if (!root) throw new Error(`The page has no ${selector}.`);
  for (const one of root.querySelectorAll(leftOut)) one.remove();
  return writeBlocks(root, host).join("\n\n").concat("\n");
}

const leftOut =
  "h1, script, style, template, noscript, svg, form, button, select, fieldset, input, label, output, [hidden], last-read, site-search, edition-bar";

/** The blocks in an element; words that lie between them make a paragraph. */
function writeBlocks(element: HTMLElement, host: string): string[] {
  const blocks: string[] = [];
  let line = "";
  const endLine = () => {
    if (line.trim()) blocks.push(tidy(line));
    line = "";
  };
  for (const child of element.childNodes) {
    if (child.nodeType === NodeType.TEXT_NODE) line += escape(child.text);
    if (child.nodeType !== NodeType.ELEMENT_NODE) continue;
    const one = child as HTMLElement;
    if (!holdsBlock(one)) {
      line += writeInline(one, host);
      continue;
    }
    endLine();
    blocks.push(...writeBlock(one, host));
  }
  endLine();
  return blocks;
}

function writeBlock(element: HTMLElement, host: string): string[] {
  const name = element.rawTagName.toLowerCase();
  const inline = () => tidy(writeInlines(element, host));
  const heading = /^h([2-6])$/.exec(name);
  if (heading) return [`${"#".repeat(Number(heading[1]))} ${inline()}`];
  switch (name) {
    case "p":
    case "summary":
      return inline() ? [inline()] : [];
    case "ul":
    case "ol":
      return [writeItems(childrenOf(element), name === "ol", host)];
    case "dl":
      return [writeItems(element.querySelectorAll("dt").map(joinTerm), false, host)];
    case "table":
      return [writeTable(element, host)];
    case "pre":
      return [`\`\`\`\n${element.text.trimEnd()}\n\`\`\``];
    case "blockquote":
      return [indent(writeBlocks(element, host).join("\n\n"), "> ", "> ")];
    default:
      return writeBlocks(element, host);
  }
}

function writeItems(items: readonly HTMLElement[], numbered: boolean, host: string): string {
  return items
    .map((item, index) => {
      const mark = numbered ? `${index + 1}. ` : "- ";
      return indent(writeBlocks(item, host).join("\n\n"), mark, " ".repeat(mark.length));
    })
    .join("\n");
}

/** A term with what is said of it as one item, in one line where that can be. */
function joinTerm(term: HTMLElement): HTMLElement {
  const said: HTMLElement[] = [];
  for (let one = term.nextElementSibling; one && one.rawTagName === "dd"; one = one.nextElementSibling) said.push(one);
  const name = `<strong>${term.innerHTML}</strong>`;
  const long = said.some((one) => childrenOf(one).some(holdsBlock));
  const all = said.map((one) => (long ? `<div>${one.innerHTML}</div>` : one.innerHTML));
  return parse(`<div>${long ? `<p>${name}</p>${all.join("")}` : `${name}: ${all.join(", ")}`}</div>`).firstElementChild!;
}

function writeTable(table: HTMLElement, host: string): string {
  const cells = table
    .querySelectorAll("tr")
    .map((row) => childrenOf(row).map((cell) => tidy(writeInlines(cell, host)).replaceAll("|", "\\|")));
  const width = Math.max(...cells.map((row) => row.length));
  const write = (row: readonly string[]) => `| ${Array.from({ length: width }, (_, index) => row[index] ?? "").join(" | ")} |`;
  const [head = [], ...rows] = cells;
  return [write(head), write(Array.from({ length: width }, () => "---")), ...rows.map(write)].join("\n");
}

function writeInlines(element: HTMLElement, host: string): string {
  return element.childNodes
    .map((child) => (child.nodeType === NodeType.ELEMENT_NODE ? writeInline(child as HTMLElement, host) : escape(child.text)))
    .join("");
}

function writeInline(element: HTMLElement, host: string): string {
  const text = writeInlines(element, host);
  const inner = tidy(text);
  const around = (written: string) => text.replace(text.trim(), () => written);
  switch (element.rawTagName.toLowerCase()) {
    case "a": {
      const target = element.getAttribute("href") ?? "";
      return inner ? around(`[${inner}](${target.startsWith("/") ? host + target : target})`) : "";
    }
    case "strong":
    case "b":
      return inner ? around(`**${inner}**`) : "";
    case "em":
    case "i":
      return inner ? around(`*${inner}*`) : "";
    case "code":
      return `\`${element.text}\``;
    case "br":
      return " ";
    default:
      return blocks.has(element.rawTagName.toLowerCase()) ? ` ${text} ` : text;
  }
}

const blocks = new Set(
  "address article aside blockquote dd details div dl dt figcaption figure footer h2 h3 h4 h5 h6 header hr li nav ol p pre section summary table ul".split(
    " ",
  ),
);

function holdsBlock(element: HTMLElement): boolean {
  return blocks.has(element.rawTagName.toLowerCase()) || childrenOf(element).some(holdsBlock);
}

function childrenOf(element: HTMLElement): HTMLElement[] {
  return element.childNodes.filter((one) => one.nodeType === NodeType.ELEMENT_NODE) as HTMLElement[];
}

function indent(text: string, first: string, rest: string): string {
  return first + text.replaceAll(/\n(?!\n|$)/g, `\n${rest}`);
}

function tidy(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Characters that would mean something in Markdown. */
function escape(text: string): string {
  return text.replace(/[\\`*_[\]~]/g, "\\$&");
}
