import { rmSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { listNewest } from "#handbook/changes-page.ts";
import { describeDocumentPage, listDocumentPages } from "#handbook/document-page.ts";
import { readOldFacts, readOldFields } from "#handbook/old-facts.ts";
import { buildHandbook, type Handbook } from "#handbook/handbook.ts";
import { planPages } from "#handbook/plan.ts";
import type { Settings } from "#model/settings.ts";
import { gateContent, mayRead } from "#source/audience.ts";
import { readContent } from "#source/content.ts";
import { noMemory } from "#source/memory.ts";
import { copyBase, write } from "./content-folder.ts";

let folder: string;
let content: string;

beforeEach(() => {
  ({ folder, content } = copyBase());
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ["public", "public", true],
  ["public", "partner", false],
  ["public", "internal", false],
  ["partner", "public", true],
  ["partner", "partner", true],
  ["partner", "internal", false],
  ["internal", "internal", true],
  ["internal", "nobody", false],
  ["nobody", "public", false],
])("lets readers of %s see what is meant for %s: %s", (audience, target, readable) => {
  expect(mayRead({ audiences: ["public", "partner", "internal"] } as Settings, audience, target)).toBe(readable);
});

test("keeps back documents for a more restricted audience, those without one, and drafts", () => {
  writeGuide("open", "audience: public");
  writeGuide("closed", "audience: internal");
  writeGuide("unsaid", "");
  writeGuide("begun", "audience: public\ndraft: true");
  const { documents, withheld } = read("public");
  expect(documents.map((one) => one.file)).toEqual(["en/guides/open.mdx"]);
  expect([...withheld].filter(([key]) => key.startsWith("en/guides/"))).toEqual([
    ["en/guides/begun", "draft"],
    ["en/guides/closed", "internal"],
    ["en/guides/pricing", "internal"],
    ["en/guides/unsaid", "internal"],
  ]);
});

test("shows drafts where they are asked for, but none that the audience may not see", () => {
  writeGuide("begun", "audience: public\ndraft: true");
  writeGuide("closed", "audience: internal\ndraft: true");
  const content_ = readContent(content);
  if (!("settings" in content_)) throw new Error("The settings can't be read.");
  expect(gateContent(content_, "public", { drafts: true }).documents.map((one) => one.file)).toEqual(["en/guides/begun.mdx"]);
});

test("holds nothing of a restricted document but its id", () => {
  const secret = "Whisper";
  const fields = [
    `title: ${secret} title`,
    `summary: ${secret} summary.`,
    "owner: sales-rep",
    "reviewed: 2026-10-01",
    "audience: internal",
    "kind: how-to",
  ];
  fields.push(
    `aliases: [${secret} alias]`,
    `tags: [${secret}-tag]`,
    `redirectFrom: [/${secret}/]`,
    `variables: { ${secret}: { label: ${secret}, example: ${secret} } }`,
  );
  const picture = `${secret.toLowerCase()}.svg`;
  write(content, `en/guides/${picture}`, '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1" />');
  write(
    content,
    "en/guides/closed.mdx",
    `---\n${fields.join("\n")}\n---\n\n## ${secret} heading\n\n{${secret}} ![${secret} alt](${picture}) [${secret} link](pricing.mdx)\n`,
  );
  writeGuide("open", "audience: public", 'See [it](closed.mdx) and <DocLink to="closed.mdx" />.');

  const handbook = read("public", ["en/guides/closed.mdx", "en/guides/open.mdx"]);
  const pages = listDocumentPages(handbook).map((address) => describeDocumentPage(handbook, address));
  expect(handbook.documents.map((one) => one.file)).toEqual(["en/guides/open.mdx"]);
  expect(listNewest(handbook, "en", 5).changes.map((one) => one.document.file)).toEqual(["en/guides/open.mdx"]);
  expect(
    planPages(handbook)
      .filter((one) => one.page === "document")
      .map((one) => one.id),
  ).toEqual(["open", "open"]);
  expect(pages.map((page) => page.body.links)).toEqual([{}, {}]);
  for (const text of [...listTexts(handbook), ...listTexts(pages)]) expect(text.toLowerCase()).not.toContain(secret.toLowerCase());

  // The same with all that is there, so that the test would notice.
  const whole = listTexts(read("internal")).filter((text) => text.toLowerCase().includes(secret.toLowerCase()));
  expect(whole.length).toBeGreaterThan(10);
});

function writeGuide(id: string, field: string, body = "Name the price once."): void {
  write(
    content,
    `en/guides/${id}.mdx`,
    `---\ntitle: Open\nsummary: What we say.\nowner: sales-rep\nreviewed: 2026-10-01\nkind: how-to\n${field}\n---\n\n${body}\n`,
  );
}

function read(audience: string, changed: string[] = []): Handbook {
  const read = readContent(content);
  if (!("settings" in read)) throw new Error("The settings can't be read.");
  const change = { number: 1, kind: "added" as const, date: "2026-10-01T00:00:00.000Z", subject: "Add it" };
  const text = { blob: "1", file: "", collection: "guides" as const, source: () => "" };
  const plain = {
    commit: "1",
    order: 0,
    author: undefined,
    approvals: [],
    request: undefined,
    blob: "1",
    source: text.source,
    fields: () => readOldFields(text, noMemory),
    facts: () => readOldFacts(text, noMemory),
  };
  const history = changed.map((file) => [file, { revisions: [{ ...change, ...plain, file }], newest: 1, cut: false }] as const);
  return buildHandbook(gateContent(read, audience), new Map(history));
}

/** Every text that can be reached from a value, names of fields included. */
function listTexts(value: unknown, seen = new Set<unknown>()): string[] {
  if (typeof value === "string") return [value];
  if (value === null || typeof value !== "object" || seen.has(value)) return [];
  seen.add(value);
  const inner = value instanceof Map ? [...value].flat() : value instanceof Set ? [...value] : Object.entries(value).flat();
  return inner.flatMap((one) => listTexts(one, seen));
}
