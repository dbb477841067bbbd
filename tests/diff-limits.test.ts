import { describe, expect, it, vi } from "vitest";
import { blameBlocks } from "#diff/blame.ts";
import { diffArticles } from "#diff/difference.ts";
import { mergeArticle } from "#diff/merge.ts";
import { summarizeChanges } from "#diff/summary.ts";
import { takeAfter, takeBefore } from "./fixtures/diff/undo.ts";
import { normalize } from "./fixtures/diff/normalize.ts";
import { readPage, wording } from "./fixtures/diff/page.ts";
import { makeRandom } from "./fixtures/diff/random.ts";

vi.setConfig({ testTimeout: 120_000 });

const random = makeRandom(1);
const words = (count: number, different = 2000) => random.list(count, () => `w${random.below(different).toString(36)}`).join(" ");
const paragraphs = (count: number) => random.list(count, () => `<p>${words(50)}</p>`).join("");
const items = (count: number, write: (index: number) => string) =>
  `<ul>${random.list(count, (index) => `<li>${write(index)}</li>`).join("")}</ul>`;
const table = (rows: number, columns: number, write: (row: number, column: number) => string) =>
  `<table>${random.list(rows, (row) => `<tr>${random.list(columns, (column) => `<td>${write(row, column)}</td>`).join("")}</tr>`).join("")}</table>`;
const nest = (open: string, text: string) => `${open.repeat(1000)}${text}`;

const long = paragraphs(1000);
const giant = words(50_000);
const extremes: [name: string, before: string, after: string][] = [
  ["nothing and 50,000 words", "", long],
  ["50,000 words and nothing", long, ""],
  ["50,000 words and as many others", long, paragraphs(1000)],
  [
    "a thousand paragraphs and the same in reverse",
    long,
    long
      .split(/(?<=<\/p>)/)
      .reverse()
      .join(""),
  ],
  [
    "one paragraph of 50,000 words and one with other words here and there",
    `<p>${giant}</p>`,
    `<p>${giant.replace(/w(.)z\b/g, "q$1")}</p>`,
  ],
  ["one paragraph of 50,000 words and one of as many others", `<p>${giant}</p>`, `<p>${words(50_000)}</p>`],
  ["one paragraph of 50,000 words of a small vocabulary and another one", `<p>${words(50_000, 50)}</p>`, `<p>${words(50_000, 50)}</p>`],
  [
    "one Chinese paragraph of 50,000 characters",
    `<p>${"报价方案在演示后发出，".repeat(5000)}</p>`,
    `<p>${"报价方案在演示前发出，".repeat(5000)}</p>`,
  ],
  ["one word of a million letters", `<p>${"x".repeat(1_000_000)}</p>`, `<p>${"x".repeat(1_000_001)}</p>`],
  ["5,000 items of which each changed", items(5000, (index) => `Item ${index} is old`), items(5000, (index) => `Item ${index} is new`)],
  ["5,000 equal items and 5,000 equal others", items(5000, () => "Item of old"), items(5000, () => "Item of new")],
  ["5,000 items of the same few words", items(5000, () => words(6, 20)), items(5000, () => words(6, 20))],
  ["5,000 equal paragraphs and 7,000", "<p>Same text.</p>".repeat(5000), `<p>New.</p>${"<p>Same text.</p>".repeat(7000)}`],
  [
    "a table of 20,000 cells",
    table(1000, 20, (row, column) => `c${row} ${column}`),
    table(1000, 21, (row, column) => `c${row} ${column - 1}`),
  ],
  ["frames within frames", nest("<div>", "old text"), nest("<div>", "new text")],
  ["lists within lists", nest("<ul><li>one", "old"), nest("<ul><li>one", "new")],
  ["emphasis within emphasis", nest("<em>", "old text"), nest("<em>", "new text")],
];

describe("the difference of extremes", () => {
  it.each(extremes)("is found in a few seconds: %s", (_, before, after) => {
    const [old, now] = [readPage(before), readPage(after)];
    const started = process.cpuUsage().user;
    const changes = diffArticles(old, now);
    const merged = mergeArticle(changes, wording);
    summarizeChanges(changes);
    expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(5);
    expect(normalize(takeAfter(merged)) === normalize(now)).toBe(true);
    expect(normalize(takeBefore(merged)) === normalize(old)).toBe(true);
  });

  it("is blamed in a few seconds over many revisions", () => {
    const revisions = random.list(200, (revision) =>
      random.list(2000, (index) => (index % 200 === revision ? `new ${index}` : `${index % 50}`)),
    );
    expect(blameBlocks(revisions)).toHaveLength(2000);
  });
});

describe("the difference of two articles of 600 words with five changed blocks", () => {
  it("takes less than 3 ms", () => {
    const blocks = random.list(24, (index) =>
      index % 4 === 0 ? `<h2>${words(4)}</h2>` : index % 4 === 1 ? items(4, () => words(8)) : `<p>${words(30)}</p>`,
    );
    const changed = blocks.map((block, index) => (index % 5 === 1 ? block.replace(/w\w+/, "other") : block));
    const [before, after] = [readPage(blocks.join("")), readPage(changed.join(""))];
    const rounds = random.list(20, () => {
      const started = process.cpuUsage().user;
      for (let times = 0; times < 20; times++)
        summarizeChanges(diffArticles(before, after)) && mergeArticle(diffArticles(before, after), wording);
      return (process.cpuUsage().user - started) / 20_000;
    });
    expect(Math.min(...rounds)).toBeLessThan(3);
  });
});
