import { rmSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { describeDocumentPage } from "#handbook/document-page.ts";
import { copyBase, readFolder, write } from "./content-folder.ts";

let folder: string;
let content: string;

beforeEach(() => {
  ({ folder, content } = copyBase());
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const role = { page: "document", locale: "en", collection: "roles", id: "sales-rep" } as const;

function writeGuides(count: number, fields: string): void {
  for (let number = 1; number <= count; number++) {
    const id = `made-${String(number).padStart(4, "0")}`;
    const text = `---\ntitle: Guide ${number}\nsummary: One of many.\nreviewed: 2026-11-01\naudience: internal\nkind: how-to\n${fields}\n---\n\nText.\n`;
    write(content, `en/guides/${id}.mdx`, text);
  }
}

const describe = () => describeDocumentPage(readFolder(content), role);

test("lists what a role should read once, and leads to the index for the rest", () => {
  writeGuides(500, "owner: sales-rep\nroles: [sales-rep]");
  const { reading, backlinks } = describe();
  const guides = reading.find((one) => one.collection === "guides");
  expect([guides?.cards.length, guides?.more?.path]).toEqual([20, "/guides/?role=sales-rep"]);
  expect(guides?.more?.count).toBeGreaterThanOrEqual(480);
  expect(backlinks.flatMap(({ cards }) => cards).filter(({ title }) => title.startsWith("Guide "))).toEqual([]);
});

test("keeps the page of a role that many documents name from growing with them", () => {
  writeGuides(500, "owner: sales-rep");
  const group = describe().backlinks.find((one) => one.collection === "guides");
  expect([group?.cards.length, group?.more?.path]).toEqual([20, "/guides/?role=sales-rep"]);
});

test("leaves out no single document", () => {
  const before = describe().backlinks.find((one) => one.collection === "guides")?.cards.length ?? 0;
  writeGuides(21 - before, "owner: sales-rep");
  const group = describe().backlinks.find((one) => one.collection === "guides");
  expect([group?.cards.length, group?.more]).toEqual([21, undefined]);
});
