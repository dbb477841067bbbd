import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { parse } from "node-html-parser";
import { expect, test } from "vitest";
import { answer } from "../src/islands/search/answer.ts";
import { openLibrary } from "../src/islands/search/library.ts";
import { listFiles, listPages } from "./built-site.ts";
import { run } from "./command.ts";
import { findDeadLinks } from "./dead-links.ts";
import { file, guide, releaseNote, startStory } from "./history-story.ts";
import { findInvalidHtml } from "./html-validity.ts";
import { makeFolder, type Repository } from "./repository.ts";

test("builds editions with what is gone today, and the same bytes again from another clone", async () => {
  const story = tellStory();
  const out = build(story);
  const pages = listPages(out).filter((one) => /^(?:changes|editions|guides\/gone)\//.test(one.file));
  expect(pages.map((one) => one.file)).toEqual([
    "changes/index.html",
    "editions/first/index.html",
    "editions/first/search/index.html",
    "editions/index.html",
    "editions/second/changes/index.html",
    "editions/second/index.html",
    "editions/second/search/index.html",
    "guides/gone/history/index.html",
    "guides/gone/r1/index.html",
  ]);
  expect(await findInvalidHtml(pages)).toEqual([]);
  expect(findDeadLinks(out)).toEqual([]);
  const contents = parse(readFileSync(join(out, "editions/first/index.html"), "utf8"));
  expect(contents.querySelectorAll("#guides a").map((one) => `${one.text.trim()} ${one.getAttribute("href")}`)).toEqual([
    "Gone <b>x</b> /guides/gone/r1/?edition=first",
    "Plans /guides/plans/r1/?edition=first",
    "Pricing /guides/pricing/?edition=first",
  ]);
  expect(contents.querySelector("h1")?.text).toBe('Edition "1" & <i>');
  const gone = parse(readFileSync(join(out, "guides/gone/r1/index.html"), "utf8"));
  expect(gone.querySelector(".old-gone")?.text).toBe("This document is not in the handbook any more");
  expect(fingerprint(build(story.clone()))).toEqual(fingerprint(out));
});

test("puts into the search of an edition what it held and nothing else", () => {
  const story = tellStory();
  const out = build(story);
  const texts = (id: string) => readFragments(out, `editions/${id}/pagefind/`);
  expect(texts("first").filter((one) => /One plan/.test(one))).toHaveLength(1);
  expect(texts("first").filter((one) => /Two plans|Three plans/.test(one))).toEqual([]);
  expect(texts("second").filter((one) => /Two plans/.test(one))).toHaveLength(1);
  expect(texts("second").filter((one) => /asked for before there was a list/.test(one))).toEqual([]);
  const main = readFragments(out, "pagefind/");
  expect(main.filter((one) => /Three plans/.test(one)).length).toBeGreaterThan(0);
  expect(main.filter((one) => /One plan|Two plans/.test(one))).toEqual([]);

  const before = fingerprint(out).filter((one) => one.startsWith("editions/first/pagefind/"));
  story.write(file, guide("Four plans.", "public")).commit("2026-02-10", "Change once more");
  expect(fingerprint(build(story)).filter((one) => one.startsWith("editions/first/pagefind/"))).toEqual(before);
});

test("finds in an edition, in each language, what had no translation, by pinyin, by words that mean the same and within a section", async () => {
  const story = tellStory();
  story
    .write("synonyms.yaml", "rings:\n  - [Plans, tariffs, 资费]\n")
    .write("zh-CN/guides/quote.mdx", guide("怎样写。", "public").replace("Plans", "报价单写法"))
    .write("zh-CN/guides/old-style.mdx", "没有字段的旧文字。")
    .commit("2026-02-07", "Write of quotes");
  story
    .write("en/releases/third.mdx", releaseNote("2026-02-08", "Third"))
    .write("zh-CN/guides/old-style.mdx", guide("有字段了。", "public").replace("Plans", "老样子"))
    .commit("2026-02-08", "Release three");
  story
    .write(file, guide("Four plans.", "public"))
    .write("zh-CN/guides/quote.mdx", guide("改过了。", "public").replace("Plans", "新标题"))
    .commit("2026-02-09", "Rename quotes");
  const out = build(story);
  const open = (locale: string) =>
    openLibrary(
      async (name) => new Uint8Array(readFileSync(join(out, "editions/third/pagefind", name))),
      `terms.${locale.toLowerCase()}.json`,
    );
  const find = async (locale: string, query: string, choice = {}) => {
    const library = await open(locale);
    const { pages } = await answer(library, query, choice);
    return (await Promise.all(pages.map((one) => library.loadPage(one)))).map((one) => `${one.url} ${one.meta["title"]}`);
  };
  expect(await find("zh-CN", "baojiadan")).toEqual(["/zh-CN/guides/quote/r1/ 报价单写法"]);
  expect(await find("zh-CN", "新标题")).not.toContain("/zh-CN/guides/quote/ 新标题");
  expect((await find("zh-CN", "资费"))[0]).toBe("/guides/plans/r3/ Plans");
  expect((await find("en", "tariffs"))[0]).toBe("/guides/plans/r3/ Plans");
  expect(await find("en", "tariffs", { collection: ["roles"] })).toEqual([]);
  expect(await find("zh-CN", "报价单写法", { collection: ["guides"] })).toEqual(["/zh-CN/guides/quote/r1/ 报价单写法"]);
});

test("keeps yesterday's restricted text out of the editions, feeds and searches of a site for more readers", () => {
  const story = tellStory();
  story.write("en/guides/open.mdx", guide("For all.", "public")).commit("2026-02-06", "Open one");
  story
    .write("en/guides/open.mdx", guide("Whisper one.", "internal"))
    .write("en/guides/lost.mdx", guide("Whisper two. ".repeat(40), "internal").replace("Plans", "Whisper three"))
    .write("en/releases/third.mdx", releaseNote("2026-02-08", "Third"))
    .commit("2026-02-08", "Release three", { author: "Whisper Five" });
  story.remove("en/guides/lost.mdx").write("en/guides/open.mdx", guide("For all again.", "public")).commit("2026-02-09", "Open two");
  const out = build(story, "--audience", "public");
  expect(listFiles(out)).toContain("editions/third/edition.json");
  expect(listFiles(out).filter((one) => /guides\/(?:open\/r2|lost)/.test(one))).toEqual([]);
  expect(listFiles(out).filter((one) => /whisper/i.test(readAny(join(out, one))))).toEqual([]);
  const whole = build(story, "--audience", "internal");
  expect(listFiles(whole).filter((one) => /whisper/i.test(readAny(join(whole, one)))).length).toBeGreaterThan(10);
});

const salesRep =
  "---\ntitle: Sales rep\nsummary: Sells.\nowner: sales-rep\nreviewed: 2026-01-01\naudience: public\nmission: To sell.\nresponsibilities: [Calls]\n---\n";

function tellStory(): Repository {
  const story = startStory();
  for (const locale of ["en", "zh-CN"]) story.write(`${locale}/roles/sales-rep.mdx`, salesRep);
  story
    .write(file, guide("One plan, see [it](gone.mdx).", "public"))
    .write(
      "en/guides/gone.mdx",
      guide("How prices were asked for before there was a list. ".repeat(12), "public").replace("Plans", '"Gone <b>x</b>"'),
    )
    .write("en/releases/first.mdx", releaseNote("2026-02-02", "First", `edition: '"1" & <i>'`))
    .commit("2026-02-02", "Release one");
  story
    .write(file, guide("Two plans.", "public"))
    .remove("en/guides/gone.mdx")
    .write("en/releases/second.mdx", releaseNote("2026-02-05", "Second", "affects: [guides/plans]"))
    .commit("2026-02-05", "Release two");
  story.write(file, guide("Three plans.", "public")).commit("2026-02-06", "Change again");
  return story;
}

function build(story: Repository, ...args: string[]): string {
  const out = join(makeFolder(), "site");
  const { status, stderr } = run("build", ["--content", story.root, "--out", out, ...args]);
  if (status !== 0) throw new Error(stderr);
  return out;
}

function readFragments(out: string, folder: string): string[] {
  return listFiles(out)
    .filter((one) => one.startsWith(`${folder}fragment/`))
    .map((one) => readAny(join(out, one)));
}

function readAny(path: string): string {
  const bytes = readFileSync(path);
  return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString("utf8");
}

function fingerprint(out: string): string[] {
  return listFiles(out).map(
    (one) =>
      `${one} ${createHash("sha256")
        .update(readFileSync(join(out, one)))
        .digest("hex")}`,
  );
}
