import type { Locale } from "#model/fields.ts";

interface HomeWords {
  process: string;
  roles: string;
  paths: string;
  changes: string;
  /** Leads to the list of all of them. */
  allChanges: string;
  /** Leads to the page of the reader's role. */
  reads: string;
  /** How far a reader is on a path; the browser replaces `{done}` and `{count}`. */
  done: string;
  /** In front of the next step. */
  next: string;
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
    allChanges: "全部改动",
    reads: "我该读什么",
    done: "已完成 {done}/{count} 步",
    next: "接着学：",
    release: "手册更新",
    more: (count) => `另有 ${count} 篇`,
  },
  en: {
    process: "Sales process",
    roles: "Start with your role",
    paths: "New here?",
    changes: "What changed lately",
    allChanges: "All changes",
    reads: "What I should read",
    done: "{done} of {count} done",
    next: "Next: ",
    release: "Handbook update",
    more: (count) => `and ${count} more`,
  },
};
