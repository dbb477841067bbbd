import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { describeDocumentPage } from "#handbook/document-page.ts";
import { type Handbook, readHandbook } from "#handbook/handbook.ts";
import { describeHistoryPage } from "#handbook/history-page.ts";
import { describePage, planPages } from "#handbook/plan.ts";
import { pathOf } from "#handbook/addresses.ts";
import { describeRevisionPage } from "#handbook/revision-page.ts";
import { run } from "./command.ts";
import { file, guide, plans, readStory, startStory } from "./history-story.ts";
import { makeFolder, type Repository } from "./repository.ts";

test("shows those who write a change that has not landed as the next revision, and the last one at its own address", () => {
  const handbook = readDraft(tellPending());
  const { control } = describeDocumentPage(handbook, { page: "document", ...plans });
  expect([control.history?.revision, control.history?.pending]).toEqual([undefined, { number: 3, kind: "changed" }]);
  const history = describeHistoryPage(handbook, { page: "history", ...plans });
  expect([history.pending?.number, history.groups.flatMap((one) => one.revisions).map((one) => one.path)]).toEqual([
    3,
    ["/guides/plans/r2/", "/guides/plans/r1/"],
  ]);
  const last = describeRevisionPage(handbook, { page: "revision", ...plans, revision: 2 });
  expect([last.past.text?.body.source.includes("Two plans."), last.next]).toEqual([true, { number: 3, path: "/guides/plans/" }]);
});

test("shows a document that was never committed, and one that was moved with its history", () => {
  const handbook = readDraft(tellPending());
  const pending = (id: string) => describeHistoryPage(handbook, { page: "history", ...plans, id });
  expect([pending("fresh").pending, pending("fresh").groups]).toEqual([{ number: 1, kind: "added" }, []]);
  expect([pending("moved").pending, pending("moved").groups[0]?.revisions.map((one) => one.path)]).toEqual([
    { number: 2, kind: "moved" },
    ["/guides/moved/r1/"],
  ]);
  for (const address of planPages(handbook)) expect(() => describePage(handbook, address)).not.toThrow();
});

test("shows nothing of it to anyone else", () => {
  const handbook = readStory(tellPending());
  expect(JSON.stringify(planPages(handbook).map((one) => describePage(handbook, one)))).not.toMatch(/"pending":\{/);
  const pages = planPages(handbook).map((one) => pathOf(handbook.settings, one));
  expect(pages).not.toContain("/guides/plans/r3/");
  expect(pages).not.toContain("/guides/fresh/history/");
});

test("builds it with --draft and not without", () => {
  const story = tellPending();
  const read = (...args: string[]) => {
    const out = join(makeFolder(), "site");
    expect(run("build", ["--content", story.root, "--out", out, ...args])).toMatchObject({ status: 0 });
    return readFileSync(join(out, "guides/plans/index.html"), "utf8");
  };
  expect(read("--draft")).toContain("r3, pending: not committed yet");
  expect(read()).not.toContain("pending: not committed");
}, 120_000);

test("counts warnings as errors with --strict, such as history that a shallow clone lacks", () => {
  const story = startStory();
  story.write("zh-CN/guides/pricing.mdx", guide("一个方案。")).commit("2026-02-01", "Change");
  const clone = story.clone("--depth=1");
  expect(run("check", ["--content", clone.root])).toMatchObject({ status: 0 });
  const strict = run("check", ["--content", clone.root, "--strict"]);
  expect([strict.status, strict.stdout.includes("error  shallow-history")]).toEqual([1, true]);
  const built = run("build", ["--content", clone.root, "--out", join(makeFolder(), "site"), "--strict"]);
  expect([built.status, built.stderr.includes("Nothing was built")]).toEqual([1, true]);
  expect(run("check", ["--content", story.root, "--strict"])).toMatchObject({ status: 0 });
}, 120_000);

/** Two revisions of a guide, then changes that nobody committed. */
function tellPending(): Repository {
  const story = startStory();
  story.write(file, guide("One plan.")).write("en/guides/old.mdx", guide("Stays as it is.")).commit("2026-02-01", "Write");
  story.write(file, guide("Two plans.")).commit("2026-02-02", "Change");
  return story
    .write(file, guide("Three plans."))
    .write("en/guides/fresh.mdx", guide("Fresh."))
    .move("en/guides/old.mdx", "en/guides/moved.mdx");
}

function readDraft(story: Repository): Handbook {
  const handbook = readHandbook(story.root, { audience: "internal", drafts: true });
  if (!("settings" in handbook)) throw new Error("The settings can't be read.");
  return handbook;
}
