import type { Locale } from "#model/fields.ts";

interface ShellWords {
  /** The language's own name, for the switch. */
  language: string;
  skip: string;
  home: string;
  navigation: string;
  breadcrumbs: string;
  languages: string;
  shortcuts: string;
  menu: string;
  /** Of the choice for which role the handbook is shown. */
  role: string;
  everyone: string;
  contents: string;
  filter: string;
  close: string;
  feed: string;
  top: string;
  /** Follows the day of a review that is past due. */
  overdue: string;
}

/** Words around every page. */
export const shellWords: Record<Locale, ShellWords> = {
  "zh-CN": {
    language: "中文",
    skip: "跳到正文",
    home: "首页",
    navigation: "手册栏目",
    breadcrumbs: "当前位置",
    languages: "语言",
    shortcuts: "快捷栏",
    menu: "栏目",
    role: "我的岗位",
    everyone: "不限岗位",
    contents: "本页目录",
    filter: "筛选",
    close: "关闭",
    feed: "订阅改动",
    top: "回到顶部",
    overdue: "已过期",
  },
  en: {
    language: "English",
    skip: "Skip to content",
    home: "Home",
    navigation: "Handbook",
    breadcrumbs: "You are here",
    languages: "Language",
    shortcuts: "Shortcuts",
    menu: "Menu",
    role: "My role",
    everyone: "Everyone",
    contents: "On this page",
    filter: "Filter",
    close: "Close",
    feed: "Subscribe",
    top: "Back to top",
    overdue: "overdue",
  },
};
