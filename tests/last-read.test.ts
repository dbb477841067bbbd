import { expect, test } from "vitest";
import { describeDocumentPage } from "#handbook/document-page.ts";
import { describeHomePage } from "#handbook/home-page.ts";
import type { Handbook } from "#handbook/handbook.ts";
import type { LastRead } from "#handbook/last-read.ts";
import { describeCollectionPage } from "#handbook/collection-page.ts";
import { judge, isChanged, type Past, readReading, storeReading } from "#islands/reads.ts";
import { compileBody } from "#source/compile.ts";
import { file, guide, plans, readStory, startStory } from "./history-story.ts";

const words = { footnotes: "Notes", backToReference: "{reference}", table: "Table" };
const page = (handbook: Handbook) => describeDocumentPage(handbook, { page: "document", ...plans });

function readLast(handbook: Handbook): LastRead {
  const { lastRead } = page(handbook);
  if (!lastRead) throw new Error("The page knows of no revision.");
  return lastRead;
}

test("tells each block of a text the revision that last changed it", async () => {
  const story = startStory();
  story.write(file, guide("One.\n\n- a\n- b\n\n| A |\n| - |\n| 1 |")).commit("2026-02-01", "Write");
  story.write(file, guide("One.\n\n- a\n- c\n\n| A |\n| - |\n| 1 |")).commit("2026-02-02", "Change an item");
  story
    .write(
      file,
      guide('Before.\n\nOne.\n\n- a\n- c\n\n| A |\n| - |\n| 2 |\n\n<Note title="N">bare</Note>\n\n```\nx\n```\n\nSee[^n].\n\n[^n]: Note.'),
    )
    .commit("2026-02-03", "Add");
  const { body } = page(readStory(story));
  const compiled = await compileBody(body, words);
  const code = "code" in compiled ? compiled.code : "";
  const found = [...code.matchAll(/<(p|li|tr|pre)\b[^>]*?data-revision=\\"(\d)\\"/g)].map(([, name, revision]) => `${name} ${revision}`);
  expect(found).toEqual(["p 3", "p 1", "li 1", "li 2", "tr 1", "tr 3", "pre 3", "p 3", "li 3"]);
  expect(code).toMatch(/title: "N",\s+"data-revision": "3"/);
});

test("counts for each earlier revision what changed since, what is gone, and which fields", () => {
  const story = startStory();
  story.write(file, guide("One.\n\nTwo.\n\nThree.")).commit("2026-02-01", "Write");
  story.write(file, guide("One.\n\nTwo and a half.\n\nThree.")).commit("2026-02-02", "Change");
  story.write(file, guide("One.\n\nTwo and a half.").replace("What we offer.", "What we sell.")).commit("2026-02-03", "Take away");
  expect(readLast(readStory(story)).since).toEqual([
    { first: 1, last: 1, fields: ["summary"], blocks: { paragraph: 1 }, removed: 1 },
    { first: 2, last: 2, fields: ["summary"], blocks: {}, removed: 1 },
  ]);
});

test("tells nothing of changes that readers do not see, and of what changed and came back", () => {
  const story = startStory();
  story.write(file, guide("一个\n方案。")).commit("2026-02-01", "Write");
  story.write(file, guide("两个方案。")).commit("2026-02-02", "Change");
  story.write(file, guide("一个方案。")).commit("2026-02-03", "Change back");
  story.write(file, guide("一个方案。").replace("reviewed: 2026-01-01", "reviewed: 2026-02-04")).commit("2026-02-04", "Review");
  const { mark, since } = readLast(readStory(story));
  expect([mark[1], since]).toEqual([3, [{ first: 2, last: 2, fields: [], blocks: { paragraph: 1 }, removed: 0 }]]);
  expect(page(readStory(story)).body.blame).toEqual({ paragraph: [{ revision: 3, held: [1] }] });
});

test("tells nothing of quotation marks that were only shaped anew", () => {
  const story = startStory();
  story.write(file, guide(`Don't say "maybe".`).replace("What we offer.", `The buyer's "why".`)).commit("2026-02-01", "Write");
  story.write(file, guide("Don’t say “maybe”.").replace("What we offer.", "The buyer’s “why”.")).commit("2026-02-02", "Shape");
  expect(readLast(readStory(story)).since).toEqual([]);
  expect(page(readStory(story)).body.blame).toEqual({ paragraph: [{ revision: 1 }] });
});

test("claims of nothing that stood where a shallow clone begins that it changed since", () => {
  const handbook = readStory(tellLong().clone("--depth=3"));
  const { lastRead, body } = page(handbook);
  // The clone counts from r1 again: what is r3 and r4 in the whole history.
  expect(body.blame).toEqual({ paragraph: [undefined, { revision: 1 }, { revision: 2 }] });
  expect(lastRead?.known.map(([number]) => number)).toEqual([1, 2]);
  expect(lastRead?.since).toEqual([{ first: 1, last: 1, fields: [], blocks: { paragraph: 1 }, removed: 0 }]);
  // A reader who saw an older text is told that it is unknown what changed, and one of the new text nothing.
  const whole = readLast(readStory(tellLong()));
  const judged = (number: number) => {
    const [, id = ""] = whole.known.find(([one]) => one === number) ?? [];
    const since = lastRead!.since.map((one): [number, number, string] => [one.first, one.last, "changed"]);
    return judge({ revision: number, id, at: 1 }, { mark: lastRead!.mark, known: lastRead!.known, since }).type;
  };
  expect([1, 2, 3, 4].map(judged)).toEqual(["unknown", "unknown", "changed", "same"]);
});

test("claims of nothing that it changed where a clone without texts can't tell", () => {
  const story = tellLong();
  story.git("config", "uploadpack.allowFilter", "true");
  const { lastRead, body } = page(readStory(story.clone("--filter=blob:none")));
  expect([body.blame, lastRead?.known.map(([number]) => number), lastRead?.since]).toEqual([{}, [4], []]);
  // With the text before the last change at hand, what that changed is known, and of the rest nothing.
  const clone = story.clone("--filter=blob:none");
  clone.git("-c", "protocol.file.allow=always", "cat-file", "-p", "HEAD~1:content/en/guides/plans.mdx");
  expect(page(readStory(clone)).body.blame).toEqual({ paragraph: [undefined, undefined, { revision: 4 }] });
});

/** Four revisions, of which each of the last three changes one paragraph. */
function tellLong() {
  const story = startStory();
  const texts = ["One.\n\nTwo.\n\nThree.", "One, mended.\n\nTwo.\n\nThree.", "One, mended.\n\nTwo, mended.\n\nThree."];
  for (const [index, text] of texts.entries()) story.write(file, guide(text)).commit(`2026-02-0${index + 1}`, "Write");
  story.write(file, guide(`${texts[2]!.slice(0, -6)}Three, mended.`)).commit("2026-02-04", "Write");
  return story;
}

test("skips a text that is no MDX", () => {
  const story = startStory();
  story.write(file, guide("One.\n\nTwo.")).commit("2026-02-01", "Write");
  story.write(file, guide("One.\n\nTwo.\n\n<Say>")).commit("2026-02-02", "Break");
  story.write(file, guide("One.\n\nTwo.\n\nThree.")).commit("2026-02-03", "Mend");
  const { since } = readLast(readStory(story));
  expect(since.map(({ first, blocks }) => [first, blocks])).toEqual([
    [1, { paragraph: 1 }],
    [2, undefined],
  ]);
});

test("knows a renamed document by its former name, and nothing without a history", () => {
  const story = startStory();
  story.write(file, guide("One plan.")).commit("2026-02-01", "Write");
  story.move(file, "en/guides/offers.mdx").commit("2026-02-02", "Rename");
  const handbook = readStory(story);
  const { lastRead } = describeDocumentPage(handbook, { page: "document", ...plans, id: "offers" });
  expect([lastRead?.mark[0], lastRead?.former]).toEqual(["/en/guides/offers", ["/en/guides/plans"]]);
  const alone: Handbook = { ...handbook, history: new Map() };
  expect(describeDocumentPage(alone, { page: "document", ...plans, id: "offers" }).lastRead).toBeUndefined();
});

test("gives lists the newest revision of each document", () => {
  const story = startStory();
  story.write(file, guide("One plan.")).commit("2026-02-01", "Write");
  story.write(file, guide("Two plans.")).commit("2026-02-02", "Change");
  const handbook = readStory(story);
  const { mark } = readLast(handbook);
  const { entries } = describeCollectionPage(handbook, { page: "collection", locale: "en", collection: "guides" });
  expect(entries.find((one) => one.id === "plans")?.read).toEqual(mark);
  expect(mark).toEqual(["/en/guides/plans", 2, expect.stringMatching(/^[0-9a-f]{8}$/)]);
  const [newest] = describeHomePage(handbook, "en").changes;
  expect(newest?.cards[0]?.read).toEqual(mark);
});

test("lists on the home page no change that left the meaning as it was", () => {
  const story = startStory();
  story.write(file, guide("It's one plan.")).commit("2026-02-01", "Write");
  story.write(file, guide("It’s one plan.")).commit("2026-02-02", "Shape");
  expect(describeHomePage(readStory(story), "en").changes[0]).toMatchObject({ subject: { text: "Write" }, more: 0 });
});

test("marks nothing that has not landed, and claims nothing of it", () => {
  const story = startStory();
  story.write(file, guide("One.\n\nTwo.")).commit("2026-02-01", "Write");
  story.write(file, guide("One.\n\nThree.")).commit("2026-02-02", "Change");
  story.write(file, guide("One.\n\nThree.\n\nNot committed."));
  const { body, lastRead } = page(readStory(story));
  expect(body.blame).toEqual({ paragraph: [{ revision: 1 }, { revision: 2 }] });
  expect(lastRead?.mark[1]).toBe(2);
  expect(lastRead?.since).toEqual([{ first: 1, last: 1, fields: [], blocks: { paragraph: 1 }, removed: 0 }]);
});

const past: Past = {
  mark: ["/en/guides/plans", 5, "eeee"],
  known: [
    [2, "bbbb"],
    [3, "cccc"],
    [4, "bbbb"],
    [5, "eeee"],
  ],
  since: [[2, 3, "2 paragraphs, exit criteria", ["exit"]]],
};

test.each([
  ["was never read", undefined, { type: "new" }],
  ["was read as it is", { revision: 5, id: "eeee", at: 1 }, { type: "same" }],
  ["was read as it is under another number", { revision: 9, id: "eeee", at: 1 }, { type: "same" }],
  [
    "changed",
    { revision: 2, id: "bbbb", at: 1 },
    { type: "changed", from: 2, what: "2 paragraphs, exit criteria", fields: ["exit"], at: 1 },
  ],
  ["changed in nothing that readers see", { revision: 4, id: "bbbb", at: 1 }, { type: "same" }],
  [
    "has other numbers now",
    { revision: 12, id: "cccc", at: 1 },
    { type: "changed", from: 3, what: "2 paragraphs, exit criteria", fields: ["exit"], at: 1 },
  ],
  ["has another history now", { revision: 9, id: "ffff", at: 1 }, { type: "unknown", at: 1 }],
])("judges a document that %s", (_, reading, verdict) => {
  expect(judge(reading, past)).toEqual(verdict);
});

test("shows a dot in lists only where something surely changed", () => {
  const mark = past.mark;
  expect(isChanged(undefined, mark)).toBe(false);
  expect(isChanged({ revision: 2, id: "bbbb", at: 1 }, mark)).toBe(true);
  expect(isChanged({ revision: 2, id: "eeee", at: 1 }, mark)).toBe(false);
  expect(isChanged({ revision: 9, id: "ffff", at: 1 }, mark)).toBe(false);
});

test("keeps what was read, and takes nothing else from storage for it", () => {
  const items = new Map<string, string>();
  const storage = () => ({
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
  });
  storeReading(past.mark, 7, storage);
  expect(readReading("/en/guides/plans", storage)).toEqual({ revision: 5, id: "eeee", at: 7 });
  for (const spoilt of [
    "",
    "{",
    "5",
    "[5]",
    '{"revision":"5","id":"e","at":7}',
    '{"revision":0,"id":"e","at":7}',
    '{"revision":5,"id":"e","at":1e99}',
  ]) {
    items.set("sopbook:read:/en/guides/plans", spoilt);
    expect(readReading("/en/guides/plans", storage)).toBeUndefined();
  }
  const broken = () => {
    throw new Error("forbidden");
  };
  expect(readReading("/en/guides/plans", broken)).toBeUndefined();
  storeReading(past.mark, 7, broken);
});
