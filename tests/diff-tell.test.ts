import { describe, expect, it } from "vitest";
import { nameFields, tell, type Told } from "#diff/tell.ts";
import { changeWords } from "#i18n/changes.ts";
import { fieldNames } from "#i18n/fields.ts";
import { type Locale, localeNames } from "#model/fields.ts";
import { blockKinds } from "#diff/blocks.ts";

const nothing: Told = { blocks: { added: [], removed: [], changed: [], moved: [], split: [], joined: [] }, fields: [] };
const say = (told: Told, locale: Locale = "en") => tell(told, changeWords[locale].telling, fieldNames[locale]);

describe("what changed in words", () => {
  const told: Told = {
    blocks: {
      ...nothing.blocks,
      changed: [
        { kind: "paragraph", count: 2 },
        { kind: "paragraph", component: "say", count: 1 },
        { kind: "row", count: 1 },
      ],
      added: [{ kind: "component", component: "note", count: 1 }],
      moved: [{ kind: "item", component: "checklist", count: 3 }],
    },
    fields: [
      { name: "exit", type: "changed" },
      { name: "targets", type: "changed" },
      { name: "maxAge", type: "removed" },
    ],
  };

  it("names blocks by their kind and fields as readers do", () => {
    expect(say(told)).toBe(
      "Changed 2 paragraphs, 1 line to say, 1 table row, the exit criteria, the target; added 1 note; removed the longest stay; moved 3 list items",
    );
    expect(say(told, "zh-CN")).toBe("改了 2 段、1 句话术、1 行表格、“退出条件”、“目标”；加了 1 条提示；删了“最长停留”；挪了 3 条");
  });

  it("counts blocks of one name together, and components that have no name of their own", () => {
    const changed: Told["blocks"]["changed"] = [
      { kind: "paragraph", count: 1 },
      { kind: "paragraph", component: "note", count: 2 },
      { kind: "component", component: "constructor", count: 2 },
    ];
    expect(say({ ...nothing, blocks: { ...nothing.blocks, changed } })).toBe("Changed 3 paragraphs, 2 boxes");
  });

  it("names only so many fields", () => {
    const fields = ["title", "summary", "owner", "roles", "tags", "x", "y"].map((name) => ({ name, type: "changed" as const }));
    expect(say({ ...nothing, fields })).toBe("Changed the title, the summary, the owner, the roles, 3 other fields");
    expect(say({ ...nothing, fields: fields.slice(0, 5) })).toBe("Changed the title, the summary, the owner, the roles, the tags");
  });

  it("says so where nothing changed", () => {
    expect(localeNames.map((locale) => say(nothing, locale))).toEqual(["看得见的内容没有变", "Nothing changed that readers see"]);
  });

  it("has words for every kind of block", () => {
    for (const locale of localeNames)
      expect(Object.keys(changeWords[locale].telling.blocks)).toEqual(
        expect.arrayContaining(blockKinds.filter((kind) => kind !== "divider")),
      );
  });

  it("names each field once, whatever happened in it", () => {
    expect(
      nameFields([
        { path: ["crm", "stage"], before: "a", after: "b" },
        { path: ["crm", "forecast"], before: undefined, after: "b" },
        { path: ["tags"], before: undefined, after: ["a"] },
        { path: ["maxAge"], before: "1 day", after: undefined },
      ]),
    ).toEqual([
      { name: "crm", type: "changed" },
      { name: "tags", type: "added" },
      { name: "maxAge", type: "removed" },
    ]);
  });
});
