import { expect, test } from "vitest";
import { weighPage } from "../scripts/bench-weights.ts";
import { listPages, siteFolder } from "./built-site.ts";

const pages = listPages().filter(({ html }) => html.includes("</main>"));
const documents = pages.filter(({ html }) => html.includes('class="page page-document"'));
const kibibyte = 1024;

test("loads two files of styles before it paints, a third below the fold, and one of code, because each costs a request", () => {
  const counts = pages.map(({ html }) =>
    [html.split("</head>")[0]!, html.split("<main")[1]!]
      .map((part) => part.split('rel="stylesheet"').length - 1)
      .concat(html.split('<script type="module"').length - 1)
      .join(),
  );
  expect(documents.length).toBeGreaterThan(100);
  expect(counts.filter((one) => one !== "2,1,1" && one !== "1,1,1")).toEqual([]);
});

test("keeps every page of a document light after compression", () => {
  // All load the same files, and those with the longest text are the heaviest.
  const longest = documents.toSorted((a, b) => b.html.length - a.html.length).slice(0, 20);
  const weights = longest.map(({ file }) => weighPage(siteFolder, file.replace(/index\.html$/, "")));
  const most = (read: (weight: (typeof weights)[number]) => number) => Math.max(...weights.map(read)) / kibibyte;
  const [html, script, style] = [most((one) => one.html), most((one) => one.script), most((one) => one.style)];
  expect([html < 12, script > 1 && script < 8, style > 1 && style < 12], `${html}, ${script}, ${style} KiB`).toEqual([true, true, true]);
});

test("sends no white space between the items of a list or at the edges of its links", () => {
  const loose = documents.filter(({ html }) =>
    /<li>\s|\s<\/li>|<\/li>\s+<li|<ul[^>]*>\s/.test(html.replace(/<(?:div|quiz-set) class="text"[^]*?<\/article>/, "")),
  );
  expect(loose.map(({ file }) => file)).toEqual([]);
});
