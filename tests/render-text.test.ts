import { expect, test, vi } from "vitest";
import { renderOnce } from "#components/render-text.ts";
import { makeLeads, makeText, type Text } from "#handbook/text.ts";
import type { Locale } from "#model/fields.ts";

test("names a text by all that it shows", () => {
  const key = write("One plan.").key;
  expect(write("One plan.").key).toBe(key);
  expect(write("Two plans.").key).not.toBe(key);
  expect(write("One plan.", { locale: "zh-CN" }).key).not.toBe(key);
  expect(write("One plan.", { links: { "pricing.mdx": "/guides/pricing/" } }).key).not.toBe(key);
  expect(JSON.stringify({ text: write("One plan.") })).toBe(JSON.stringify({ text: key }));
});

test("reads a source only where the text is rendered", () => {
  const source = vi.fn(() => "One plan.");
  const text = makeText(makeLeads({ slugs: [], links: {}, images: {}, elements: {}, variables: {} }), "en", "1", source);
  JSON.stringify(text);
  expect(source).not.toHaveBeenCalled();
  expect(text.body.source).toBe("One plan.");
});

test("renders a text once, whoever asks and how often", async () => {
  const render = vi.fn(async ({ body }: Pick<Text, "body">) => `<p>${body.source}</p>`);
  const text = write("Rendered once.");
  const [one, other] = await Promise.all([renderOnce(render)(text), renderOnce(render)(write("Rendered once."))]);
  expect(one.html).toBe("<p>Rendered once.</p>");
  expect(one.nodes).toEqual([{ name: "p", attributes: {}, children: ["Rendered once."] }]);
  expect(other).toBe(one);
  expect(render).toHaveBeenCalledTimes(1);
});

test("keeps only what was used last", async () => {
  const render = vi.fn(async ({ body }: Pick<Text, "body">) => body.source);
  const often = write("Used often.");
  for (let number = 0; number < 1000; number++) {
    await renderOnce(render)(write(`Text ${number}.`));
    await renderOnce(render)(often);
  }
  expect(render).toHaveBeenCalledTimes(1001);
  await renderOnce(render)(write("Text 0."));
  expect(render).toHaveBeenCalledTimes(1002);
});

test("does not keep what failed", async () => {
  const text = write("Fails at first.");
  const fail = () => Promise.reject(new Error("no"));
  await expect(renderOnce(fail)(text)).rejects.toThrow("no");
  expect((await renderOnce(async () => "well")(text)).html).toBe("well");
});

function write(source: string, { locale = "en" as Locale, links = {} } = {}): Text {
  return makeText(makeLeads({ slugs: [], links, images: {}, elements: {}, variables: {} }), locale, source, () => source);
}
