import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import axe from "axe-core";
import { afterAll, expect, test } from "vitest";
import { desktop, phone, visitSite } from "./browser.ts";

// A handbook in Chinese alone, whose one guide uses every component that the sample handbook leaves out.
const project = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "sopbook-"));
build(join(project, "tests/fixtures/every-component"), folder);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const site = visitSite(folder);
const guide = "/en/guides/every-component/";

test("shows the other language's text, marked as such, where there is no translation", async () => {
  const page = await site.open(guide);
  expect(
    await page
      .locator("html, article, article > .untranslated, h1")
      .evaluateAll((all) => all.map((one) => [one.localName, one.closest<HTMLElement>("[lang]")?.lang])),
  ).toEqual([
    ["html", "en"],
    ["article", "zh-CN"],
    ["p", "en"],
    ["h1", "zh-CN"],
  ]);
  expect(await page.locator(".untranslated").innerText()).toBe(
    "This page is not translated into English yet. The text below is in Chinese.",
  );
  expect(await page.locator('meta[name="robots"]').getAttribute("content")).toBe("noindex");
});

test.each(["zh-CN", "en"])("passes axe with every component, in a %s page", async (locale) => {
  const page = await site.open(locale === "en" ? guide : guide.slice(3), { reducedMotion: "reduce" });
  await page.evaluate(axe.source);
  const findings: string[] = [];
  for (const { width } of [phone, desktop]) {
    await page.setViewportSize({ width, height: 6000 });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await page.evaluate(() =>
        (window as unknown as { axe: typeof axe }).axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }),
      );
      findings.push(
        ...violations.flatMap(({ id, nodes }) => nodes.map((one) => `${width} ${colorScheme}: ${id} at ${one.target.join(" ")}`)),
      );
    }
  }
  expect(findings).toEqual([]);
});

test("holds nothing that the content policy refuses", async () => {
  const page = await site.open("/");
  const errors: string[] = [];
  page.on("console", (one) => one.type() === "error" && errors.push(one.text()));
  await page.goto(site.url(guide));
  await page.locator(".figure").scrollIntoViewIfNeeded();
  expect(errors).toEqual([]);
});

test("needs no scrolling sideways for wide tables, code, formulas, pictures and addresses at 320 pixels", async () => {
  const page = await site.open(guide, { viewport: { width: 320, height: 640 } });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

test("keeps the place of a picture before it is there", async () => {
  const page = await site.open(guide, { viewport: phone });
  const box = await page
    .locator(".figure img")
    .evaluate((one: HTMLImageElement) => [one.getAttribute("width"), one.getAttribute("height"), one.loading, one.alt]);
  expect(box).toEqual(["640", "120", "lazy", "三个阶段，一个接一个"]);
});

function build(content: string, out: string): void {
  const { status, stderr } = spawnSync("node", [join(project, "scripts/build.ts"), "--content", content, "--out", out], {
    cwd: project,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`The handbook of this test could not be built:\n${stderr}`);
}
