import type { Locale } from "#model/fields.ts";

interface DocumentWords {
  /** Joins items of a list within a line. */
  separator: string;
  /** A name before what it names, which may also follow as an element. */
  named(name: string, value?: string): string;
  contents: string;
  close: string;
  minutes(count: number): string;
  aliases: string;
  about: string;
  owner: string;
  /** Unfolds what few ask for. */
  moreAbout: string;
  otherLanguage: string;
  /** `named` is the other language. */
  otherChanged(named: string, date: string, newer: boolean): string;
  reviewed: string;
  due: string;
  audience: string;
  audiences: Record<string, string>;
  readingTime: string;
  source: string;
  markdown: string;
  usedIn: string;
  /** Leads to what a list leaves out. */
  more(count: number): string;
  neighbours: string;
  previous: string;
  next: string;
  improve: string;
  feedback: Record<"issue" | "email", string>;
  edit: string;
  /** On a page whose text is in another language; `named` is that language. */
  untranslated(named: string): string;
  languages: Record<Locale, string>;
  position(order: number, count: number): string;
  footnotes: string;
  /** Holds `{reference}`, which the compiler replaces. */
  backToReference: string;
  table: string;
}

/** Words around the text of a document. */
export const documentWords: Record<Locale, DocumentWords> = {
  "zh-CN": {
    separator: "、",
    named: (name, value = "") => `${name}：${value}`,
    contents: "本页内容",
    close: "收起",
    minutes: (count) => `读完约 ${count} 分钟`,
    aliases: "也叫",
    about: "关于本页",
    owner: "谁负责",
    moreAbout: "更多：修改、阅读范围、原文",
    otherLanguage: "另一种语言",
    otherChanged: (named, date, newer) => `${named}版${newer ? "较新" : "较旧"}，改于 ${date}`,
    reviewed: "上次复核",
    due: "下次复核",
    audience: "谁能看",
    audiences: { public: "所有人", partner: "合作伙伴", internal: "公司内部" },
    readingTime: "篇幅",
    source: "原文",
    markdown: "Markdown 版",
    usedIn: "哪些页面用到它",
    more: (count) => `另外 ${count} 篇`,
    neighbours: "上一篇和下一篇",
    previous: "上一篇",
    next: "下一篇",
    improve: "写得不对、不够用？",
    feedback: { issue: "提一条反馈", email: "发邮件反馈" },
    edit: "编辑本页",
    untranslated: (named) => `这一页还没有中文版，下面是${named}原文。`,
    languages: { "zh-CN": "中文", en: "英文" },
    position: (order, count) => `第 ${order} 个阶段，共 ${count} 个`,
    footnotes: "脚注",
    backToReference: "回到正文 {reference}",
    table: "表格",
  },
  en: {
    separator: ", ",
    named: (name, value = "") => `${name}: ${value}`,
    contents: "On this page",
    close: "Close",
    minutes: (count) => `${count} min read`,
    aliases: "Also called",
    about: "About this page",
    owner: "Owner",
    moreAbout: "More: changes, readers, source",
    otherLanguage: "Other language",
    otherChanged: (named, date, newer) => `The ${named} page is ${newer ? "newer" : "older"}: ${date}`,
    reviewed: "Last reviewed",
    due: "Next review due",
    audience: "Who may read it",
    audiences: { public: "Everyone", partner: "Partners", internal: "Internal" },
    readingTime: "Length",
    source: "Source",
    markdown: "Markdown copy",
    usedIn: "Used in",
    more: (count) => `${count} more`,
    neighbours: "Previous and next",
    previous: "Previous",
    next: "Next",
    improve: "Something wrong or missing?",
    feedback: { issue: "Give feedback", email: "Email the owner" },
    edit: "Edit this page",
    untranslated: (named) => `This page is not translated into English yet. The text below is in ${named}.`,
    languages: { "zh-CN": "Chinese", en: "English" },
    position: (order, count) => `Stage ${order} of ${count}`,
    footnotes: "Footnotes",
    backToReference: "Back to reference {reference}",
    table: "Table",
  },
};
