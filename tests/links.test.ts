import { parse } from "node-html-parser";
import { expect, test } from "vitest";
import { listPages } from "./built-site.ts";
import { findDeadLinks, listAddresses } from "./dead-links.ts";

test("leads every link, picture, style and script of the site somewhere", () => {
  expect(findDeadLinks()).toEqual([]);
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
