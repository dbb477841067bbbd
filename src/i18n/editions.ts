import type { Locale } from "#model/fields.ts";

/** Words that the browser needs while a reader stays in an edition, and gets with it; it replaces what stands in braces. */
export interface ReadingWords {
  reading: string;
  /** On the page of an old text; `{revision}` too. */
  old: string;
  foreign: string;
  newer: string;
  contents: string;
  leave: string;
  gone: string;
  previous: string;
  next: string;
  neighbours: string;
  searchIn: string;
  /** The same within a narrow field. */
  searchHint: string;
}

interface EditionWords extends ReadingWords {
  editions: string;
  purpose: string;
  /** The title of an edition's table of contents. */
  edition(name: string): string;
  current: string;
  readCurrent: string;
  read: string;
  note: string;
  documents(count: number): string;
  differences(count: number): string;
  /** The title of the difference to the edition before, and in short its heading. */
  differenceOf(name: string, before: string): string;
  between(name: string, before: string): string;
  same: string;
  published(day: string): string;
  /** The first and the last day of an edition, if it has one. */
  held(from: string, until: string | undefined): string;
  /** Of the edition that holds today. */
  inForce(day: string): string;
  /** Names the day from which a text is to be followed. */
  force: string;
  lastChange(day: string): string;
  what: string;
  must: string;
  who: string;
  dueBy(day: string): string;
  documentsToRead: string;
  contentsOf: string;
  changes: Record<"added" | "removed" | "moved" | "changed", string>;
  counts: Record<"added" | "removed" | "moved" | "changed", (count: number) => string>;
  /** Folds documents of which only the title, the summary or the like changed. */
  wordingAlone(count: number): string;
  alsoChanged: string;
  formerly(title: string): string;
  before(number: number): string;
  after(number: number): string;
  everyone: string;
  search(name: string): string;
  notCurrent(name: string): string;
  searchCurrent: string;
  earlier(name: string): string;
  later(name: string): string;
  /** Beside the current text in the switcher. */
  switcher: string;
  /** What stands before and after the list of editions. */
  belongs: readonly [before: string, after: string];
  others: string;
}

export const editionWords: Record<Locale, EditionWords> = {
  "zh-CN": {
    editions: "历史版本",
    purpose: "每发一次更新说明，就存一版；这里可以照当时的样子读整本手册。",
    edition: (name) => `${name} 版`,
    current: "最新内容",
    readCurrent: "看最新内容",
    read: "读这一版",
    note: "更新说明",
    documents: (count) => `共 ${count} 篇`,
    differences: (count) => (count === 0 ? "和上一版同时存档，没有可比的改动" : `和上一版比，改了 ${count} 篇`),
    differenceOf: (name, before) => `从 ${before} 版到 ${name} 版，改了什么`,
    between: (name, before) => `${before} 版 → ${name} 版`,
    same: "和上一版同时存档，没有可比的改动。",
    published: (day) => `${day}发布`,
    held: (from, until) => (until === undefined ? `${from}起执行` : until === from ? `${from}执行` : `${from}至${until}执行`),
    inForce: (day) => `现在照这版做（${day}起）`,
    force: "何时执行",
    lastChange: (day) => `${day}改过`,
    what: "这一版改了什么",
    must: "你要做什么",
    who: "谁要做",
    dueBy: (day) => `${day}前完成`,
    documentsToRead: "重读这几篇",
    contentsOf: "目录",
    changes: { added: "新增", removed: "删除", moved: "改名或挪位", changed: "有修改" },
    counts: {
      added: (count) => `新增 ${count} 篇`,
      removed: (count) => `删除 ${count} 篇`,
      moved: (count) => `改名或挪位 ${count} 篇`,
      changed: (count) => `修改 ${count} 篇`,
    },
    wordingAlone: (count) => `另有 ${count} 篇，只改了标题、摘要或别名`,
    alsoChanged: "内容也有修改",
    formerly: (title) => `原名《${title}》`,
    before: (number) => `改前 r${number}`,
    after: (number) => `改后 r${number}`,
    everyone: "所有岗位",
    search: (name) => `在 ${name} 版里搜索`,
    notCurrent: (name) => `${name} 版，不是最新内容`,
    searchCurrent: "搜最新内容",
    earlier: (name) => `上一版：${name} 版`,
    later: (name) => `下一版：${name} 版`,
    switcher: "换一版看",
    belongs: ["这段文字收在 ", "。"],
    others: "全部版本",
    reading: "你在读 {name} 版（{date}发布）。",
    old: "你在读 {name} 版（{date}发布），修订 {revision}，不是最新内容。",
    foreign: "这一篇不在 {name} 版里（{date}发布）。",
    newer: "看最新的 {name} 版",
    contents: "这一版的目录",
    leave: "回到最新内容",
    gone: "最新手册里已经没有这一篇",
    previous: "上一篇",
    next: "下一篇",
    neighbours: "这一版的上一篇和下一篇",
    searchIn: "在 {name} 版里搜索",
    searchHint: "搜 {name} 版",
  },
  en: {
    editions: "Editions",
    purpose: "Each release note makes an edition: the whole handbook as it stood on that day.",
    edition: (name) => `Edition ${name}`,
    current: "Current text",
    readCurrent: "Read the current text",
    read: "Read this edition",
    note: "Release note",
    documents: (count) => `${count} ${count === 1 ? "document" : "documents"}`,
    differences: (count) =>
      count === 0
        ? "Recorded together with the previous edition, so there is nothing to compare"
        : `${count === 1 ? "1 document differs" : `${count} documents differ`} from the previous edition`,
    differenceOf: (name, before) => `What changed from edition ${before} to ${name}`,
    between: (name, before) => `${before} → ${name}`,
    same: "This edition was recorded together with the previous one, so there is nothing to compare.",
    published: (day) => `Published ${day}`,
    held: (from, until) =>
      until === undefined ? `In force from ${from}` : until === from ? `In force on ${from}` : `In force from ${from} to ${until}`,
    inForce: (day) => `In force since ${day}`,
    force: "In force",
    lastChange: (day) => `Last changed ${day}`,
    what: "What this edition changed",
    must: "What to do",
    who: "Who",
    dueBy: (day) => `by ${day}`,
    documentsToRead: "Read again",
    contentsOf: "Contents",
    changes: { added: "New", removed: "Removed", moved: "Renamed", changed: "Changed" },
    counts: {
      added: (count) => `${count} added`,
      removed: (count) => `${count} removed`,
      moved: (count) => `${count} renamed`,
      changed: (count) => `${count} changed`,
    },
    wordingAlone: (count) => `${count} more: only the title, the summary or other names changed`,
    alsoChanged: "changed too",
    formerly: (title) => `formerly “${title}”`,
    before: (number) => `Before: r${number}`,
    after: (number) => `After: r${number}`,
    everyone: "For everyone",
    search: (name) => `Search edition ${name}`,
    notCurrent: (name) => `Edition ${name}, not the current text`,
    searchCurrent: "Search the current text",
    earlier: (name) => `Earlier: edition ${name}`,
    later: (name) => `Later: edition ${name}`,
    switcher: "Other editions",
    belongs: ["This text belongs to ", "."],
    others: "All editions",
    reading: "You are reading edition {name}, published {date}.",
    old: "You are reading edition {name}, published {date}: revision {revision}, not the current text.",
    foreign: "This document is not part of edition {name}, published {date}.",
    newer: "Read the newest edition {name}",
    contents: "Contents of this edition",
    leave: "Back to the current text",
    gone: "Not in today’s handbook any more",
    previous: "Previous",
    next: "Next",
    neighbours: "Previous and next in this edition",
    searchIn: "Search edition {name}",
    searchHint: "Search {name}",
  },
};

/** The words that go with an edition to the browser. */
export function pickReadingWords(locale: Locale): ReadingWords {
  const { reading, old, foreign, newer, contents, leave, gone, previous, next, neighbours, searchIn, searchHint } = editionWords[locale];
  return { reading, old, foreign, newer, contents, leave, gone, previous, next, neighbours, searchIn, searchHint };
}
