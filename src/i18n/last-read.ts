import type { Locale } from "#model/fields.ts";

export interface LastReadWords {
  /** Names the notice on a document that changed. */
  title: string;
  /** The browser replaces `{day}` and `{what}`. */
  changed: string;
  /** Where nobody can tell any more what the reader saw. */
  unknown: string;
  /** The browser replaces `{place}` and `{count}`. */
  place: string;
  next: string;
  compare: string;
  markRead: string;
  marked: string;
  /** Follows the title of a document in a list. */
  listed: string;
  /** Joins what changed. */
  separator: string;
  blocks: Record<"heading" | "paragraph" | "item" | "row" | "picture" | "formula" | "code", (count: number) => string>;
  removed(count: number): string;
  /** What stands above the text in fixed places, such as the target of a KPI. */
  facts: string;
  text: string;
}

/** Words that tell readers what changed since they last read a document. */
export const lastReadWords: Record<Locale, LastReadWords> = {
  "zh-CN": {
    title: "上次读过以后的改动",
    changed: "{day}读过以后，这一页改了：{what}。",
    unknown: "{day}读过以后，这一页可能改过。",
    place: "第 {place} 处改动，共 {count} 处",
    next: "下一处改动",
    compare: "对照前后",
    markRead: "标为已读",
    marked: "已标为已读。",
    listed: "读过以后改了",
    separator: "、",
    blocks: {
      heading: (count) => `${count} 个标题`,
      paragraph: (count) => `${count} 段`,
      item: (count) => `${count} 条`,
      row: (count) => `表格 ${count} 行`,
      picture: (count) => `${count} 张图`,
      formula: (count) => `${count} 个公式`,
      code: (count) => `${count} 段代码`,
    },
    removed: (count) => `删去 ${count} 处`,
    facts: "固定栏目里的内容",
    text: "正文",
  },
  en: {
    title: "Changes since you last read it",
    changed: "Changed since you read it on {day}: {what}.",
    unknown: "This page may have changed since you read it on {day}.",
    place: "Change {place} of {count}",
    next: "Next change",
    compare: "Compare",
    markRead: "Mark as read",
    marked: "Marked as read.",
    listed: "changed since you read it",
    separator: ", ",
    blocks: {
      heading: (count) => many(count, "heading"),
      paragraph: (count) => many(count, "paragraph"),
      item: (count) => many(count, "item"),
      row: (count) => many(count, "table row"),
      picture: (count) => many(count, "picture"),
      formula: (count) => many(count, "formula"),
      code: (count) => many(count, "code sample"),
    },
    removed: (count) => `${count} removed`,
    facts: "the facts",
    text: "the text",
  },
};

function many(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
