import type { Locale } from "#model/fields.ts";

interface MissingWords {
  title: string;
  text: string;
  home: string;
}

/** Words of the page for addresses that lead nowhere. */
export const missingWords: Record<Locale, MissingWords> = {
  "zh-CN": {
    title: "没有这个页面",
    text: "链接可能写错了，也可能内容挪了地方、改了名字。",
    home: "回首页",
  },
  en: {
    title: "Page not found",
    text: "The link may be mistyped, or the page was moved or renamed.",
    home: "Go to the home page",
  },
};
