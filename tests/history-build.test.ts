import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "node-html-parser";
import { expect, test } from "vitest";
import { listFiles, listPages } from "./built-site.ts";
import { findDeadLinks } from "./dead-links.ts";
import { file, guide, startStory } from "./history-story.ts";
import { findInvalidHtml } from "./html-validity.ts";
import type { Repository } from "./repository.ts";

const project = fileURLToPath(new URL("..", import.meta.url));

test("builds the history of a document and a page for each of its old revisions", async () => {
  const story = tellStory();
  const out = build(story);
  const pages = listPages(out);
  const past = pages.filter((one) => /\/(?:history|r\d+)\/index\.html$/.test(one.file));
  expect(past.map((one) => one.file).filter((one) => one.startsWith("guides/plans/"))).toEqual([
    "guides/plans/history/index.html",
    "guides/plans/r1/index.html",
    "guides/plans/r2/index.html",
    "guides/plans/r3/index.html",
  ]);
  expect(await findInvalidHtml(past)).toEqual([]);
  expect(findDeadLinks(out)).toEqual([]);
  for (const { html } of past) expect(html).toContain('<meta name="robots" content="noindex">');
  expect(past.filter(({ html }) => html.includes("data-pagefind-body"))).toEqual([]);

  const first = parse(readFileSync(join(out, "guides/plans/r1/index.html"), "utf8")).querySelector("main");
  expect(first?.querySelector("h1")?.text).toBe("Our <plans>");
  expect(first?.querySelector(".old-notice")?.text).toContain("This is revision r1 of 1 February 2026, not the current text.");
  expect(first?.querySelectorAll(".old-notice a").map((one) => one.getAttribute("href"))).toEqual([
    "/guides/plans/",
    "/guides/plans/history/",
  ]);
  expect(first?.querySelectorAll("tbody tr").map((one) => one.children.map((cell) => cell.text.trim()).join(" "))).toEqual([
    "kind flyer",
    "audience internal",
  ]);
  expect(first?.querySelector(".unknown")?.text.replace(/\s+/g, " ").trim()).toBe("FlyerKept although its box is gone.");
  expect(first?.querySelectorAll("script:not([type='application/json']), [onclick], a[href^=javascript]").map(String)).toEqual([]);
  const second = parse(readFileSync(join(out, "guides/plans/r2/index.html"), "utf8")).querySelector("main");
  expect(second?.querySelector(".old-subject")?.text).toBe("Mend <b>all</b>");
  expect(second?.querySelector(".old-raw")?.text).toContain("<Say>");
  expect(second?.querySelectorAll(".old-subject b").map(String)).toEqual([]);
  // One text can't be laid out, the other can't be read by today's schema; still it is told what changed.
  expect(second?.querySelector(".what-changed-told")?.text).toBe(
    "Changed the title, the kind; added 1 piece of code, the summary, the owner, the last review; removed 1 heading, 3 paragraphs, 1 box",
  );
  expect(second?.querySelector(".field-changes tbody tr")?.text.trim()).toBe("TitleOur <plans> → Plans");
  expect(second?.querySelector(".text del .unknown, .text .unknown[data-change=removed]")?.text).toContain("Kept although");

  const control = parse(readFileSync(join(out, "guides/plans/index.html"), "utf8")).querySelector(".control");
  expect(control?.querySelectorAll("dt, dd").map((one) => one.text.replace(/\s+/g, " ").trim())).toEqual(
    expect.arrayContaining(["Revision", "r3, since 3 February 2026", "Approved by", "1 person", "History", "History of “Plans”"]),
  );
  expect(listFilesWith(out, "Li Wei").concat(listFilesWith(out, "@example.com"))).toEqual([]);

  const again = build(story.clone());
  expect(fingerprint(again)).toEqual(fingerprint(out));
}, 120_000);

test("keeps yesterday's restricted text out of a site for more readers", () => {
  const story = tellStory();
  story.write(file, guide("Four plans for all.", "public")).commit("2026-02-04", "Open it");
  story.write(file, guide("Five plans for all.", "public")).commit("2026-02-05", "Tell of five");
  const out = build(story, "--audience", "public");
  expect(existsSync(join(out, "guides/plans/r4/index.html"))).toBe(true);
  for (const word of ["flyer", "although its box", "Not closed", "Three plans", "Mend", "Begin", "plans/r1", "plans/r2", "plans/r3"])
    expect(listFilesWith(out, word)).toEqual([]);
}, 120_000);

test("builds from a clone that begins late and from one without texts, and claims nothing that it can't know", async () => {
  const story = startStory();
  story.write(file, guide("One.\n\nTwo.")).commit("2026-02-01", "Write");
  story.write(file, guide("One, mended.\n\nTwo.")).commit("2026-02-02", "Mend one");
  story.write(file, guide("One, mended.\n\nTwo, mended.")).commit("2026-02-03", "Mend two");
  story.write(file, guide("One, mended.\n\nTwo, mended.\n\nThree.")).commit("2026-02-04", "Add");
  story.git("config", "uploadpack.allowFilter", "true");
  const claims = (out: string) =>
    parse(readFileSync(join(out, "guides/plans/index.html"), "utf8"))
      .querySelectorAll(".text p")
      .map((one) => `${one.text} ${one.getAttribute("data-revision") ?? "unknown"}`);
  const late = build(story.clone("--depth=3"));
  expect(claims(late)).toEqual(["One, mended. unknown", "Two, mended. 1", "Three. 2"]);
  const bare = build(story.clone("--filter=blob:none"));
  expect(claims(bare)).toEqual(["One, mended. unknown", "Two, mended. unknown", "Three. unknown"]);
  for (const out of [late, bare]) {
    expect(findDeadLinks(out)).toEqual([]);
    expect(await findInvalidHtml(listPages(out).filter((one) => one.file.startsWith("guides/plans/")))).toEqual([]);
  }
});

test("shows nothing of the past where there is no repository", () => {
  const story = tellStory();
  rmSync(join(story.top, ".git"), { recursive: true });
  const out = build(story);
  expect(listFiles(out).filter((one) => /history\/|\/r\d+\//.test(one))).toEqual([]);
  expect(readFileSync(join(out, "guides/plans/index.html"), "utf8")).not.toMatch(/Revision|history/);
}, 120_000);

/** Three revisions, of which today's schema and policy would refuse the first two. */
function tellStory(): Repository {
  const story = startStory();
  const body =
    '## Then\n\n[x](javascript:alert) [gone](gone.mdx) [price](pricing.mdx#gone) <KpiValue kpi="gone" />\n\n<Flyer onclick="x">\n\nKept although its box is gone.\n\n</Flyer>\n\n<script>x</script>\n\n![none](none.svg)\n';
  story
    .write(file, `---\ntitle: Our <plans>\nkind: flyer\naudience: internal\n---\n\n${body}`)
    .commit("2026-02-01", "Write the plans (#1)");
  story.write(file, guide("<Say>\n\nNot closed.\n")).commit("2026-02-02", "Mend <b>all</b>");
  story.write(file, guide("Three plans.")).commit("2026-02-03", "Add a plan\n\nApproved-by: Wang Fang <wang@example.com>");
  return story;
}

function build(story: Repository, ...args: string[]): string {
  const out = join(story.top, "site");
  const { status, stderr } = spawnSync("node", [join(project, "scripts/build.ts"), "--content", story.root, "--out", out, ...args], {
    cwd: project,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
  });
  if (status !== 0) throw new Error(stderr);
  return out;
}

function fingerprint(out: string): string[] {
  return listFiles(out).map(
    (one) =>
      `${one} ${createHash("sha256")
        .update(readFileSync(join(out, one)))
        .digest("hex")}`,
  );
}

function listFilesWith(out: string, word: string): string[] {
  return listFiles(out).filter((one) => one.includes(word) || readFileSync(join(out, one)).includes(word));
}
