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

const paragraphs = async ({ body }: Pick<Text, "body">) =>
  body.source
    .trim()
    .split(/\n{2,}/)
    .map((one) => `<p>${one}</p>`)
    .join("\n");

test("renders the parts of a text that are new at once, and what stayed not again", async () => {
  const render = vi.fn(paragraphs);
  const show = async (source: string) => {
    render.mockClear();
    const { html, nodes } = await renderOnce(render)(write(source));
    return { html, nodes, rendered: render.mock.calls.map(([{ body }]) => body.source.match(/\w+/g)) };
  };
  const first = await show("Alpha.\n\nBeta.\n\nGamma.\n");
  expect(first.html).toBe("<p>Alpha.</p>\n<p>Beta.</p>\n<p>Gamma.</p>");
  expect(first.rendered).toEqual([["Alpha", "Beta", "Gamma"]]);
  const second = await show("Alpha.\n\nDelta.\n\nBeta.\n\nEpsilon.\n");
  expect(second.html).toBe("<p>Alpha.</p>\n<p>Delta.</p>\n<p>Beta.</p>\n<p>Epsilon.</p>");
  expect(second.rendered).toEqual([["Delta", "Epsilon"]]);
  expect(second.nodes[0]).toBe(first.nodes[0]);
  expect(second.nodes.filter((one) => typeof one === "string")).toEqual(["\n", "\n", "\n"]);
});

test("renders the parts of several texts at once that are asked for in the same turn", async () => {
  const render = vi.fn(paragraphs);
  const show = renderOnce(render);
  const [one, other, elsewhere] = await Promise.all([
    show(write("Lambda.\n\nMu.\n")),
    show(write("Lambda.\n\nNu.\n")),
    show(write("Lambda.\n\nXi.\n", { links: { "xi.mdx": "/guides/xi/" } })),
  ]);
  expect([one, other, elsewhere].map(({ html }) => html)).toEqual([
    "<p>Lambda.</p>\n<p>Mu.</p>",
    "<p>Lambda.</p>\n<p>Nu.</p>",
    "<p>Lambda.</p>\n<p>Xi.</p>",
  ]);
  expect(other.nodes[0]).toBe(one.nodes[0]);
  expect(render.mock.calls.map(([{ body }]) => body.source.match(/\w+/g))).toEqual([
    ["Lambda", "Mu", "Nu"],
    ["Lambda", "Xi"],
  ]);
});

test.for([
  ["what can't be rendered at once", "\ufdd3", "Zeta.\n\nEta.\n"],
  ["a text that holds the character between the parts", "never", "Theta \ufdd3.\n\nIota.\n"],
])("renders one by one %s", async ([, refused = "", source = ""]) => {
  const render = vi.fn(async (text: Pick<Text, "body">) => {
    if (text.body.source.includes(refused)) throw new Error("no");
    return paragraphs(text);
  });
  const { html } = await renderOnce(render)(write(source));
  expect(html).toBe(await paragraphs(write(source)));
});

test("finds the part of many that can't be rendered by itself in few steps, and then renders its text as a whole", async () => {
  const render = vi.fn(async (text: Pick<Text, "body">) => {
    const { source } = text.body;
    if (source.includes("Opens") !== source.includes("Closes")) throw new Error("It goes on in another part.");
    return paragraphs(text);
  });
  const show = renderOnce(render);
  const sources = Array.from({ length: 32 }, (_, number) => `Before ${number}.\n\nAfter ${number}.\n`);
  const made = await Promise.all([...sources, "Opens.\n\nMiddle.\n\nCloses \ufdd3.\n"].map((source) => show(write(source))));
  expect(made.slice(0, -1).map(({ html }) => html)).toEqual(await Promise.all(sources.map((source) => paragraphs(write(source)))));
  expect(made.at(-1)?.html).toBe("<p>Opens.</p>\n<p>Middle.</p>\n<p>Closes \ufdd3.</p>");
  expect(render.mock.calls.length).toBeLessThan(25);
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
