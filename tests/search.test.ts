import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { phone, visitSite } from "./browser.ts";

const site = visitSite();

test.each<[string, (page: Page) => Promise<void>]>([
  ["the slash key", (page) => page.keyboard.press("/")],
  ["Ctrl and K", (page) => page.keyboard.press("Control+k")],
  ["Command and K", (page) => page.keyboard.press("Meta+k")],
  ["the button at the top", (page) => page.locator(".header button[aria-haspopup=dialog]").click()],
])("opens by %s, ready to type", async (_, open) => {
  const page = await site.open("/stages/demo/");
  await open(page);
  await page.keyboard.type("太贵");
  expect(await dialog(page).locator("input[name=q]:focus").inputValue()).toBe("太贵");
});

test("opens by the button at the bottom of a phone, ready to type", async () => {
  const page = await site.open("/en/stages/demo/", { viewport: phone });
  await page.locator(".bar button[aria-haspopup=dialog]").click();
  await page.keyboard.type("price");
  expect(await dialog(page).locator("input[name=q]:focus").inputValue()).toBe("price");
});

test.each([
  ["zh-CN", "/", "太贵", "太贵了", "/objections/too-expensive/"],
  ["zh-CN", "/", "陌生电话", "陌生电话", "/scripts/cold-call/"],
  ["en", "/en/", "too expensive", "Too expensive", "/en/objections/too-expensive/"],
  ["en", "/en/", "forecasting accuracy", "Forecast accuracy", "/en/kpis/forecast-accuracy/"],
])("finds a document in %s from %s by “%s”: %s", async (_, start, query, title, path) => {
  const page = await search(start, query);
  const first = results(page).first();
  expect([await first.locator(".result-title").innerText(), await readPath(first)]).toEqual([title, path]);
});

test("finds only documents of the page's own language", async () => {
  for (const [start, elsewhere] of [
    ["/", /^\/en\//],
    ["/en/", /^\/(?!en\/)/],
  ] as const) {
    const page = await search(start, "CRM");
    const paths = await results(page).evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).pathname));
    expect(paths.length).toBeGreaterThan(3);
    expect(paths.filter((one) => elsewhere.test(one))).toEqual([]);
  }
});

test("walks the results with the arrow keys and opens the chosen one with Enter", async () => {
  const page = await search("/en/", "discount");
  const input = field(page);
  const chosen = () => dialog(page).locator('.result[aria-selected="true"]');
  for (const key of ["ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp"]) await input.press(key);
  expect(await chosen().count()).toBe(1);
  expect(await input.getAttribute("aria-activedescendant")).toBe(await chosen().getAttribute("id"));
  expect(await readPath(chosen())).toBe(await readPath(results(page).nth(1)));
  const path = await readPath(chosen());
  await input.press("Enter");
  await page.waitForURL(site.url(path));
});

test("leads to the search page by Enter when no result is chosen", async () => {
  const page = await search("/en/", "discount");
  await page.keyboard.press("Enter");
  await page.waitForURL(site.url("/en/search/?q=discount"));
  await results(page).first().waitFor();
});

test("closes with Escape and gives the focus back", async () => {
  const page = await site.open("/stages/demo/");
  const link = page.locator("main article a:visible").first();
  await link.focus();
  await page.keyboard.press("/");
  await page.keyboard.press("Escape");
  await expect.poll(() => dialog(page).isVisible()).toBe(false);
  expect(await hasFocus(link)).toBe(true);

  const button = page.locator(".header button[aria-haspopup=dialog]");
  await button.click();
  await page.keyboard.type("太贵");
  await results(page).first().waitFor();
  await page.keyboard.press("Escape");
  await expect.poll(() => dialog(page).isVisible()).toBe(false);
  expect(await hasFocus(button)).toBe(true);
});

test("answers the question in the address of the search page and keeps a new one there", async () => {
  const page = await site.open("/search/?q=太贵");
  await results(page).first().waitFor();
  const input = page.locator("main input[name=q]");
  expect(await input.inputValue()).toBe("太贵");
  await input.fill("陌生电话");
  await expect.poll(() => new URL(page.url()).searchParams.get("q")).toBe("陌生电话");
  await page.reload();
  await expect.poll(() => results(page).first().locator(".result-title").innerText()).toBe("陌生电话");
});

test("narrows to one collection, keeps that in the address and takes it back", async () => {
  const page = await site.open("/en/search/?q=price");
  await results(page).first().waitFor();
  const kinds = () => results(page).locator(".result-kind").allInnerTexts();
  expect(new Set(await kinds()).size).toBeGreaterThan(1);
  await page
    .locator("main")
    .getByText(/^Objections \d/)
    .click();
  await expect.poll(async () => [...new Set(await kinds())]).toEqual(["Objection"]);
  expect(new URL(page.url()).search).toBe("?q=price&kind=objections");
  await page.reload();
  await expect.poll(async () => [...new Set(await kinds())]).toEqual(["Objection"]);
  await page
    .locator("main")
    .getByText(/^All \d/)
    .click();
  await expect.poll(() => new URL(page.url()).search).toBe("?q=price");
});

test("shows a hostile question as text", async () => {
  const hostile = "<img/src=x/onerror=alert(1)>";
  const page = await site.open("/en/search/?q=%3Cimg/src=x/onerror=alert(1)%3E");
  const alerts: string[] = [];
  page.on("dialog", (one) => {
    alerts.push(one.message());
    void one.dismiss();
  });
  const none = "No exact match for “<img/src=x/onerror=alert(1)>”. Closest:";
  await expect.poll(() => page.locator("main [role=status]").innerText()).toBe(none);
  await page.keyboard.press("Control+k");
  await field(page).fill(hostile);
  await expect.poll(() => dialog(page).locator("[role=status]").innerText()).toBe(none);
  expect([alerts, await page.locator("[onerror], img[src=x]").count()]).toEqual([[], 0]);
});

test("fetches nothing of the index before search is opened", async () => {
  const page = await site.open("/en/");
  const asked: string[] = [];
  page.on("request", (one) => one.url().includes("/pagefind/") && asked.push(new URL(one.url()).pathname));
  await page.reload({ waitUntil: "networkidle" });
  await page.goto(site.url("/en/stages/demo/"), { waitUntil: "networkidle" });
  expect(asked).toEqual([]);
  await page.keyboard.press("/");
  await expect.poll(() => asked).toContain("/pagefind/terms.en.json");
});

test("leaves the slash alone where a reader is typing", async () => {
  const page = await site.open("/en/");
  const input = page.locator("main input[name=q]");
  await input.focus();
  await page.keyboard.type("price/discount");
  expect([await input.inputValue(), await dialog(page).isVisible()]).toEqual(["price/discount", false]);
});

test("waits for the end of an input method's composition before it searches", async () => {
  const page = await site.open("/");
  await page.keyboard.press("/");
  const statuses = await recordStatuses(page);
  const keyboard = await page.context().newCDPSession(page);
  for (const text of ["t", "tai", "taigui"]) {
    await keyboard.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    await page.waitForTimeout(250);
  }
  expect([await field(page).inputValue(), await statuses()]).toEqual(["taigui", []]);
  await keyboard.send("Input.insertText", { text: "太贵" });
  await expect.poll(() => results(page).first().innerText()).toContain("太贵了");
  expect(await field(page).inputValue()).toBe("太贵");
});

test.each([
  ["the index", "**/pagefind/terms.*"],
  ["the part of the index with the word", "**/pagefind/index/*"],
  ["the texts found", "**/pagefind/fragment/*"],
])("says so when %s cannot be fetched, and tries again with the next question", async (_, files) => {
  const page = await site.open("/en/");
  await page.route(files, (route) => route.abort());
  const status = () => dialog(page).locator("[role=status]").innerText();
  await page.keyboard.press("/");
  await field(page).fill("price");
  await expect.poll(status).toBe("Search could not be opened. Check the connection and try again, or browse the sections.");
  await page.unroute(files);
  await field(page).fill("too expensive");
  await expect.poll(() => results(page).first().locator(".result-title").innerText()).toBe("Too expensive");
});

async function search(start: string, query: string): Promise<Page> {
  const page = await site.open(start);
  await page.keyboard.press("/");
  await field(page).fill(query);
  await results(page).first().waitFor();
  return page;
}

function dialog(page: Page): Locator {
  return page.locator(".search-dialog");
}

function field(page: Page): Locator {
  return dialog(page).locator("input[name=q]");
}

/** The results that are on show, in the dialog or on the search page. */
function results(page: Page): Locator {
  return page.locator(".result:visible");
}

function readPath(link: Locator): Promise<string> {
  return link.evaluate((one) => (one as HTMLAnchorElement).pathname);
}

function hasFocus(element: Locator): Promise<boolean> {
  return element.evaluate((one) => one === document.activeElement);
}

/** Collects what the dialog's status says from now on. */
async function recordStatuses(page: Page): Promise<() => Promise<string[]>> {
  const heard = await dialog(page)
    .locator("[role=status]")
    .evaluateHandle((status) => {
      const all: string[] = [];
      new MutationObserver(() => all.push(status.textContent)).observe(status, { childList: true, characterData: true, subtree: true });
      return all;
    });
  return () => heard.jsonValue();
}
