import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { type CollectionName, type Locale, localeNames } from "#model/fields.ts";
import { listMarkdownCopies } from "./bench-site.ts";

/** The Markdown copy of one document, taken apart for other generators. */
export interface Copy {
  /** Its path without `.md`, such as `en/stages/demo`. */
  stem: string;
  locale: Locale;
  collection: CollectionName;
  id: string;
  title: string;
  /** Without the heading that says the title. */
  body: string;
  /** The address that all pages of its site begin with. */
  base: string;
}

export function readCopies(site: string): Copy[] {
  return listMarkdownCopies(site).map((file) => readCopy(file, readFileSync(join(site, file), "utf8")));
}

function readCopy(file: string, text: string): Copy {
  const [, frontmatter = "", body = ""] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? [];
  const { title, url, lang } = parse(frontmatter) as { title?: string; url?: string; lang?: string };
  const locale = localeNames.find((one) => one === lang);
  if (!title || !url || !locale) throw new Error(`The Markdown copy ${file} has no title, url or lang in its frontmatter.`);
  const stem = file.replace(/\.md$/, "");
  const [id = "", collection] = stem.split("/").reverse();
  return {
    stem,
    locale,
    collection: collection as CollectionName,
    id,
    title,
    body: body.replace(/^\s*# .*\n/, ""),
    base: url.slice(0, -(encodeURI(stem).length + 1)),
  };
}

/** The text with links to other pages as `pathOf` writes them for another generator. */
export function relink(copy: Pick<Copy, "base" | "body">, stems: ReadonlySet<string>, pathOf: (stem: string) => string): string {
  const link = new RegExp(String.raw`\]\(${RegExp.escape(copy.base)}([^)#\s]*?)/?(#[^)\s]*)?\)`, "g");
  return copy.body.replace(link, (_, path: string, anchor = "") => {
    const stem = decodeURI(path);
    return `](${stems.has(stem) ? pathOf(stem) : `/${path}/`}${anchor})`;
  });
}

/** Markdown as MDX that means the same: https://mdxjs.com/docs/what-is-mdx/#markdown */
export function escapeMdx(markdown: string): string {
  return markdown.replace(parts, (part, _fence, _ticks, comment?: string, target?: string, keyword?: string, sign?: string) => {
    if (comment) return "{/* */}";
    if (target) return `[${target}](${target.includes(":") ? target : `mailto:${target}`})`;
    if (keyword) return `&#${keyword.charCodeAt(0)};${keyword.slice(1)}`;
    return sign ? `\\${sign}` : part;
  });
}

/** What MDX reads in another way, after what it leaves alone: fenced code, code in a line, escaped characters. */
const parts = new RegExp(
  [
    String.raw`^[\t >]*(\`{3,}|~{3,}).*\n[^]*?^[\t >]*\1[\`~]*[\t ]*$`,
    String.raw`(?<!\`)(\`+)(?!\`)[^]*?(?<!\`)\2(?!\`)`,
    String.raw`\\.`,
    "(<!--[^]*?-->)",
    String.raw`<([a-z][a-z0-9+.-]*:[^\s<>]*|[^\s<>@]+@[^\s<>]+)>`,
    String.raw`^((?:im|ex)port)\b`,
    "([{}<])",
  ].join("|"),
  "gim",
);
