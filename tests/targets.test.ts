import { parse } from "node-html-parser";
import { expect, test } from "vitest";
import { listPages } from "./built-site.ts";

const pages = new Map(listPages().map(({ file, html }) => [file, html]));

test("says of a target what it is counted for, in the list of KPIs and on the page of its own", () => {
  const read = (file: string, selector: string) =>
    parse(pages.get(file) ?? "")
      .querySelector(selector)
      ?.text.trim();
  expect([
    read("en/kpis/index.html", "li:has(a[href$='/activity-volume/']) .entry-mark"),
    read("kpis/index.html", "li:has(a[href$='/activity-volume/']) .entry-mark"),
    read("en/kpis/activity-volume/index.html", ".targets .soft"),
    read("kpis/activity-volume/index.html", ".targets .soft"),
  ]).toEqual([
    "Target 25 per rep and week",
    "目标 每人每周 25",
    "per rep and week · From 1 January 2026 · Best within a range",
    "每人每周 · 2026年1月1日起 · 在区间内最好",
  ]);
});
