import type { Locale } from "#model/fields.ts";

interface RecentWords {
  title: string;
  purpose: string;
  none: string;
  more(count: number): string;
  cut: string;
  section: string;
  feeds: string;
  feedOfAll: string;
  feedOf(role: string): string;
  historyOf(title: string, number: number): string;
}

/** Words of the list of recent changes. */
export const recentWords: Record<Locale, RecentWords> = {
  "zh-CN": {
    title: "最近改动",
    purpose: "手册最近改了哪些页。意思没变的修改不列。",
    none: "还没有改动记录。",
    more: (count) => `另外 ${count} 篇`,
    cut: "更早的改动，见每一页的修改历史。",
    section: "栏目",
    feeds: "订阅改动",
    feedOfAll: "全部改动",
    feedOf: (role) => `${role}要看的改动`,
    historyOf: (title, number) => `《${title}》r${number} 的修改历史`,
  },
  en: {
    title: "Recent changes",
    purpose: "What changed in the handbook, day by day. Edits that leave the meaning as it was are left out.",
    none: "No change is recorded yet.",
    more: (count) => `and ${count} more`,
    cut: "Older changes are in the history of each page.",
    section: "Section",
    feeds: "Feeds",
    feedOfAll: "All changes",
    feedOf: (role) => `Changes for: ${role}`,
    historyOf: (title, number) => `History of “${title}”, r${number}`,
  },
};
