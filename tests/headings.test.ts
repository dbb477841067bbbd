import { rmSync } from "node:fs";
import { expect, test } from "vitest";
import { listHeadings } from "#components/headings.ts";
import { describeDocumentPage } from "#handbook/document-page.ts";
import { copyBase, readFolder, write } from "./content-folder.ts";

test.each([
  [
    "lists what is to be filled in where a text has no other heading",
    "variables:\n  sum: { label: the sum, example: ¥1 }",
    ["factVariables"],
  ],
  ["lists nothing where nothing is to be filled in", "variables: {}", []],
])("%s", (_what, variables, ids) => {
  const { folder, content } = copyBase();
  try {
    write(
      content,
      "en/terms/lead.mdx",
      `---\ntitle: Lead\nsummary: Someone who asked.\nowner: sales-rep\nreviewed: 2026-10-01\naudience: internal\ndefinition: One who asked.\n${variables}\n---\n\nText${ids.length > 0 ? " {sum}" : ""}.\n`,
    );
    const page = describeDocumentPage(readFolder(content), { page: "document", locale: "en", collection: "terms", id: "lead" });
    expect(listHeadings(page).map((one) => one.id)).toEqual(ids);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
