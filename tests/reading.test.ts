import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { desktop, phone, visitSite } from "./browser.ts";
import { listPages } from "./built-site.ts";
import { inspectTemplates } from "./templates.ts";

const site = visitSite();

test("shows every text of every template without JavaScript", async () => {
  const findings: string[] = [];
  await inspectTemplates(site, {
    homes: ["/"],
    options: { javaScriptEnabled: false },
    async inspect(page, path) {
      // Where a revision shows its changes, the facts that stayed the same are in the view of the text alone.
      if (path.includes("#")) return;
      findings.push(...(await page.evaluate(listHiddenTexts)).map((one) => `${path} ${one}`));
    },
  });
  expect(findings).toEqual([]);
});

test("leads from home to a heading of a document, and on to the next document, without JavaScript on a phone", async () => {
  const page = await site.open("/", { javaScriptEnabled: false, viewport: phone });
  const seen: string[] = [];
  const note = async () => seen.push(`${decodeURI(page.url().slice(site.url("/").length - 1))} ${await page.locator("h1").innerText()}`);
  await page.locator(".bar button").click();
  await page.locator(".navigation").getByRole("link", { name: "话术" }).click();
  await note();
  await page.locator("main").getByRole("link", { name: "陌生电话" }).click();
  await note();
  await page.locator(".bar").getByRole("link", { name: "本页目录" }).click();
  await page.locator(".contents").getByRole("link", { name: "约时间" }).click();
  await note();
  expect(await page.locator("h2:target").innerText()).toBe("约时间");
  await page.locator(".neighbours a").last().click();
  await note();
  await page.locator(".bar").getByRole("link", { name: "搜索" }).click();
  await note();
  expect(seen).toEqual([
    "/scripts/ 话术",
    "/scripts/cold-call/ 陌生电话",
    "/scripts/cold-call/#约时间 陌生电话",
    "/scripts/first-email/ 开发邮件",
    "/search/ 搜索手册",
  ]);
});

test.each([true, false])("switches the language of the same document and back, JavaScript allowed: %s", async (javaScriptEnabled) => {
  const page = await site.open("/objections/too-expensive/", { javaScriptEnabled });
  await page.getByRole("link", { name: "English" }).click();
  await page.waitForURL(site.url("/en/objections/too-expensive/"));
  expect([await page.locator("html").getAttribute("lang"), await page.locator("h1").innerText()]).toEqual(["en", "Too expensive"]);
  await page.getByRole("link", { name: "中文" }).click();
  await page.waitForURL(site.url("/objections/too-expensive/"));
  expect([await page.locator("html").getAttribute("lang"), await page.locator("h1").innerText()]).toEqual(["zh-CN", "太贵了"]);
});

test("leads from every page to the same one in the other language", () => {
  const findings = listPages()
    .filter(({ file }) => file.endsWith("index.html"))
    .flatMap(({ file, html }) => {
      const path = `/${file.replace(/index\.html$/, "")}`;
      const other = path.startsWith("/en/") ? path.slice(3) : `/en${path}`;
      // Parsing hundreds of pages for one link would take seconds.
      const [, link] = /class="header-language" href="([^"]*)"/.exec(html) ?? [];
      // Each language counts its own revisions; one that the other does not have leads to the document.
      const expected = [other, ...(/\/r\d+\/$/.test(other) ? [other.replace(/r\d+\/$/, "")] : [])];
      return expected.includes(decodeURI(link ?? "nowhere")) ? [] : [`${path} leads to ${link}`];
    });
  expect(findings).toEqual([]);
});

test("asks other hosts for nothing, breaks no content policy and logs no error on any template", async () => {
  const findings: string[] = [];
  await inspectTemplates(site, {
    homes: ["/en/"],
    async prepare(page) {
      const note = (text: string) => findings.push(`${page.url()} ${text}`);
      page.on("pageerror", (one) => note(one.message));
      page.on("request", (one) => one.url().startsWith(site.url("/")) || note(`asks for ${one.url()}`));
      // The browser logs the answer 404 as an error, too.
      page.on("console", (one) => one.type() === "error" && one.location().url !== page.url() && note(one.text()));
      await page.addInitScript(() =>
        document.addEventListener("securitypolicyviolation", (one) => console.error(`refused ${one.blockedURI}`)),
      );
    },
    inspect: (page) => page.keyboard.press("Control+k"),
  });
  expect(findings).toEqual([]);
});

test("moves nothing for readers who asked for less motion", async () => {
  const page = await site.open("/", { reducedMotion: "reduce" });
  const findings: string[] = [];
  for (const path of ["/", "/scripts/", "/stages/demo/", "/en/search/?q=CRM"]) {
    await page.goto(site.url(path));
    findings.push(...(await page.evaluate(listMoving)).map((one) => `${path}: ${one}`));
  }
  expect(findings).toEqual([]);
});

test.each([
  ["phone", phone],
  ["desktop", desktop],
])("prints the document and nothing around it, from a %s", async (_, viewport) => {
  const page = await site.open("/objections/no-budget/", { viewport });
  await page.emulateMedia({ media: "print" });
  const visible = (selector: string) => page.locator(selector).evaluateAll((all) => all.filter((one) => one.checkVisibility()).length);
  const counts = Object.fromEntries(
    await Promise.all(
      [".navigation", ".bar", ".footer", "dialog", ".header-search", ".header-language", ".contents", ".copy", "h1", ".tab"].map(
        async (one) => [one, await visible(one)] as const,
      ),
    ),
  );
  expect(counts).toEqual({
    ".navigation": 0,
    ".bar": 0,
    ".footer": 0,
    dialog: 0,
    ".header-search": 0,
    ".header-language": 0,
    ".contents": 0,
    ".copy": 0,
    h1: 1,
    ".tab": 3,
  });
  expect(await page.locator(".tab-label").evaluateAll((all) => all.map((one) => one.checkVisibility()))).toEqual([true, true, true]);
});

test("breaks long lines of code on paper, which can't be scrolled", async () => {
  const page = await site.open("/en/stages/demo/");
  const isCut = () =>
    page.evaluate(() => {
      const code = document.createElement("pre");
      code.textContent = "SELECT won FROM deals WHERE lost IS NULL ".repeat(20);
      document.querySelector(".text")?.append(code);
      return code.scrollWidth > code.clientWidth;
    });
  expect(await isCut()).toBe(true);
  await page.emulateMedia({ media: "print" });
  expect(await isCut()).toBe(false);
});

test("holds links that tell the owners which document is meant, and where to edit it", async () => {
  const page = await site.open("/en/stages/demo/");
  expect(await listFeedback(page)).toEqual([
    "https://github.com/example/sales-handbook/issues/new?title=Feedback: Demo&body=stages/demo (en)\nhttps://handbook.example.com/en/stages/demo/\n\n&labels=feedback",
    "mailto:sop@example.com?subject=Feedback: Demo&body=stages/demo (en)\nhttps://handbook.example.com/en/stages/demo/\n\n",
    "https://github.com/example/sales-handbook/edit/main/content/en/stages/40-demo.mdx",
  ]);
  await page.goto(site.url("/stages/demo/"));
  expect(await listFeedback(page)).toEqual([
    "https://github.com/example/sales-handbook/issues/new?title=反馈：产品演示&body=stages/demo (zh-CN)\nhttps://handbook.example.com/stages/demo/\n\n&labels=feedback",
    "mailto:sop@example.com?subject=反馈：产品演示&body=stages/demo (zh-CN)\nhttps://handbook.example.com/stages/demo/\n\n",
    "https://github.com/example/sales-handbook/edit/main/content/zh-CN/stages/40-demo.mdx",
  ]);
});

test("marks a review that is overdue on the reader's own day", async () => {
  const page = await site.open("/en/stages/demo/", { timezoneId: "Asia/Shanghai" });
  const days: string[] = [];
  for (const day of ["2026-11-20", "2031-01-01"]) {
    await page.clock.setFixedTime(day);
    await page.reload();
    days.push(await page.locator(".control").innerText());
  }
  expect(days.map((one) => one.includes("overdue"))).toEqual([false, true]);
});

function listFeedback(page: Page): Promise<string[]> {
  return page.locator(".feedback a").evaluateAll((all) => all.map((one) => decodeURIComponent(one.getAttribute("href") ?? "")));
}

/** Texts of the page that can be neither seen nor opened. */
function listHiddenTexts(): string[] {
  // What only JavaScript can do is not offered without it.
  const scripted = "compare-revisions, compare-editions, site-search, .search-hint, .missing > .search-form";
  const needless = `details:not([open]), fieldset, summary, nav, script, ${scripted}`;
  const walker = document.createTreeWalker(document.querySelector("main") ?? document.body, NodeFilter.SHOW_TEXT);
  const hidden: string[] = [];
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent?.trim();
    const element = walker.currentNode.parentElement;
    if (!text || !element || element.closest(needless)) continue;
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) hidden.push(text);
  }
  return hidden;
}

/** Elements with a transition, an animation or smooth scrolling. */
function listMoving(): string[] {
  return [...document.querySelectorAll("*")].flatMap((one) => {
    const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(one);
    const moves = /[1-9]/.test(transitionDuration) || animationName !== "none" || scrollBehavior === "smooth";
    return moves ? [`${one.localName}.${one.className}`] : [];
  });
}
