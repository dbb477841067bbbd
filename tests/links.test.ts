import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { parse } from "node-html-parser";
import { expect, test } from "vitest";
import { type BuiltPage, listPages, siteFolder } from "./built-site.ts";

const host = "https://handbook.example.com";

test("leads every link, picture, style and script of the site somewhere", () => {
  const pages = listPages();
  const anchors = new Map(pages.map((page) => [page.file, listAnchors(page)]));
  const dead = pages.flatMap((page) =>
    listAddresses(page).flatMap(({ url, from }) => {
      const target = new URL(url, `${host}/${encodeURI(page.file.replace(/index\.html$/, ""))}`);
      if (target.origin !== host) return [];
      const file = findFile(decodeURI(target.pathname));
      if (!file) return [`${page.file}: <${from}> ${url}`];
      const anchor = decodeURIComponent(target.hash.slice(1));
      return anchor && !anchors.get(file)?.has(anchor) ? [`${page.file}: ${url} has no such anchor`] : [];
    }),
  );
  expect([...new Set(dead)]).toEqual([]);
});

test("asks nothing of other hosts", () => {
  const foreign = listPages().flatMap((page) =>
    listAddresses(page)
      .filter(({ from, url }) => from !== "a" && from !== "link:canonical" && from !== "link:alternate" && /^(?:https?:)?\/\//.test(url))
      .map(({ url }) => `${page.file}: ${url}`),
  );
  expect(foreign).toEqual([]);
});

test("holds no inline style or script, which its content policy would refuse", () => {
  const inline = listPages().flatMap(({ file, html }) => {
    const root = parse(html);
    const scripts = root.querySelectorAll("script:not([src]):not([type='application/json'])").length;
    return scripts + root.querySelectorAll("[style], style").length > 0 ? [file] : [];
  });
  expect(inline).toEqual([]);
});

function listAddresses({ html }: BuiltPage): { url: string; from: string }[] {
  const root = parse(html);
  return [
    ...root.querySelectorAll("[href]").map((one) => ({ url: one.getAttribute("href") ?? "", from: one.rawTagName === "link" ? `link:${one.getAttribute("rel")}` : one.rawTagName })),
    ...root.querySelectorAll("[src]").map((one) => ({ url: one.getAttribute("src") ?? "", from: one.rawTagName })),
  ];
}

function listAnchors({ html }: BuiltPage): Set<string> {
  return new Set(parse(html).querySelectorAll("[id]").map((one) => one.getAttribute("id") ?? ""));
}

function findFile(path: string): string | undefined {
  const file = path.slice(1) + (path.endsWith("/") ? "index.html" : "");
  const full = join(siteFolder, file);
  return existsSync(full) && statSync(full).isFile() ? file : undefined;
}
