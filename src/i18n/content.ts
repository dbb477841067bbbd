import type { Locale } from "#model/fields.ts";

interface ContentWords {
  say: string;
  send: string;
  consent: string;
  ask: string;
  listen: string;
  do: string;
  dont: string;
  note: string;
  warning: string;
  customer: string;
  outcome: string;
  copy: string;
  copied: string;
  /** Quotes what someone says, and what they quote with single marks; what stands in brackets is no saying. */
  quote(text: string): string;
  untick: string;
  /** Holds `{done}` and `{count}`, which the browser replaces. */
  progress: string;
}

/** Words of the components that authors write into the text. */
export const contentWords: Record<Locale, ContentWords> = {
  "zh-CN": {
    say: "说",
    send: "发",
    consent: "先征得同意",
    ask: "问",
    listen: "留意",
    do: "要这样",
    dont: "别这样",
    note: "提示",
    warning: "当心",
    customer: "客户怎么回，你怎么接",
    outcome: "到此结束",
    copy: "复制",
    copied: "已复制",
    quote,
    untick: "全部清空",
    progress: "已完成 {done}/{count}",
  },
  en: {
    say: "Say",
    send: "Send",
    consent: "Ask for consent first",
    ask: "Ask",
    listen: "Listen for",
    do: "Do",
    dont: "Don’t",
    note: "Note",
    warning: "Warning",
    customer: "How the customer may react",
    outcome: "Ends with",
    copy: "Copy",
    copied: "Copied",
    quote,
    untick: "Clear all ticks",
    progress: "{done} of {count} done",
  },
};

function quote(text: string): string {
  return /^[(（].*[)）]$/.test(text) ? text : `“${text.replaceAll("“", "‘").replaceAll("”", "’")}”`;
}
