import type { Locale } from "#model/fields.ts";

interface MarkdownWords {
  say: string;
  ask: string;
  listen: string;
  do: string;
  dont: string;
  note: string;
  warning: string;
  outcome: string;
  colon: string;
}

/** Words that stand for components in the Markdown copy of a document. */
export const markdownWords: Record<Locale, MarkdownWords> = {
  "zh-CN": {
    say: "话术",
    ask: "提问",
    listen: "留意",
    do: "要",
    dont: "不要",
    note: "提示",
    warning: "注意",
    outcome: "结果",
    colon: "：",
  },
  en: {
    say: "Say",
    ask: "Ask",
    listen: "Listen for",
    do: "Do",
    dont: "Don’t",
    note: "Note",
    warning: "Warning",
    outcome: "Outcome",
    colon: ": ",
  },
};
