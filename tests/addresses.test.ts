import { expect, test } from "vitest";
import {
  absoluteUrl,
  filePath,
  markdownFile,
  markdownPath,
  outputFile,
  type PageAddress,
  pathOf,
  picturePath,
  redirectFile,
  routeParameters,
} from "#handbook/addresses.ts";
import { type Settings, settings as schema } from "#model/settings.ts";

const settings = makeSettings("/");
const below = makeSettings("/sales/");

test.each<[PageAddress, path: string, file: string]>([
  [{ page: "home", locale: "zh-CN" }, "/", "index.html"],
  [{ page: "home", locale: "en" }, "/en/", "en/index.html"],
  [{ page: "search", locale: "en" }, "/en/search/", "en/search/index.html"],
  [{ page: "collection", locale: "zh-CN", collection: "kpis" }, "/kpis/", "kpis/index.html"],
  [{ page: "document", locale: "en", collection: "scripts", id: "cold-call" }, "/en/scripts/cold-call/", "en/scripts/cold-call/index.html"],
  [
    { page: "document", locale: "zh-CN", collection: "guides", id: "报价-二" },
    "/guides/%E6%8A%A5%E4%BB%B7-%E4%BA%8C/",
    "guides/报价-二/index.html",
  ],
  [
    { page: "history", locale: "en", collection: "kpis", id: "win-rate" },
    "/en/kpis/win-rate/history/",
    "en/kpis/win-rate/history/index.html",
  ],
  [
    { page: "revision", locale: "zh-CN", collection: "kpis", id: "win-rate", revision: 2 },
    "/kpis/win-rate/r2/",
    "kpis/win-rate/r2/index.html",
  ],
])("gives %o a path and a file", (address, path, file) => {
  expect(pathOf(settings, address)).toBe(path);
  expect(pathOf(below, address)).toBe(`/sales${path}`);
  expect(outputFile(settings, address)).toBe(file);
  expect(outputFile(below, address)).toBe(file);
});

test("gives the default language no prefix in routes", () => {
  expect(routeParameters(settings, { page: "revision", locale: "en", collection: "guides", id: "a", revision: 2 })).toEqual({
    locale: "en",
    collection: "guides",
    id: "a",
    revision: "r2",
  });
  expect(routeParameters(settings, { page: "document", locale: "zh-CN", collection: "guides", id: "报价" })).toEqual({
    locale: undefined,
    collection: "guides",
    id: "报价",
  });
  expect(routeParameters(settings, { page: "collection", locale: "en", collection: "guides" })).toEqual({
    locale: "en",
    collection: "guides",
  });
  expect(routeParameters(settings, { page: "home", locale: "en" })).toEqual({ locale: "en" });
});

test("puts the Markdown copy of a document at its address with .md", () => {
  const address = { locale: "en", collection: "guides", id: "报价" } as const;
  expect(markdownPath(below, address)).toBe("/sales/en/guides/%E6%8A%A5%E4%BB%B7.md");
  expect(markdownFile(below, address)).toBe("en/guides/报价.md");
});

test("puts files of the whole site and of each language where they belong", () => {
  expect(filePath(below, "handbook.json")).toBe("/sales/handbook.json");
  expect(filePath(below, "feed.xml", "zh-CN")).toBe("/sales/feed.xml");
  expect(filePath(below, "feed.xml", "en")).toBe("/sales/en/feed.xml");
  expect(picturePath(below, { file: "en/guides/计划.png", name: "计划.0f.png", width: 1, height: 1 })).toBe(
    "/sales/media/%E8%AE%A1%E5%88%92.0f.png",
  );
});

test("makes whole web addresses", () => {
  expect(absoluteUrl(below, "/sales/en/")).toBe("https://acorn.example/sales/en/");
});

test.each([
  ["/old/", "old/index.html"],
  ["/old", "old/index.html"],
  ["/old/page.html", "old/page.html"],
  ["/sales/旧/", "旧/index.html"],
  ["/", "index.html"],
])("leads from %s with a file of its own", (from, file) => {
  expect(redirectFile(below, from)).toBe(file);
});

function makeSettings(base: string): Settings {
  return schema.parse({
    title: { "zh-CN": "橡果销售手册", en: "Acorn Sales Handbook" },
    url: "https://acorn.example",
    base,
    locales: ["zh-CN", "en"],
    audiences: ["public", "internal"],
    audience: "internal",
  });
}
