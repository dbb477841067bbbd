import { describe, expect, it } from "vitest";
import { diffArticles } from "#diff/difference.ts";
import { diffFields } from "#diff/fields.ts";
import { findFirstSentence } from "#diff/first-sentence.ts";
import { readPage } from "./fixtures/diff/page.ts";

/** The sentence with `[…]` around what was added. */
function find(before: string, after: string, old: unknown = {}, now: unknown = {}): string | undefined {
  return findFirstSentence(diffArticles(readPage(before), readPage(after)), diffFields(old, now))
    ?.map(({ type, text }) => (type === "added" ? `[${text}]` : text))
    .join("");
}

describe("the first sentence that changed", () => {
  it("is the one in which words changed, without those around it", () => {
    expect(
      find("<p>Ask once. Wait 8 hours for them. Then call.</p>", "<p>Ask once. Wait 4 hours for them. Then call.</p><p>New.</p>"),
    ).toBe("Wait [4 hours] for them.");
    expect(find("<p>先问一次。等 8 小时再打。</p>", "<p>先问一次。等 4 小时再打。</p>")).toBe("等 [4 小时]再打。");
  });

  it("is the same where words stand within elements, and where a paragraph was split", () => {
    expect(find("<p>Ask <b>one</b> of them. Wait.</p>", "<p>Ask <b>two</b> or <i>three</i> of them. Wait.</p>")).toBe(
      "Ask [two or three] of them.",
    );
    expect(find("<p>Ask them once. Then wait 8 hours.</p>", "<p>Ask them once.</p><p>Then wait 4 hours.</p>")).toBe("Then wait [4 hours].");
  });

  it("is a new one, also in a list", () => {
    expect(find("<ul><li>Ask.</li></ul>", "<ul><li>Ask.</li><li>Write it down. Send it.</li></ul>")).toBe("[Write it down.]");
    expect(find("<p>Count to 1.5 then.</p>", "<p>Count to 1.5 then. Listen.</p>")).toBe("[Listen.]");
  });

  it("is one of a field where the text is the same", () => {
    expect(
      find(
        "<p>Ask.</p>",
        "<p>Ask.</p>",
        { must: ["Call", "Wait a day before you call."] },
        { must: ["Call", "Wait two days before you call."] },
      ),
    ).toBe("Wait [two days] before you call.");
  });

  it("is cut between words to where it changed", () => {
    const long = "Everybody who talks to a customer of ours about anything that has to do with prices";
    expect(
      find(
        `<p>${long} asks first and writes down whatever was said then, on the same day.</p>`,
        `<p>${long} never asks first and writes down whatever was said then, on the same day and no later.</p>`,
      ),
    ).toBe("…anything that has to do with prices[ never] asks first and writes down whatever was said…");
  });

  it("is one in which words changed, and not only signs", () => {
    expect(find("<ul><li>先认可</li><li>问一次。</li></ul>", "<ul><li>先认可。</li><li>问两次。</li></ul>")).toBe("问[两次]。");
    expect(find("<p>Ask</p>", "<p>Ask.</p>")).toBeUndefined();
  });

  it("is none where nothing is written anew", () => {
    expect(find("<p>Ask.</p><p>Wait for a day.</p>", "<p>Ask.</p>")).toBeUndefined();
    expect(find("<p>Ask.</p>", "<p>Ask.</p>")).toBeUndefined();
  });
});
