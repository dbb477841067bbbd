import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pinyin } from "pinyin-pro";
import { afterEach, beforeEach, expect, test } from "vitest";
import { describeCollectionPage } from "#handbook/collection-page.ts";
import { describeDocumentPage } from "#handbook/document-page.ts";
import { findLetter } from "#handbook/order.ts";
import type { CollectionName } from "#model/fields.ts";
import { copyBase, readFolder, write } from "./content-folder.ts";

let folder: string;
let content: string;

beforeEach(() => {
  ({ folder, content } = copyBase());
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("leads on from script to script as the process goes, and from term to term by title, as the indexes list them", () => {
  copy("scripts/cold-call", "scripts/a-last-call", ["stage: lead", "stage: closing"], ["title: Cold call", "title: A last call"]);
  copy("scripts/cold-call", "scripts/b-demo", ["stage: lead", "stage: demo"], ["title: Cold call", "title: B demo"]);
  copy("terms/lead", "terms/a-quota", ["title: Lead", "title: Quota"]);
  copy("terms/lead", "terms/z-account", ["title: Lead", "title: Account"]);
  expect(["scripts", "terms"].map((one) => listIndex(one as CollectionName))).toEqual([
    ["cold-call", "b-demo", "a-last-call"],
    ["z-account", "lead", "a-quota"],
  ]);
  expect([follow("scripts", "cold-call"), follow("terms", "z-account")]).toEqual([
    ["cold-call", "b-demo", "a-last-call"],
    ["z-account", "lead", "a-quota"],
  ]);
});

test("lists the newest release first, and leads from each to the one that came after it", () => {
  for (const [id, date] of [
    ["a", "2026-03-01"],
    ["b", "2026-01-01"],
    ["c", "2026-02-01"],
  ]) {
    const fields = [`title: ${id}`, "summary: S", "owner: sales-rep", "reviewed: 2026-10-01", "audience: internal", `date: ${date}`];
    const rest = [`effective: ${date}`, "tier: 3", "roles: [sales-rep]", "doDifferently: D", "why: W", "action: read"];
    write(content, `en/releases/${id}.mdx`, `---\n${[...fields, ...rest].join("\n")}\n---\n`);
  }
  expect([listIndex("releases"), follow("releases", "b")]).toEqual([
    ["a", "c", "b"],
    ["b", "c", "a"],
  ]);
});

function copy(from: string, to: string, ...changes: [string, string][]): void {
  const text = readFileSync(join(content, `en/${from}.mdx`), "utf8");
  write(
    content,
    `en/${to}.mdx`,
    changes.reduce((all, [old, fresh]) => all.replace(old, fresh), text),
  );
}

function listIndex(collection: CollectionName): string[] {
  return describeCollectionPage(readFolder(content), { page: "collection", locale: "en", collection }).entries.map((one) => one.id);
}

/** The ids that one comes by from a document by its "Next". */
function follow(collection: CollectionName, id: string | undefined): string[] {
  const handbook = readFolder(content);
  const ids: string[] = [];
  while (id) {
    ids.push(id);
    const page = describeDocumentPage(handbook, { page: "document", locale: "en", collection, id });
    expect(page.previous?.id).toBe(ids.at(-2));
    id = page.next?.id;
  }
  return ids;
}

test("finds a letter by which each common Chinese character is read", () => {
  const decoder = new TextDecoder("gb18030");
  const wrong: string[] = [];
  // The 3,755 characters of the first level of GB 2312.
  for (let high = 0xb0; high <= 0xd7; high++)
    for (let low = 0xa1; low <= (high === 0xd7 ? 0xf9 : 0xfe); low++) {
      const character = decoder.decode(new Uint8Array([high, low]));
      const readings = pinyin(character, { multiple: true, toneType: "none", type: "array" }).map((one) => one[0]?.toUpperCase());
      if (!readings.includes(findLetter(character, "zh-CN"))) wrong.push(character);
    }
  expect(wrong).toEqual([]);
});
