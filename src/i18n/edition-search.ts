import type { Locale } from "#model/fields.ts";

/** Words that the browser puts into the results; it replaces `{count}` and `{query}`. */
export interface EditionSearchWords {
  one: string;
  many: string;
  none: string;
  searching: string;
  failed: string;
  more: string;
}

export const editionSearchWords: Record<Locale, EditionSearchWords> = {
  "zh-CN": {
    one: "这一版里有 1 条结果",
    many: "这一版里有 {count} 条结果",
    none: "这一版里没有找到“{query}”。",
    searching: "正在搜索……",
    failed: "这一版的搜索没能打开。检查一下网络再试，或者从目录里找。",
    more: "再看几条",
  },
  en: {
    one: "1 result in this edition",
    many: "{count} results in this edition",
    none: "Nothing found for “{query}” in this edition.",
    searching: "Searching …",
    failed: "The search of this edition could not be opened. Check the connection and try again, or use the contents.",
    more: "Show more",
  },
};
