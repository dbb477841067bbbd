import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { phone, visitSite } from "./browser.ts";

const site = visitSite();

test("keeps what was asked and chosen in an address that can be shared", async () => {
  const page = await ask("/search/", "太贵");
  await page.locator("main .search-select[name=stage]").selectOption("negotiation");
  await expect.poll(() => new URL(page.url()).searchParams.toString()).toBe("q=%E5%A4%AA%E8%B4%B5&stage=negotiation");
  await answered(page, "太贵");
  const titles = await listTitles(page);
  expect(titles[0]).toBe("太贵了");
  const other = await site.open(`/search/${new URL(page.url()).search}`);
  await answered(other, "太贵");
  expect(await listTitles(other)).toEqual(titles);
  expect(await other.locator("main .search-select[name=stage]").inputValue()).toBe("negotiation");
});

test("counts what each choice would leave, and leaves just that", async () => {
  const page = await ask("/en/search/", "price");
  const option = page.locator("main .search-select[name=role] option").nth(1);
  const [value, count] = [await option.getAttribute("value"), Number((await option.innerText()).split("·").at(-1))];
  await page.locator("main .search-select[name=role]").selectOption(value);
  await expect.poll(() => page.locator("main [role=status]").innerText()).toBe(`${count} results`);
  await page.locator("main .search-kinds label", { hasText: /^Scripts/ }).click();
  const left = Number(/\d+/.exec(await page.locator("main .search-kinds label", { hasText: /^Scripts/ }).innerText())?.[0]);
  await expect.poll(() => page.locator("main [role=status]").innerText()).toBe(left === 1 ? "1 result" : `${left} results`);
  expect(new URL(page.url()).search).toBe(`?q=price&kind=scripts&role=${value}`);
});

test("shows the sections that answer under their document, with the words marked", async () => {
  const page = await ask("/search/", "太贵了");
  const first = results(page).first();
  const section = first.locator(".result-section").first();
  expect(await first.locator(".result mark").allInnerTexts()).toEqual(["太贵了"]);
  expect(await section.locator(".result-heading").innerText()).toBe("客户怎么说");
  expect(await section.evaluate((one) => decodeURI((one as HTMLAnchorElement).pathname + (one as HTMLAnchorElement).hash))).toBe(
    "/objections/too-expensive/#factSays",
  );
  expect(await section.locator("mark").first().innerText()).toBe("太贵了");
});

test("ends what it quotes of Chinese texts with Chinese stops", async () => {
  const page = await ask("/search/", "太贵");
  const quoted = await page.locator("main .result-excerpt").allInnerTexts();
  expect(quoted.join("\n")).toContain("以前被系统坑过。太贵了。");
  expect(quoted.filter((one) => /\p{Script=Han}\.(?:\s|$)/u.test(one))).toEqual([]);
});

test("says what a document is about to those who ask for it by its name, and parts what stands in columns", async () => {
  const page = await ask("/en/search/", "win rate");
  const excerpts = results(page).locator(".result-excerpt");
  expect(await excerpts.allInnerTexts()).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^The share of decided deals that we won/),
      expect.stringContaining("Watch together with: Win rate. Too few to judge: Fewer than 10."),
    ]),
  );
});

test("opens a section and marks there what was searched, once", async () => {
  const page = await ask("/search/", "太贵了");
  await results(page).first().locator(".result-section").first().click();
  await page.waitForURL(/too-expensive\/#factSays$/);
  await expect.poll(() => listMarked(page)).toContain("太贵了");
  expect(new Set(await listMarked(page)).size).toBe(1);
  await page.reload();
  await page.waitForLoadState("networkidle");
  expect(await listMarked(page)).toEqual([]);
});

test("copies what to say without opening the page", async () => {
  const page = await site.open("/search/", { permissions: ["clipboard-read", "clipboard-write"] });
  await page.locator("main input[type=search]").fill("太贵了");
  await answered(page, "太贵了");
  const saying = results(page).first().locator(".result-say");
  await saying.click();
  await expect.poll(() => saying.locator(".result-copy").innerText()).toBe("已复制");
  expect(await page.locator("main [role=status]").innerText()).toBe("话术已复制");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await saying.locator(".result-saying").innerText());
  expect(new URL(page.url()).pathname).toBe("/search/");
});

test("copies with the keyboard alone", async () => {
  const page = await site.open("/en/", { permissions: ["clipboard-read", "clipboard-write"] });
  await page.keyboard.press("/");
  await page.keyboard.type("too expensive");
  const dialog = page.locator(".search-dialog");
  await dialog.locator("[data-query='too expensive']").waitFor();
  const saying = dialog.locator("[role=option]").and(page.locator(".result-say")).first();
  for (let step = 0; step < 6 && (await saying.getAttribute("aria-selected")) !== "true"; step++) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(await saying.locator(".result-saying").innerText());
  expect(await dialog.isVisible()).toBe(true);
});

test("offers what was searched before, and forgets it when told to", async () => {
  const page = await site.open("/en/");
  await page.keyboard.press("/");
  await page.keyboard.type("discount");
  await page.locator(".search-dialog [data-query='discount']").waitFor();
  await page.locator(".search-dialog .result").first().click();
  await page.waitForURL(/\/en\/.+\/.+\//);
  await page.keyboard.press("/");
  const recent = page.locator(".search-dialog .result-recent");
  await expect.poll(() => recent.allInnerTexts()).toEqual(["discount"]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.locator(".search-dialog [data-query='discount']").waitFor();
  await page.locator(".search-dialog input[type=search]").fill("");
  await page.locator(".search-dialog").getByRole("button", { name: "Clear recent searches" }).click();
  expect(await recent.count()).toBe(0);
});

test("keeps working where storage holds nonsense", async () => {
  const page = await site.open("/en/");
  await page.evaluate(() => {
    localStorage.setItem("sopbook:searches", '{"length":9}');
    localStorage.setItem("sopbook:marks", "]");
  });
  await page.reload();
  await page.keyboard.press("/");
  await page.keyboard.type("discount");
  await page.locator(".search-dialog [data-query='discount'] .result").first().waitFor();
});

test("says so when nothing fits exactly, shows the nearest, and lets the owners know", async () => {
  const page = await ask("/en/search/", "parental leave policy for sailors");
  expect(await page.locator("main [data-match]").getAttribute("data-match")).toBe("closest");
  expect(await page.locator("main [role=status]").innerText()).toBe("No exact match for “parental leave policy for sailors”. Closest:");
  const report = await page.locator("main .search-after a[href*=issues]").getAttribute("href");
  expect(decodeURIComponent(report ?? "")).toContain("Not found: parental leave policy for sailors");
});

test("says so offline, and answers when the connection is back", async () => {
  const page = await site.open("/en/", { viewport: { width: 1000, height: 801 } });
  await page.context().setOffline(true);
  await page.keyboard.press("/");
  await page.keyboard.type("discount");
  const status = page.locator(".search-dialog [role=status]");
  await expect.poll(() => status.innerText()).toBe("You are offline, and search needs a connection. It will try again once you are back.");
  await page.context().setOffline(false);
  await page.locator(".search-dialog [data-query='discount'] .result").first().waitFor();
});

test.each([
  ["pinyin", "/search/", "zhuanhualv", /转化率/],
  ["initials", "/search/", "zhl", /转化率/],
  ["Traditional characters", "/search/", "報價太貴", /太贵|报价/],
  ["characters that sound alike", "/search/", "转华率", /转化率/],
  ["English on a Chinese page", "/search/", "too expensive", /太贵了/],
  ["Chinese on an English page", "/en/search/", "太贵了", /Too expensive/],
  ["a slip of the keyboard", "/en/search/", "forcast acuracy", /Forecast accuracy/],
  ["a question", "/search/", "客户说太贵了怎么办？", /太贵了/],
])("understands %s", async (_, start, query, title) => {
  const page = await ask(start, query);
  expect((await listTitles(page))[0]).toMatch(title);
});

test("answers the same whatever was asked before", async () => {
  const fresh = await ask("/search/", "测算");
  const expected = await listTitles(fresh);
  const page = await ask("/search/", "算");
  for (const query of ["测", "计算公式", "zzzz", "测算"]) {
    await page.locator("main input[type=search]").fill(query);
    await answered(page, query);
  }
  expect(await listTitles(page)).toEqual(expected);
});

test("answers with the last of what was typed", async () => {
  const page = await site.open("/search/");
  const input = page.locator("main input[type=search]");
  for (const query of ["报", "报价", "报价方", "太贵"]) await input.fill(query);
  await answered(page, "太贵");
  await page.waitForTimeout(300);
  expect(await page.locator("main [data-query]").getAttribute("data-query")).toBe("太贵");
});

test.each([
  ["spaces", "   "],
  ["punctuation", "？！…"],
  ["a quotation mark", '"'],
  ["a very long text", "太贵了".repeat(2000)],
  ["an emoji", "🎉"],
  ["a rare character", "𠮷野家"],
])("stays whole when asked %s", async (_, query) => {
  const page = await site.open("/search/");
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await page.locator("main input[type=search]").fill(query);
  await page.waitForTimeout(600);
  expect(errors).toEqual([]);
  await page.locator("main input[type=search]").fill("太贵");
  await answered(page, "太贵");
});

test("gives thumbs targets that are large enough on a phone", async () => {
  const page = await site.open("/search/?q=太贵", { viewport: phone });
  await answered(page, "太贵");
  const small = await page
    .locator("main .search-panel :is(a, button, select, label):visible")
    .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 40).map((one) => one.textContent.slice(0, 30)));
  expect(small).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});

async function ask(path: string, query: string): Promise<Page> {
  const page = await site.open(path);
  await page.locator("main input[type=search]").fill(query);
  await answered(page, query);
  return page;
}

/** Waits until the results on show are those of `query`. */
async function answered(page: Page, query: string): Promise<void> {
  await page.waitForFunction((one) => document.querySelector<HTMLElement>("main [data-query]")?.dataset["query"] === one, query);
}

function results(page: Page): Locator {
  return page.locator("main [data-result]");
}

function listTitles(page: Page): Promise<string[]> {
  return results(page).locator(".result-title").allInnerTexts();
}

function listMarked(page: Page): Promise<string[]> {
  return page.evaluate(() => [...(CSS.highlights.get("search") ?? [])].map(String));
}
