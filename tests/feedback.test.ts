import { expect, test } from "vitest";
import { editUrl, listFeedbackTargets } from "#handbook/feedback.ts";
import type { Document } from "#model/document.ts";
import type { Locale } from "#model/fields.ts";
import { type Settings, settings as schema } from "#model/settings.ts";

test("fills in an issue on GitHub", () => {
  const settings = makeSettings("github", "https://github.com/acorn/handbook/");
  expect(listFeedbackTargets(settings, makeDocument("en", "cold-call", "Cold call & more?"))).toEqual([
    {
      channel: "issue",
      href: "https://github.com/acorn/handbook/issues/new?title=Feedback%3A%20Cold%20call%20%26%20more%3F&body=scripts%2Fcold-call%20(en)%0Ahttps%3A%2F%2Facorn.example%2Fen%2Fscripts%2Fcold-call%2F%0A%0A&labels=feedback%2Csales%20team",
    },
    {
      channel: "email",
      href: "mailto:sop@acorn.example?subject=Feedback%3A%20Cold%20call%20%26%20more%3F&body=scripts%2Fcold-call%20(en)%0Ahttps%3A%2F%2Facorn.example%2Fen%2Fscripts%2Fcold-call%2F%0A%0A",
    },
  ]);
});

test("fills in an issue on GitLab, with labels as its quick action", () => {
  const settings = makeSettings("gitlab", "https://gitlab.com/acorn/handbook");
  const [issue] = listFeedbackTargets(settings, makeDocument("zh-CN", "报价", "报价"));
  const url = new URL(issue?.href ?? "");
  expect(`${url.origin}${url.pathname}`).toBe("https://gitlab.com/acorn/handbook/-/issues/new");
  expect(Object.fromEntries(url.searchParams)).toEqual({
    "issue[title]": "反馈：报价",
    "issue[description]": 'scripts/报价 (zh-CN)\nhttps://acorn.example/scripts/%E6%8A%A5%E4%BB%B7/\n\n\n\n/label ~"feedback" ~"sales team"',
  });
});

test("keeps a title within its field, whatever it holds", () => {
  const settings = makeSettings("github", "https://github.com/acorn/handbook");
  const title = '"><script>&body=x#y\n%0A';
  for (const { href } of listFeedbackTargets(settings, makeDocument("en", "cold-call", title))) {
    expect(href).not.toMatch(/["<>\s#]/);
    expect(new URL(href).searchParams.get(href.startsWith("mailto:") ? "subject" : "title")).toBe(`Feedback: ${title}`);
  }
});

test("offers nothing where the settings name no channel, and no issue without a repository", () => {
  const { feedback, repository, ...others } = makeSettings("github", "https://github.com/acorn/handbook");
  expect(listFeedbackTargets(others, makeDocument("en", "cold-call", "Cold call"))).toEqual([]);
  expect(listFeedbackTargets({ ...others, feedback }, makeDocument("en", "cold-call", "Cold call")).map((one) => one.channel)).toEqual([
    "email",
  ]);
  expect(editUrl(others, makeDocument("en", "cold-call", "Cold call"))).toBeUndefined();
  expect(repository?.branch).toBe("main");
});

test("leads to where a file can be edited", () => {
  const document = makeDocument("zh-CN", "报价", "报价");
  expect(editUrl(makeSettings("github", "https://github.com/acorn/handbook/"), document)).toBe(
    "https://github.com/acorn/handbook/edit/main/content/zh-CN/scripts/%E6%8A%A5%E4%BB%B7.mdx",
  );
  expect(editUrl(makeSettings("gitlab", "https://gitlab.com/acorn/handbook", "/docs/sales/"), document)).toBe(
    "https://gitlab.com/acorn/handbook/-/edit/main/docs/sales/zh-CN/scripts/%E6%8A%A5%E4%BB%B7.mdx",
  );
  expect(editUrl(makeSettings("github", "https://github.com/acorn/handbook", ""), document)).toBe(
    "https://github.com/acorn/handbook/edit/main/zh-CN/scripts/%E6%8A%A5%E4%BB%B7.mdx",
  );
});

function makeSettings(forge: "github" | "gitlab", url: string, folder?: string): Settings {
  return schema.parse({
    title: { "zh-CN": "橡果销售手册", en: "Acorn Sales Handbook" },
    url: "https://acorn.example",
    locales: ["zh-CN", "en"],
    audiences: ["public", "internal"],
    audience: "internal",
    repository: { forge, url, folder },
    feedback: [
      { channel: "issue", labels: ["feedback", "sales team"] },
      { channel: "email", to: "sop@acorn.example" },
    ],
  });
}

function makeDocument(locale: Locale, id: string, title: string): Document {
  return { address: { locale, collection: "scripts", id }, file: `${locale}/scripts/${id}.mdx`, data: { title } } as unknown as Document;
}
