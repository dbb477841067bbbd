import type { Locale } from "#model/fields.ts";

/** Words that the browser puts into the results; `{count}` and `{query}` are replaced there. */
export interface ResultWords {
  results: string;
  all: string;
  kinds: string;
  one: string;
  many: string;
  /** Nothing holds it, but these come near. */
  closest: string;
  none: string;
  /** `{query}` is what was searched in place of what was typed. */
  corrected: string;
  searching: string;
  failed: string;
  offline: string;
  more: string;
  everything: string;
  recent: string;
  forget: string;
  missing: string;
  copiedIt: string;
  anyStage: string;
  anyRole: string;
  say: string;
  copy: string;
  copied: string;
}

interface SearchWords extends ResultWords {
  search: string;
  /** The name of the dialog and of the search page. */
  title: string;
  placeholder: string;
  example: string;
  needsScript: string;
  browse: string;
}

export const searchWords: Record<Locale, SearchWords> = {
  "zh-CN": {
    search: "搜索",
    title: "搜索手册",
    placeholder: "搜话术、异议",
    example: "试试客户的原话：“太贵了”“先发份资料”。",
    needsScript: "搜索要用到 JavaScript，现在没有开启。可以从下面的栏目里找。",
    browse: "按栏目找",
    results: "搜索结果",
    all: "全部",
    kinds: "结果类别",
    one: "1 条结果",
    many: "{count} 条结果",
    closest: "没有完全对得上“{query}”的，最接近的是：",
    none: "没有找到“{query}”。换个说法，或者少打几个字。",
    corrected: "已按“{query}”搜索。",
    searching: "正在搜索……",
    failed: "搜索没能打开。检查一下网络再试，或者按栏目找。",
    offline: "现在没有联网，搜索要联网才能用。连上后会自动再搜一次。",
    more: "再看 {count} 条",
    everything: "查看全部 {count} 条",
    recent: "最近搜过",
    forget: "清空搜索记录",
    missing: "没有要找的？告诉我们",
    copiedIt: "话术已复制",
    anyStage: "所有阶段",
    anyRole: "所有岗位",
    say: "说",
    copy: "复制",
    copied: "已复制",
  },
  en: {
    search: "Search",
    title: "Search the handbook",
    placeholder: "Scripts, objections",
    example: "Try the customer’s own words: “too expensive”, “send me something”.",
    needsScript: "Search needs JavaScript, which is switched off. The sections below lead to everything.",
    browse: "Browse by section",
    results: "Search results",
    all: "All",
    kinds: "Kind of result",
    one: "1 result",
    many: "{count} results",
    closest: "No exact match for “{query}”. Closest:",
    none: "Nothing found for “{query}”. Try another word, or fewer letters.",
    corrected: "Searched for “{query}”.",
    searching: "Searching …",
    failed: "Search could not be opened. Check the connection and try again, or browse the sections.",
    offline: "You are offline, and search needs a connection. It will try again once you are back.",
    more: "Show {count} more",
    everything: "Show all {count}",
    recent: "Recent searches",
    forget: "Clear recent searches",
    missing: "Something missing? Tell us",
    copiedIt: "Copied",
    anyStage: "Any stage",
    anyRole: "Any role",
    say: "Say",
    copy: "Copy",
    copied: "Copied",
  },
};
