import axe from "axe-core";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { visitSite } from "./browser.ts";

const site = visitSite();
const path = "/en/stages/demo/";

/** Opens a page as a reader does who last saw its first revision on 3 October. */
async function comeBack(to = path): Promise<Page> {
  const page = await site.open(to);
  await remember(page);
  await page.reload();
  await page.locator("last-read [role=status]:not(:empty)").waitFor();
  return page;
}

async function remember(page: Page): Promise<void> {
  await page.locator("last-read").evaluate(({ dataset }) => {
    const [name] = JSON.parse(dataset["mark"]!) as [string];
    const [[revision, id]] = JSON.parse(dataset["known"]!) as [[number, string]];
    localStorage.setItem(`sopbook:read:${name}`, JSON.stringify({ revision, id, at: Date.UTC(2026, 9, 3, 12) }));
  });
}

/** The revision that the browser remembers of the page, and that which the page shows. */
function readRemembered(page: Page): Promise<(number | undefined)[]> {
  return page.locator("last-read").evaluate(({ dataset }) => {
    const [name, newest] = JSON.parse(dataset["mark"]!) as [string, number];
    const stored = localStorage.getItem(`sopbook:read:${name}`);
    return [stored === null ? undefined : (JSON.parse(stored) as { revision: number }).revision, newest];
  });
}

test("says nothing on a first visit, and remembers it once the page has been looked at", async () => {
  const page = await site.open(path);
  expect([await page.locator("last-read").isVisible(), await readRemembered(page)]).toEqual([false, [undefined, expect.any(Number)]]);
  await expect.poll(async () => new Set(await readRemembered(page)).size).toBe(1);
  expect(await page.locator("last-read, [data-news]").evaluateAll((all) => all.map((one) => one.childElementCount))).toEqual([0]);
});

test("tells a reader who comes back what changed, marks it, and leads from one change to the next", async () => {
  const page = await comeBack();
  const notice = page.getByRole("region", { name: "Changes since you last read it" });
  const status = notice.getByRole("status");
  const told = await status.innerText();
  expect(told).toMatch(/^Changed since you read it on 3\sOctober\s2026: \d+\sparagraphs?/);
  const parts = told.slice(told.indexOf(": ") + 2).split(", ");
  const blocks = parts.map((one) => Number(/^(\d+)\s(?!removed)/.exec(one)?.[1] ?? 0)).reduce((sum, one) => sum + one, 0);
  const marked = await page.locator("[data-field][data-news]").evaluateAll((all) => all.map((one) => one.getAttribute("data-field")));
  // A field that several elements show is one change.
  const fields = marked.filter((one, index) => one !== marked[index - 1]).length;
  const count = blocks + fields;
  expect([blocks, fields].every(Boolean)).toBe(true);
  expect(await page.locator("[data-revision][data-news]").count()).toBe(blocks);
  // Few fields are named one by one, many as “the facts”.
  const named = parts.filter((one) => /^\D/.test(one));
  expect([[expect.stringMatching(/^the facts/)], Array.from({ length: fields }, () => expect.any(String))]).toContainEqual(named);
  await page.keyboard.press("Alt+n");
  expect(await status.innerText()).toBe(`Change 1 of ${count}`);
  expect(await page.locator(":focus").evaluate((one) => one.matches("[data-news]"))).toBe(true);
  await page.keyboard.press("Alt+Shift+N");
  expect(await status.innerText()).toBe(`Change ${count} of ${count}`);
  await notice.getByRole("button", { name: "Next change" }).click();
  expect(await status.innerText()).toBe(`Change 1 of ${count}`);
  await expect.poll(() => page.locator(":focus").evaluate((one) => one.getBoundingClientRect().top < innerHeight)).toBe(true);
  const compare = await notice.getByRole("link", { name: "Compare" }).getAttribute("href");
  expect(compare).toMatch(/\/en\/stages\/demo\/history\/\?from=r1&to=r\d+$/);
});

test("marks what shows the fields that changed, as one change each, and leads there with the key", async () => {
  const page = await comeBack("/en/stages/hand-over/");
  const fields = page.locator("[data-field][data-news]");
  const names = await fields.evaluateAll((all) => all.map((one) => one.getAttribute("data-field")));
  expect(names).toEqual(expect.arrayContaining(["followUp", "disqualify"]));
  const status = page.locator("last-read [role=status]");
  const reached: (string | null)[] = [];
  await page.keyboard.press("Alt+n");
  const count = Number(/of (\d+)$/.exec(await status.innerText())?.[1]);
  for (let step = 0; step < count; step++) {
    reached.push(await page.locator(":focus").getAttribute("data-field"));
    await page.keyboard.press("Alt+n");
  }
  expect(reached.filter(Boolean)).toEqual([...new Set(names)]);
});

test("marks on a revision's page what shows the fields that it changed, without JavaScript too", async () => {
  const page = await site.open("/en/stages/hand-over/r2/", { javaScriptEnabled: false });
  /** The fields whose texts hold insertions that are marked. */
  const list = () =>
    page.locator("[data-field] ins:visible").evaluateAll((all) => {
      const marked = all.filter((one) => getComputedStyle(one).backgroundColor !== "rgba(0, 0, 0, 0)");
      return [...new Set(marked.map((one) => one.closest("[data-field]")!.getAttribute("data-field")))];
    });
  expect(await list()).toEqual([]);
  await page.getByRole("link", { name: "Show changes" }).click();
  expect(await list()).toEqual(["disqualify"]);
  // Of a tool that went, nothing stands there that could be marked in its words.
  expect(await page.locator("[data-field][data-change]").evaluateAll((all) => all.map((one) => one.getAttribute("data-field")))).toEqual([
    "tools",
  ]);
  expect(await page.locator(".field-changes").isVisible()).toBe(true);
});

test("keeps the notice for a reader who leaves at once, and forgets it when it is marked as read", async () => {
  const page = await comeBack();
  await page.reload();
  await page.locator("last-read [role=status]:not(:empty)").waitFor();
  expect((await readRemembered(page))[0]).toBe(1);
  await page.getByRole("button", { name: "Mark as read" }).click();
  expect([await page.locator("last-read").innerText(), await page.locator("[data-news]").count()]).toEqual(["Marked as read.", 0]);
  expect(new Set(await readRemembered(page)).size).toBe(1);
  await page.reload();
  expect(await page.locator("last-read").isVisible()).toBe(false);
});

test("counts as read what has been on the screen for a while", async () => {
  const page = await comeBack();
  await page.setViewportSize({ width: 1280, height: 20_000 });
  await expect.poll(async () => new Set(await readRemembered(page)).size).toBe(1);
  expect(await page.locator("[data-news]").count()).toBeGreaterThan(0);
});

test("says only that a page may have changed where its history is another one now", async () => {
  const page = await comeBack();
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage))
      localStorage.setItem(key, JSON.stringify({ revision: 999, id: "gone", at: Date.UTC(2026, 9, 3) }));
  });
  await page.reload();
  await expect
    .poll(() => page.locator("last-read [role=status]").innerText())
    .toMatch(/^This page may have changed since you read it on [23]\sOctober\s2026\.$/);
  expect(await page.locator("[data-news]").count()).toBe(0);
  await page.goto(site.url("/en/"));
  expect(await page.locator(".read-dot").count()).toBe(0);
});

test.each(["/en/stages/", "/en/", "/en/scripts/", "/en/terms/", "/en/paths/sales-rep-onboarding/"])(
  "shows a dot in %s at what changed, until it is read",
  async (list) => {
    const page = await site.open(list);
    const before = await page.locator(".read-dot").count();
    await page.evaluate(() => {
      const marks = [...document.querySelectorAll<HTMLElement>("[data-read]")].map(
        (one) => JSON.parse(one.dataset["read"]!) as [string, number],
      );
      const [name, revision] = marks.find((one) => one[1] > 1)!;
      localStorage.setItem(`sopbook:read:${name}`, JSON.stringify({ revision: revision - 1, id: "old", at: 1 }));
    });
    await page.reload();
    const dots = page.locator(".read-dot");
    expect(before).toBe(0);
    expect(await dots.first().innerText()).toBe("(changed since you read it)");
    await page.evaluate(() => localStorage.clear());
    await page.evaluate(() => dispatchEvent(new StorageEvent("storage")));
    expect(await dots.count()).toBe(0);
  },
);

test.each(["light", "dark"] as const)("passes axe with a notice and marks, %s", async (colorScheme) => {
  const page = await comeBack();
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await page.evaluate(axe.source);
  const found = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run({ resultTypes: ["violations"] }));
  expect(found.violations.map(({ id, nodes }) => `${id} ${nodes.map((one) => one.target.join(" ")).join(", ")}`)).toEqual([]);
});

test("keeps languages apart", async () => {
  const page = await comeBack();
  await page.goto(site.url("/stages/demo/"));
  expect(await page.locator("last-read").isVisible()).toBe(false);
});

test.each<[string, () => void]>([
  [
    "is full",
    () =>
      void (Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      }),
  ],
  [
    "is forbidden",
    () =>
      void Object.defineProperty(window, "localStorage", {
        get: () => {
          throw new DOMException("forbidden", "SecurityError");
        },
      }),
  ],
  ["holds something else", () => localStorage.setItem("sopbook:read:/en/stages/demo", '{"v":0}')],
])("says nothing false where storage %s", async (_, spoil) => {
  const page = await site.open("/nowhere/");
  const errors: string[] = [];
  page.on("pageerror", (one) => errors.push(one.message));
  await page.addInitScript(spoil);
  for (const one of [path, "/en/stages/", "/en/"]) await page.goto(site.url(one));
  await page.goto(site.url(path));
  await page.waitForTimeout(3500);
  expect([errors, await page.locator("last-read").isVisible(), await page.locator(".read-dot").count()]).toEqual([[], false, 0]);
});

test("shows nothing odd without JavaScript", async () => {
  const page = await site.open(path, { javaScriptEnabled: false });
  expect([await page.locator("last-read").isVisible(), await page.locator("[data-news], .read-dot").count()]).toEqual([false, 0]);
});
