import { expect, test } from "vitest";
import { openAsker, ownSearchBox } from "../scripts/bench-search-box.ts";
import { type Asked, judge } from "../scripts/bench-search-figures.ts";
import { type GoldenQuery, readGoldenQueries, splits } from "../scripts/golden-queries.ts";
import { compareFloors, readFloors } from "../scripts/search-floors.ts";
import { visitSite } from "./browser.ts";

const site = visitSite();

test("answers each kind of query as well as before", async () => {
  const page = await site.open("/search/");
  const asker = openAsker(page.context(), ownSearchBox("/"), new URL(page.url()).origin);
  const askAll = async (queries: GoldenQuery[]) => {
    const asked: Asked[] = [];
    for (const query of queries) asked.push(judge(query, await asker.ask(query)));
    return asked;
  };
  // Each language has a page of its own, and while one waits the other can work.
  const languages = [...Map.groupBy(splits.flatMap(readGoldenQueries), (one) => one.locale).values()];
  const asked = (await Promise.all(languages.map(askAll))).flat();
  expect(asked.length).toBeGreaterThan(300);
  expect(compareFloors(asked, readFloors())).toEqual([]);
});
