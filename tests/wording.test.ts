import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "node-html-parser";
import { expect, test } from "vitest";
import { siteFolder } from "./built-site.ts";

test("tells reps to say what is heard and to send what is read", () => {
  expect(["cold-call", "demo-meeting", "first-email", "wecom-follow-up"].map((one) => listCues(`en/scripts/${one}`))).toEqual([
    ["Say"],
    ["Say"],
    ["Send"],
    ["Send"],
  ]);
  expect([listCues("scripts/cold-call"), listCues("scripts/first-email")]).toEqual([["说"], ["发"]]);
});

test("quotes what customers say, and not that they say nothing", () => {
  const reactions = read("en/scripts/first-email")
    .querySelectorAll(".when-says")
    .map((one) => one.text);
  expect(reactions.filter((one) => !one.startsWith("“"))).toContain("(no answer)");
  expect(reactions.filter((one) => !/^“.*”$/.test(one) && !/^\(.*\)$/.test(one))).toEqual([]);
});

test("quotes what someone quotes with single marks", () => {
  const said = ["en/scripts/demo-follow-up-email", "scripts/demo-follow-up-email"].map(
    (one) => read(one).querySelectorAll(".said")[1]?.text,
  );
  expect(said).toEqual([
    "Say instead: “Please reply ‘correct’ or tell me by noon tomorrow what is wrong.”",
    "换成：“您明天中午前回个‘对’，或者告诉我哪里不对。”",
  ]);
});

test("shows no straight apostrophe or quotation mark in English texts", () => {
  const straight = globSync("en/**/index.html", { cwd: siteFolder })
    .filter((one) => !/[\\/](?:r\d+|history)[\\/]/.test(one) && !/changes|editions/.test(one))
    .flatMap((one) => {
      const main = read(one.replace(/index\.html$/, "")).querySelector("main");
      for (const other of main?.querySelectorAll("code, pre, script, .change") ?? []) other.remove();
      return [...(main?.text ?? "").matchAll(/.{0,20}['"].{0,20}/g)].map(([found]) => `${one}: ${found}`);
    });
  expect(straight).toEqual([]);
});

test("leaves no space behind a colon in Chinese, and one in English", () => {
  expect(read("scripts/cold-call").querySelector(".goal")?.text).toMatch(/^谈成的样子：\S/);
  expect(read("en/scripts/cold-call").querySelector(".goal")?.text).toMatch(/^It went well when: \S/);
});

function read(page: string) {
  return parse(readFileSync(join(siteFolder, page, "index.html"), "utf8"));
}

function listCues(page: string): string[] {
  const cues = read(page).querySelectorAll('.spoken[data-kind="say"] > .cue');
  return [...new Set(cues.map((one) => one.text))];
}
