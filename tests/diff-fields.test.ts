import { describe, expect, it } from "vitest";
import { diffFields } from "#diff/fields.ts";
import { diffText } from "#diff/words.ts";

describe("the difference of fields", () => {
  it("is empty where the data mean the same", () => {
    const before = { title: "Demo", crm: { stage: "Shown", probability: 40 }, tags: ["phone"], limits: null };
    expect(diffFields(before, { tags: ["phone"], crm: { probability: 40, stage: "Shown" }, title: "Demo" })).toEqual([]);
  });

  it("is empty where only quotation marks have another shape", () => {
    const before = { title: `"No budget"`, aliases: ["can't pay", "too dear"], rules: [{ do: "Don't push." }] };
    expect(diffFields(before, { title: "“No budget”", aliases: ["can’t pay", "too dear"], rules: [{ do: "Don’t push." }] })).toEqual([]);
  });

  it("tells items that changed, and none in which only quotation marks have another shape", () => {
    expect(diffFields({ aliases: ["can't pay", "too dear"] }, { aliases: ["can’t pay", "no money"] })).toEqual([
      {
        path: ["aliases"],
        before: ["can't pay", "too dear"],
        after: ["can’t pay", "no money"],
        items: [
          { type: "removed", from: 1, before: "too dear" },
          { type: "added", to: 1, after: "no money" },
        ],
      },
    ]);
  });

  it("tells fields that changed, came and went, by their path", () => {
    const before = { title: "演示", maxAge: "14 days", crm: { stage: "已演示", probability: 40 } };
    const after = { title: "产品演示", crm: { stage: "已演示", probability: 50 }, order: 4 };
    expect(diffFields(before, after)).toEqual([
      { path: ["title"], before: "演示", after: "产品演示" },
      { path: ["crm", "probability"], before: 40, after: 50 },
      { path: ["order"], before: undefined, after: 4 },
      { path: ["maxAge"], before: "14 days", after: undefined },
    ]);
  });

  it("matches items of a list by what they say and not by their place", () => {
    const [confirmed, open] = [
      { text: "客户书面确认了需求纪要。", by: "buyer" },
      { text: "报价方案发出了。", by: "rep" },
    ];
    const written = { text: "客户书面确认了会议纪要。", by: "buyer" };
    const exit = diffFields({ exit: [confirmed, open] }, { exit: [{ text: "管钱的人到场。", by: "buyer" }, written, open] });
    expect(exit.map(({ path, items }) => ({ path, items }))).toEqual([
      {
        path: ["exit"],
        items: [
          { type: "added", to: 0, after: { text: "管钱的人到场。", by: "buyer" } },
          {
            type: "changed",
            from: 0,
            to: 1,
            before: confirmed,
            after: written,
            fields: [{ path: ["text"], before: confirmed.text, after: written.text }],
          },
        ],
      },
    ]);
  });

  it("matches items of the same name however much else of them changed", () => {
    const before = { outcomes: [{ id: "call-back", label: "Call again", crmAction: "Create a task." }] };
    const after = {
      outcomes: [
        { id: "booked", label: "Booked" },
        { id: "call-back", label: "Ring them up later", crmAction: "Note the hour." },
      ],
    };
    expect(diffFields(before, after)[0]!.items).toEqual([
      { type: "added", to: 0, after: after.outcomes[0] },
      {
        type: "changed",
        from: 0,
        to: 1,
        before: before.outcomes[0],
        after: after.outcomes[1],
        fields: [
          { path: ["label"], before: "Call again", after: "Ring them up later" },
          { path: ["crmAction"], before: "Create a task.", after: "Note the hour." },
        ],
      },
    ]);
  });

  it("tells items that moved and those that are gone where they stood", () => {
    const [before, after] = [
      ["phone", "price", "new-hire", "email"],
      ["email", "phone", "new-hire"],
    ];
    expect(diffFields({ tags: before }, { tags: after })[0]!.items).toEqual([
      { type: "moved", from: 3, to: 0, before: "email", after: "email" },
      { type: "removed", from: 1, before: "price" },
    ]);
  });

  it("tells one number of a list in place of another, but a short word as removed and added", () => {
    expect(diffFields({ cadence: [2, 4, 7] }, { cadence: [2, 5, 7] })[0]!.items).toEqual([
      { type: "changed", from: 1, to: 1, before: 4, after: 5 },
    ]);
    expect(diffFields({ tags: ["phone"] }, { tags: ["email"] })[0]!.items).toEqual([
      { type: "removed", from: 0, before: "phone" },
      { type: "added", to: 0, after: "email" },
    ]);
  });

  it("tells the only item of a list as changed where it has the same fields", () => {
    expect(
      diffFields({ targets: [{ value: 20, from: "2026-01-01" }] }, { targets: [{ value: 25, from: "2027-04-01" }] })[0]!.items![0]!.fields,
    ).toEqual([
      { path: ["value"], before: 20, after: 25 },
      { path: ["from"], before: "2026-01-01", after: "2027-04-01" },
    ]);
  });

  it("reads data of any kind, such as dates, names of prototypes and depths without end", () => {
    const deep: Record<string, unknown> = {};
    deep["self"] = deep;
    expect(diffFields(deep, deep)).toEqual([]);
    expect(diffFields({ toString: 1, date: new Date(0) }, { date: new Date(1) }).map(({ path }) => path)).toEqual([["date"], ["toString"]]);
    expect(diffFields("text", ["text"])).toEqual([{ path: [], before: "text", after: ["text"] }]);
  });

  it("matches long lists without comparing all items with all others", () => {
    const list = (word: string) => Array.from({ length: 5000 }, (_, index) => ({ text: `Item ${index} is ${word}` }));
    const items = diffFields({ list: list("old") }, { list: list("new") })[0]!.items!;
    expect(items.every(({ type }) => type === "changed")).toBe(true);
  });
});

describe("the difference of texts", () => {
  it("tells the words that changed", () => {
    expect(diffText("Target: 20 % of all deals", "Target: 25 % of deals")).toEqual([
      { type: "same", text: "Target: " },
      { type: "removed", text: "20 %" },
      { type: "added", text: "25 %" },
      { type: "same", text: " of" },
      { type: "removed", text: " all" },
      { type: "same", text: " deals" },
    ]);
  });

  it("takes text for text, whatever it looks like", () => {
    expect(diffText("<b>", "<b>!")).toEqual([
      { type: "same", text: "<b>" },
      { type: "added", text: "!" },
    ]);
    expect(diffText("", "")).toEqual([]);
  });
});
