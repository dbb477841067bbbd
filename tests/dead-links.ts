import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { parse } from "node-html-parser";
import { type BuiltPage, listPages, siteFolder } from "./built-site.ts";

const host = "https://handbook.example.com";

/** Every link, picture, style and script of a built site that leads nowhere, once. */
export function findDeadLinks(folder?: string): string[] {
  const pages = listPages(folder);
  const anchors = new Map(pages.map((page) => [page.file, listAnchors(page)]));
  const dead = pages.flatMap((page) =>
    listAddresses(page).flatMap(({ url, from }) => {
      const target = new URL(url, `${host}/${encodeURI(page.file.replace(/index\.html$/, ""))}`);
      if (target.origin !== host) return [];
      const file = findFile(decodeURI(target.pathname), folder);
      if (!file) return [`${page.file}: <${from}> ${url}`];
      const anchor = decodeURIComponent(target.hash.slice(1));
      return anchor && !anchors.get(file)?.has(anchor) ? [`${page.file}: ${url} has no such anchor`] : [];
    }),
  );
  return [...new Set(dead)];
}

/** All addresses of a page with the element that names them. */
export function listAddresses({ html }: BuiltPage): { url: string; from: string }[] {
  const root = parse(html);
  return [
    ...root.querySelectorAll("[href]").map((one) => ({
      url: one.getAttribute("href") ?? "",
      from: one.rawTagName === "link" ? `link:${one.getAttribute("rel")}` : one.rawTagName,
    })),
    ...root.querySelectorAll("[src]").map((one) => ({ url: one.getAttribute("src") ?? "", from: one.rawTagName })),
  ];
}

function listAnchors({ html }: BuiltPage): Set<string> {
  return new Set(
    parse(html)
      .querySelectorAll("[id]")
      .map((one) => one.getAttribute("id") ?? ""),
  );
}

function findFile(path: string, folder = siteFolder): string | undefined {
  const file = path.slice(1) + (path.endsWith("/") ? "index.html" : "");
  const full = join(folder, file);
  return existsSync(full) && statSync(full).isFile() ? file : undefined;
}
