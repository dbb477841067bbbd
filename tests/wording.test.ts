import { readFileSync } from "node:fs";
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
