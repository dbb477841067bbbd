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
  /** In front of what was written about a change. */
  reason: string;
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
  /** The line above a revision that is the current text. */
  isCurrent(number: number, day: string): string;
  /** What changed since another revision, as a heading. */
  changedSince(number: number): string;
  /** The two ways to see a revision. */
  views: Record<"text" | "changes", string>;
  /** Names of the marks, each shown in its own. */
  marks: Record<"added" | "removed", string>;
  changedFields: string;
  previousChange: string;
  nextChange: string;
  /** The browser replaces `{number}` and `{count}`. */
  place: string;
  /** Before anyone went from change to change; the browser replaces `{count}`. */
  changeCount: string;
  filter: {
    title: string;
    kind: string;
    any: string;
    text: string;
    tables: string;
    pictures: string;
    since: string;
    until: string;
    meaning: string;
    /** The browser replaces `{shown}` and `{count}`. */
    shown: string;
    none: string;
  };
  compare: {
    title: string;
    from: string;
    to: string;
    go: string;
    back: string;
    /** The browser replaces `{from}` and `{to}`. */
    result: string;
    working: string;
    offline: string;
    /** The browser replaces `{revision}` in these. */
    missing: string;
    unreadable: string;
    same: string;
  };
  fields: string;
  field: string;
  value: string;
  /** Over a text that can only be shown as it was written. */
  raw: string;
}

/** Words of the history of documents. */
export const historyWords: Record<Locale, HistoryWords> = {
  "zh-CN": {
    revision: "修订",
    since: (number, day) => `r${number}，${day}起`,
    pending: (number) => `r${number}（改动还没提交，只有编写的人看得到）`,
    changedBy: "谁改的",
    approvedBy: "谁批准的",
    people: (count) => `${count} 人`,
    history: "修改历史",
    historyOf: (title) => `《${title}》的修改历史`,
    reason: "改动说明",
    current: "最新",
    kinds: { added: "新写", changed: "修改", moved: "挪了位置", restored: "恢复" },
    requests: { pull: (number) => `拉取请求 #${number}`, merge: (number) => `合并请求 !${number}` },
    sameMeaning: (count) => `${count} 次改动，意思没变`,
    cut: "更早的修改没有收进来。",
    titleOf: (title, number) => `${title}（r${number}）`,
    old: (number, day) => `修订 r${number}（${day}），不是最新内容。`,
    readCurrent: "看最新内容",
    gone: "手册里已经没有这一篇了",
    revisions: "前后两次修订",
    previous: (number) => `更早的修订 r${number}`,
    next: (number) => `更晚的修订 r${number}`,
    isCurrent: (number, day) => `修订 r${number}，最新内容（${day}起）。`,
    changedSince: (number) => `和 r${number} 比改了什么`,
    views: { text: "只看正文", changes: "看改动" },
    marks: { added: "加的", removed: "删的" },
    changedFields: "改动的项目",
    previousChange: "上一处改动",
    nextChange: "下一处改动",
    place: "第 {number} 处，共 {count} 处",
    changeCount: "共 {count} 处改动",
    filter: {
      title: "筛选",
      kind: "改了什么",
      any: "不限",
      text: "正文",
      tables: "表格",
      pictures: "图片",
      since: "从哪天起",
      until: "到哪天止",
      meaning: "只看意思有变的",
      shown: "{shown} / {count} 次修订",
      none: "没有符合的修订。",
    },
    compare: {
      title: "比较两次修订",
      from: "旧的",
      to: "新的",
      go: "比较",
      back: "回到修改历史",
      result: "从 {from} 到 {to} 改了什么",
      working: "正在比较……",
      offline: "连不上网，没法比较。联网后再试一次。",
      missing: "没有 {revision} 这次修订，或者你不能看。在上面另选一个。",
      unreadable: "读不出 {revision} 的内容，没法比较。可以单独打开这次修订看。",
      same: "两边选的是同一次修订。另选一次再比。",
    },
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
    reason: "Reason for the change",
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
    previous: (number) => `Earlier revision r${number}`,
    next: (number) => `Later revision r${number}`,
    isCurrent: (number, day) => `This is revision r${number}, the current text since ${day}.`,
    changedSince: (number) => `What changed since r${number}`,
    views: { text: "Text only", changes: "Show changes" },
    marks: { added: "added", removed: "removed" },
    changedFields: "Changed fields",
    previousChange: "Previous change",
    nextChange: "Next change",
    place: "Change {number} of {count}",
    changeCount: "Changes: {count}",
    filter: {
      title: "Filter",
      kind: "What changed",
      any: "Anything",
      text: "Text",
      tables: "Tables",
      pictures: "Pictures",
      since: "Since",
      until: "Until",
      meaning: "Only changes in meaning",
      shown: "{shown} of {count} revisions",
      none: "No revision matches.",
    },
    compare: {
      title: "Compare two revisions",
      from: "Older",
      to: "Newer",
      go: "Compare",
      back: "Back to the history",
      result: "What changed from {from} to {to}",
      working: "Comparing …",
      offline: "There is no connection, so the revisions can’t be compared. Try again when you are online.",
      missing: "There is no revision {revision} that you may read. Choose another one above.",
      unreadable: "Revision {revision} can’t be read here, so it can’t be compared. You can still open it by itself.",
      same: "Both sides are the same revision. Choose two that differ.",
    },
    fields: "Fields as they were",
    field: "Field",
    value: "Value",
    raw: "This old text can’t be laid out. It stands here as it was written.",
  },
};
