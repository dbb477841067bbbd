import { describe, expect, it } from "vitest";
import { diffArticles } from "#diff/difference.ts";
import { summarizeChanges } from "#diff/summary.ts";
import { readPage } from "./fixtures/diff/page.ts";

const nothing = { added: [], removed: [], changed: [], moved: [], split: [], joined: [] };
const summarize = (before: string, after: string) => summarizeChanges(diffArticles(readPage(before), readPage(after)));
const table = (rows: string[][]) =>
  `<div class="table"><table>${rows.map((row) => `<tr>${row.map((cell) => `<th>${cell}</th>`).join("")}</tr>`).join("")}</table></div>`;

describe("the summary of a difference", () => {
  it("is empty where nothing changed", () => {
    expect(summarize("<p>Ask once.</p>", "<p>Ask\nonce.</p>")).toEqual(nothing);
  });

  it("counts no block in which only quotation marks have another shape", () => {
    expect(summarize(`<p>Don't ask "why".</p><p>Wait a day.</p>`, "<p>Don’t ask “why”.</p><p>Wait two days.</p>")).toEqual({
      ...nothing,
      changed: [{ kind: "paragraph", count: 1 }],
    });
  });

  it("counts blocks by what happened to them and by their kind", () => {
    const before = "<h2>Open</h2><p>Ask them once about it.</p><p>Then wait for an answer.</p><ul><li>Write it down</li></ul>";
    const after =
      "<h2>Begin</h2><p>Ask them twice about it.</p><p>Then wait for the answer.</p><ul><li>Write it down</li><li>Send it</li></ul><p>回访客户。</p>";
    expect(summarize(before, after)).toEqual({
      ...nothing,
      added: [
        { kind: "paragraph", count: 1 },
        { kind: "item", count: 1 },
      ],
      changed: [
        { kind: "heading", count: 1 },
        { kind: "paragraph", count: 2 },
      ],
    });
  });

  it("names the component that changed, or in which something changed", () => {
    const say = (text: string) =>
      `<div class="spoken" data-kind="say"><p class="cue">Say</p><div class="spoken-text"><p>${text}</p></div></div>`;
    const note = '<div class="callout" data-kind="note"><p class="cue">Note</p><p>Only on weekdays.</p></div>';
    expect(summarize(say("May I take 30 seconds?"), say("May I take 60 seconds?") + note)).toEqual({
      ...nothing,
      added: [{ kind: "component", component: "note", count: 1 }],
      changed: [{ kind: "paragraph", component: "say", count: 1 }],
    });
  });

  it("counts rows and columns of a table, not its cells", () => {
    const before = table([
      ["Segment", "Price"],
      ["Small", "¥36,000"],
      ["Mid", "¥108,000"],
    ]);
    const after = table([
      ["Segment", "Seats", "Price"],
      ["Small", "20", "¥36,000"],
      ["Mid", "60", "¥120,000"],
    ]);
    expect(summarize(before, after)).toEqual({ ...nothing, added: [{ kind: "column", count: 1 }], changed: [{ kind: "row", count: 1 }] });
  });

  it("counts a new table and a new list as one", () => {
    expect(summarize("", `${table([["Segment"], ["Small"]])}<ol><li>Call</li><li>Wait</li></ol>`)).toEqual({
      ...nothing,
      added: [
        { kind: "list", count: 1 },
        { kind: "table", count: 1 },
      ],
    });
  });

  it("counts what moved, and what changed on the way in both ways", () => {
    const [one, two, three] = [
      "<p>先让客户把话说完，数到三再问。</p>",
      "<p>把问题写在纸上，让他看见你在听。</p>",
      "<p>最后约好下次的时间。</p>",
    ];
    expect(summarize(one + two + three, two + three + one)).toEqual({ ...nothing, moved: [{ kind: "paragraph", count: 1 }] });
    expect(summarize(one + two + three, two + three + one.replace("三", "五"))).toEqual({
      ...nothing,
      changed: [{ kind: "paragraph", count: 1 }],
      moved: [{ kind: "paragraph", count: 1 }],
    });
  });

  it("counts paragraphs that were split and joined", () => {
    const [one, two] = ["先让客户把话说完，数到三再问。", "把问题写在纸上，让他看见你在听。"];
    expect(summarize(`<p>${one}${two}</p>`, `<p>${one}</p><p>${two}</p>`)).toEqual({
      ...nothing,
      split: [{ kind: "paragraph", count: 1 }],
    });
    expect(summarize(`<p>${one}</p><p>${two}</p>`, `<p>${one}${two}</p>`)).toEqual({
      ...nothing,
      joined: [{ kind: "paragraph", count: 1 }],
    });
  });
});
