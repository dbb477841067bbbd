import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import type { PageAddress } from "#handbook/addresses.ts";
import type { Handbook } from "#handbook/handbook.ts";
import { planPages } from "#handbook/plan.ts";
import { hashGenerator } from "../scripts/generator.ts";
import { openKept } from "../scripts/kept.ts";
import type { MadePage, PageTarget, PageTools } from "../scripts/make-page.ts";
import { makeEach, makePages } from "../scripts/make-pages.ts";
import { readKeptHandbook } from "../scripts/read-checked.ts";
import { openRenderer } from "../scripts/renderer.ts";
import { writeSyntheticHistory } from "../scripts/synthetic-history.ts";
import { provideSite } from "../src/site.ts";
import { makeFolder } from "./repository.ts";

vi.mock("node:os", async (load) => ({ ...(await load<object>()), availableParallelism: () => 2 }));

test("makes the same pages with a thread as without, and knows afterwards what the thread worked out", async () => {
  const tools = prepare(12, 60);
  const alone = await make(tools, Infinity);
  const together = await make(tools, 1, (made) => (made === 0 ? 400 : 0));
  expect(alone.byThread).toBe(0);
  expect(together.byThread).toBeGreaterThan(0);
  expect(new Map([...together.pages].toSorted())).toEqual(new Map([...alone.pages].toSorted()));
  expect(together.differences.size).toBe(alone.differences.size);
  expect(new Map([...together.differences].toSorted())).toEqual(new Map([...alone.differences].toSorted()));
});

test("makes the history of a document after its revisions, because it says what these have found to be changed", async () => {
  const tools = prepare(2, 150);
  const { pages } = await make(tools, Infinity);
  const order = [...pages.keys()].flatMap((one) => (JSON.parse(one) as PageAddress | null) ?? []);
  const histories = order.filter((one) => one.page === "history");
  expect(histories).toHaveLength(2);
  for (const history of histories) {
    const revisions = order.filter((one) => one.page === "revision" && one.id === history.id && one.locale === history.locale);
    expect(revisions.length).toBeGreaterThan(64);
    expect(order.indexOf(history)).toBeGreaterThan(Math.max(...revisions.map((one) => order.indexOf(one))));
  }
});

test("lets a thread make nothing where it finds another handbook than was read", async () => {
  const tools = prepare(6, 20);
  const file = tools.handbook.documents[0]!.file;
  appendFileSync(join(tools.handbook.root, file), "\nWritten while the pages were made.\n");
  const { pages, byThread } = await make(tools, 1);
  expect(byThread).toBe(0);
  expect(pages.size).toBe(planPages(tools.handbook).length + 1);
  expect([...pages.values()].filter((html) => html.includes("Written while"))).toEqual([]);
});

test("hears others between two groups of pages, also where no page has to wait for anything", async () => {
  const tools = prepare(6, 20);
  let turns = 0;
  const timer = setInterval(() => turns++);
  const heard = new Set<number>();
  await makeEach(
    { ...tools, isKept: () => true },
    planPages(tools.handbook).map((one) => [[one]]),
    () => {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
      heard.add(turns);
    },
  );
  clearInterval(timer);
  expect(heard.size).toBeGreaterThan(5);
});

test("ends with the failure of a page", async () => {
  const tools = prepare(6, 20);
  const render = () => Promise.reject(new Error("No page today."));
  await expect(make({ ...tools, openRenderer: () => Promise.resolve({ assets: "", render }) }, 1)).rejects.toThrow("No page today.");
});

function prepare(documents: number, revisions: number): PageTools {
  const root = makeFolder();
  writeSyntheticHistory(root, documents, revisions);
  const version = hashGenerator();
  const handbook = readKeptHandbook(root, {}, version) as Handbook;
  return { handbook, drafts: false, version, cache: makeFolder(), isKept: () => false, openRenderer: () => openRenderer("/") };
}

/** A page that a thread made is for a copy of its target. */
async function make(tools: PageTools, worthAThread: number, pause: (byThread: number) => number = () => 0) {
  const differences = openKept(join(tools.cache, "none.json"), tools.version);
  provideSite({ handbook: () => tools.handbook, kept: differences });
  const targets: PageTarget[] = [...planPages(tools.handbook), undefined];
  const pages = new Map<string, string>();
  let byThread = 0;
  const take = ({ target, html }: MadePage) => {
    if (!targets.includes(target)) byThread++;
    pages.set(JSON.stringify(target ?? null), Buffer.from(html!).toString());
  };
  const openSlowly = async () => {
    const { assets, render } = await tools.openRenderer();
    // Takes all of the time of this thread, as rendering does, and leaves the other one time for its part, however few pages there are.
    const renderSlowly: typeof render = (...page) => {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause(byThread));
      return render(...page);
    };
    return { assets, render: renderSlowly };
  };
  await makePages({ ...tools, openRenderer: openSlowly }, targets, take, { waiting: 0, worthAThread });
  return { pages, byThread, differences: new Map(differences.listFresh()) };
}
