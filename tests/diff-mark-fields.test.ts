import { describe, expect, it } from "vitest";
import { diffFields } from "#diff/fields.ts";
import { toHtml } from "#diff/html.ts";
import { markFields } from "#diff/mark-fields.ts";
import { readPage } from "./fixtures/diff/page.ts";

const mark = (html: string, before: unknown, after: unknown) => toHtml(markFields(readPage(html), diffFields(before, after)));

describe("what shows fields that changed", () => {
  it("stays as it is where nothing changed", () => {
    const html = '<ul data-field="must"><li>Ask once.</li></ul>';
    expect(mark(html, { must: ["Ask once."] }, { must: ["Ask once."] })).toBe(html);
  });

  it("is marked in the words that changed, and in items that came", () => {
    expect(
      mark(
        '<div class="callout" data-field="must"><p class="cue">You must</p><ul><li>Answer the mail within 4 hours.</li><li> Write it down. </li><li>Don’t wait.</li></ul></div>',
        { must: ["Answer the mail within 8 hours.", "Don't wait.", "Go home."] },
        { must: ["Answer the mail within 4 hours.", "Write it down.", "Don’t wait."] },
      ),
    ).toBe(
      '<div class="callout" data-field="must"><p class="cue">You must</p><ul><li>Answer the mail within <del>8 hours</del><ins>4 hours</ins>.</li><li> <ins>Write it down.</ins> </li><li>Don’t wait.</li></ul></div>',
    );
  });

  it("is marked within records, and nowhere else", () => {
    expect(
      mark(
        '<section data-field="compliance"><h2>Rules</h2><p>Name the sender.</p><p>I will stop the same day.</p></section><p data-field="why">Name the sender.</p>',
        { compliance: [{ rule: "Name the sender.", wording: "I will delete it." }], why: "Name the sender." },
        { compliance: [{ rule: "Name the sender.", wording: "I will stop the same day." }], why: "Name the sender." },
      ),
    ).toBe(
      '<section data-field="compliance"><h2>Rules</h2><p>Name the sender.</p><p><del>I will delete it.</del><span class="only-changes"> → </span><ins>I will stop the same day.</ins></p></section><p data-field="why">Name the sender.</p>',
    );
  });

  it("is marked across the places where lines of Chinese may break", () => {
    expect(
      mark(
        '<ul data-field="must"><li>接到<wbr>线索后<wbr><span class="whole">10 分钟</span>内<wbr>打电话。</li><li>记<wbr>下来。</li></ul>',
        { must: ["接到线索后30 分钟内打电话。", "记下来。"] },
        { must: ["接到线索后10 分钟内打电话。", "记下来。"] },
      ),
    ).toBe('<ul data-field="must"><li>接到线索后<del>30 分钟</del><ins>10 分钟</ins>内打电话。</li><li>记下来。</li></ul>');
  });

  it("is marked where its text stands beside signs", () => {
    expect(
      mark('<p data-field="do">→ Call them within 4 hours.</p>', { do: "Call them within 8 hours." }, { do: "Call them within 4 hours." }),
    ).toBe('<p data-field="do">→ Call them within <del>8 hours</del><ins>4 hours</ins>.</p>');
  });

  it("is marked as a whole where no text of it is found", () => {
    expect(mark('<p data-field="minutes order">About 20 min</p>', { minutes: 10 }, { minutes: 20 })).toBe(
      '<p data-field="minutes order" data-change="changed">About 20 min</p>',
    );
  });
});
