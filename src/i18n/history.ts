import type { Locale } from "#model/fields.ts";

interface HistoryWords {
  revision: string;
  /** A revision's number with the day since when it holds, which is written out. */
  since(number: number, day: string): string;
  /** A change that has not landed. */
  pending(number: number): string;
  changedBy: string;
  approvedBy: string;
  /** Where names are not to be shown. */
  people(count: number): string;
  history: string;
  /** The link to it, read on its own. */
  historyOf(title: string): string;
  current: string;
  kinds: Record<"added" | "changed" | "moved" | "restored", string>;
  requests: Record<"pull" | "merge", (number: number) => string>;
  /** Names revisions that are folded. */
  sameMeaning(count: number): string;
  /** Where the history begins later than the document. */
  cut: string;
  /** The title of the page of an old revision. */
  titleOf(title: string, number: number): string;
  old(number: number, day: string): string;
  readCurrent: string;
  /** Of a document that was deleted. */
  gone: string;
  revisions: string;
  previous(number: number): string;
  next(number: number): string;
  nextIsCurrent: string;
  fields: string;
  field: string;
  value: string;
  /** Over a text that can only be shown as it was written. */
  raw: string;
}

/** Words of the history of documents. */
export const historyWords: Record<Locale, HistoryWords> = {
  "zh-CN": {
    revision: "版本",
    since: (number, day) => `r${number}，${day}起`,
    pending: (number) => `r${number}（改动还没提交，只有编写的人看得到）`,
    changedBy: "谁改的",
    approvedBy: "谁批准的",
    people: (count) => `${count} 人`,
    history: "修改历史",
    historyOf: (title) => `《${title}》的修改历史`,
    current: "现行版本",
    kinds: { added: "新写", changed: "修改", moved: "挪了位置", restored: "恢复" },
    requests: { pull: (number) => `拉取请求 #${number}`, merge: (number) => `合并请求 !${number}` },
    sameMeaning: (count) => `${count} 次改动，意思没变`,
    cut: "更早的修改没有收进来。",
    titleOf: (title, number) => `${title}（r${number}）`,
    old: (number, day) => `这是旧版 r${number}（${day}），不是现在的写法。`,
    readCurrent: "看现行版本",
    gone: "手册里已经没有这一篇了",
    revisions: "前后版本",
    previous: (number) => `上一版 r${number}`,
    next: (number) => `下一版 r${number}`,
    nextIsCurrent: "下一版就是现行版本",
    fields: "当时填写的内容",
    field: "字段",
    value: "内容",
    raw: "这段旧文字没法排版，下面是当时的原文。",
  },
  en: {
    revision: "Revision",
    since: (number, day) => `r${number}, since ${day}`,
    pending: (number) => `r${number}, pending: not committed yet, and shown to those who write only`,
    changedBy: "Changed by",
    approvedBy: "Approved by",
    people: (count) => `${count} ${count === 1 ? "person" : "people"}`,
    history: "History",
    historyOf: (title) => `History of “${title}”`,
    current: "current",
    kinds: { added: "Written", changed: "Changed", moved: "Moved", restored: "Restored" },
    requests: { pull: (number) => `Pull request #${number}`, merge: (number) => `Merge request !${number}` },
    sameMeaning: (count) => `${count} ${count === 1 ? "revision" : "revisions"} with no change in meaning`,
    cut: "Earlier changes are not recorded here.",
    titleOf: (title, number) => `${title} (r${number})`,
    old: (number, day) => `This is revision r${number} of ${day}, not the current text.`,
    readCurrent: "Read the current text",
    gone: "This document is not in the handbook any more",
    revisions: "Earlier and later revisions",
    previous: (number) => `Previous: r${number}`,
    next: (number) => `Next: r${number}`,
    nextIsCurrent: "Next: the current text",
    fields: "Fields as they were",
    field: "Field",
    value: "Value",
    raw: "This old text can't be laid out. It stands here as it was written.",
  },
};
