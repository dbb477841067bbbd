import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { tellPasts } from "#components/differences.ts";
import { parseHtml } from "#components/parse-html.ts";
import type { RenderText } from "#components/render-text.ts";
import { type Handbook, readHandbook } from "#handbook/handbook.ts";
import { describePage, planPages } from "#handbook/plan.ts";
import { describeRevisionPage } from "#handbook/revision-page.ts";
import type { Memory } from "#source/memory.ts";
import { openKept, remember, shareKept } from "../scripts/kept.ts";
import { provideSite } from "../src/site.ts";
import { file, guide, plans, readStory, startStory } from "./history-story.ts";
import { makeFolder, type Repository } from "./repository.ts";

test("reads old texts once, however many builds show them", () => {
  const story = tellStory();
  const path = join(makeFolder(), "past.json");
  const build = () => {
    const kept = openKept(path, "1");
    const made: string[] = [];
    const memory: Memory = (key, make) =>
      remember(kept)(key, () => {
        made.push(key[0]!);
        return make();
      });
    const handbook = readHandbook(story.root, { memory }) as Handbook;
    const pages = JSON.stringify(planPages(handbook).map((one) => describePage(handbook, one)));
    kept.save();
    return { made, pages };
  };
  const first = build();
  expect(first.made.filter((one) => one === "past").length).toBeGreaterThan(5);
  const second = build();
  expect(second.made).toEqual([]);
  expect(second.pages).toBe(first.pages);
  story.write(file, guide("Five plans.")).commit("2026-02-06", "Add a plan");
  expect(build().made.toSorted()).toEqual(["blame", "head", "past"]);
});

test("shows the same with what earlier builds read and without", () => {
  const story = tellStory();
  const kept = shareKept(join(makeFolder(), "past.json"), "1");
  expect(shareKept(join(makeFolder(), "past.json"), "1")).not.toBe(kept);
  const describe = (handbook: Handbook) => JSON.stringify(planPages(handbook).map((one) => describePage(handbook, one)));
  const own = describe(readStory(story));
  for (let time = 0; time < 2; time++) expect(describe(readHandbook(story.root, { memory: remember(kept) }) as Handbook)).toBe(own);
});

test("tells what changed once, and again only where a text, a field or the code is another", async () => {
  const handbook = readStory(tellStory());
  const { past, before } = describeRevisionPage(handbook, { page: "revision", ...plans, revision: 2 });
  const path = join(makeFolder(), "differences.json");
  const render = vi.fn<RenderText>(async (text) => {
    const html = `<p>${text.body.source.split("---").at(-1)!.trim()}</p>`;
    return { html, nodes: parseHtml(html) };
  });
  const tell = async (version: string, after = past) => {
    render.mockClear();
    const kept = openKept(path, version);
    provideSite({ handbook: () => handbook, kept });
    const told = await tellPasts(before!, after, "en", render);
    kept.save();
    return { told, rendered: render.mock.calls.length };
  };
  const first = await tell("1");
  expect(first).toEqual({
    rendered: 2,
    told: {
      blocks: { added: [], removed: [], changed: [{ kind: "paragraph", count: 1 }], moved: [], split: [], joined: [] },
      fields: [],
      sentence: [
        { type: "same", text: "We have " },
        { type: "added", text: "two plans" },
        { type: "same", text: " for all." },
      ],
    },
  });
  expect(await tell("1")).toEqual({ told: first.told, rendered: 0 });
  expect((await tell("2")).rendered).toBe(2);
  const third = describeRevisionPage(handbook, { page: "revision", ...plans, revision: 5 }).past;
  expect((await tell("2", third)).rendered).toBe(2);
});

/** Five revisions: one that means the same as that before, and one that is no MDX. */
function tellStory(): Repository {
  const story = startStory();
  story.write(file, guide("We have one plan for all.")).commit("2026-02-01", "Write");
  story.write(file, guide("We have two plans for all.")).commit("2026-02-02", "Add a plan");
  story.write(file, guide("We have two\nplans for all.")).commit("2026-02-03", "Wrap lines");
  story.write(file, guide("<Say>\n\nNot closed.")).commit("2026-02-04", "Break it");
  story.write(file, guide("We have four plans for all.")).commit("2026-02-05", "Mend it");
  return story;
}
