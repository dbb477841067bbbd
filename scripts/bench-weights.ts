import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { parse } from "node-html-parser";
import { listMarkdownCopies } from "./bench-site.ts";

/** What a browser loads for a page before its reader opens search, in bytes after gzip. */
export interface Weight {
  /** Path in the site, such as `en/stages/demo/`. */
  page: string;
  html: number;
  script: number;
  style: number;
}

/** Weighs the page at `usual` and the largest page of a document. */
export function weighPages(site: string, usual: string): Weight[] {
  const pages = listMarkdownCopies(site).map((one) => one.replace(/\.md$/, "/"));
  const size = (page: string) => statSync(join(site, page, "index.html")).size;
  const largest = pages.reduce((most, one) => (size(one) > size(most) ? one : most), usual);
  return [...new Set([usual, largest])].map((page) => weighPage(site, page));
}

/** Weighs the page at a path such as `en/stages/demo/`. */
export function weighPage(site: string, page: string): Weight {
  const html = readFileSync(join(site, page, "index.html"), "utf8");
  const root = parse(html);
  const files = (selector: string, attribute: string) =>
    root.querySelectorAll(selector).flatMap((one) => resolveFile(one.getAttribute(attribute) ?? "", `/${page}`, site));
  const scripts = followImports([...files("script[src]", "src"), ...files("link[rel=modulepreload]", "href")], site);
  const weigh = (list: Iterable<string>) =>
    [...new Set(list)].reduce((sum, one) => sum + gzipSync(readFileSync(join(site, one))).length, 0);
  return { page, html: gzipSync(html).length, script: weigh(scripts), style: weigh(files("link[rel=stylesheet]", "href")) };
}

/** A module brings those it imports; those of `import()` wait until they are needed. */
function followImports(files: readonly string[], site: string): Set<string> {
  const all = new Set(files);
  for (const file of all) {
    const text = readFileSync(join(site, file), "utf8");
    for (const [, from = ""] of text.matchAll(staticImport)) for (const one of resolveFile(from, `/${file}`, site)) all.add(one);
  }
  return all;
}

const staticImport = /\b(?:import|export)\s*(?:[\w$*{}\s,]+?\bfrom\s*)?["']([^"']+\.js)["']/g;

/** The file of the site that an address leads to, if it is one. */
function resolveFile(address: string, from: string, site: string): string[] {
  const host = "https://site.invalid";
  const url = new URL(address, host + from);
  const file = decodeURIComponent(url.pathname).slice(1);
  return url.origin === host && file && existsSync(join(site, file)) ? [file] : [];
}
