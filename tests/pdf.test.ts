import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { extractText, getDocumentProxy } from "unpdf";
import { expect, test } from "vitest";
import { project, run } from "./command.ts";

test("prints an onboarding path with what it reads, each document on the page that the contents name", async () => {
  const folder = mkdtempSync(join(tmpdir(), "sopbook-"));
  const out = join(folder, "path.pdf");
  const { status, stderr } = run("pdf", [
    "--content",
    join(project, "tests/fixtures/base"),
    "--document",
    "paths/onboarding",
    "--out",
    out,
  ]);
  expect([status, stderr.includes("fault")]).toEqual([0, false]);
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(readFileSync(out))));
  rmSync(folder, { recursive: true, force: true });
  expect(text[0]).toContain("Who may read it: Internal");
  const contents = text.findIndex((page) => page.startsWith("Contents"));
  const entries = [...(text[contents] ?? "").matchAll(/^(.+?)\s*\n?\s*(\d+)$/gm)].map(([, title = "", number]) => ({
    title: title.trim(),
    page: Number(number),
  }));
  const wrong = entries.filter(({ title, page }) => !title.includes("/") && !text[page - 1]?.includes(title));
  expect(entries.length).toBeGreaterThan(1);
  expect(wrong).toEqual([]);
});

test("says so when there is no such document", () => {
  const { status, stderr } = run("pdf", ["--content", join(project, "tests/fixtures/base"), "--document", "stages/no-such"]);
  expect(status).toBe(2);
  expect(stderr).toContain('There is no document "stages/no-such".');
});
