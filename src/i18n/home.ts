import type { Locale } from "#model/fields.ts";

interface HomeWords {
  process: string;
  roles: string;
  paths: string;
  changes: string;
  /** In front of the newest release note. */
  release: string;
  /** Documents of a change that are not named. */
  more: (count: number) => string;
}

export const homeWords: Record<Locale, HomeWords> = {
  "zh-CN": {
    process: "销售流程",
    roles: "你是哪个岗位",
    paths: "新人从这里开始",
    changes: "最近改动",
    release: "手册更新",
    more: (count) => `另有 ${count} 篇`,
  },
  en: {
    process: "Sales process",
    roles: "Start with your role",
    paths: "New here?",
    changes: "What changed lately",
    release: "Handbook update",
    more: (count) => `and ${count} more`,
  },
};
