import type { Locale } from "#model/fields.ts";

interface EntryWords {
  filter: string;
  stage: string;
  role: string;
  tag: string;
  any: string;
  reset: string;
  none: string;
  /** The browser replaces `{shown}` and `{count}`. */
  shown: string;
  /** That the list shows what is for the reader's own role; the browser replaces `{role}`. */
  lens: string;
  all: string;
  count: (count: number) => string;
  /** Where older ones are left out. */
  latest: (count: number) => string;
  target: (value: string, per: string | undefined) => string;
  steps: (steps: number) => string;
  letters: string;
  minutes: (minutes: number) => string;
  effective: (date: string) => string;
}

/** Words of the indexes of collections. */
export const entryWords: Record<Locale, EntryWords> = {
  "zh-CN": {
    filter: "筛选",
    stage: "阶段",
    role: "岗位",
    tag: "标签",
    any: "不限",
    reset: "清除筛选",
    none: "没有同时符合这些条件的内容。",
    shown: "{shown} / {count} 条",
    lens: "只列出{role}要用的。",
    all: "看全部",
    count: (count) => `共 ${count} 条`,
    latest: (count) => `最近 ${count} 条`,
    target: (value, per) => `目标 ${per ? `${per} ` : ""}${value}`,
    steps: (steps) => `${steps} 步`,
    letters: "按首字母",
    minutes: (minutes) => `${minutes} 分钟`,
    effective: (date) => `${date}起执行`,
  },
  en: {
    filter: "Filter",
    stage: "Stage",
    role: "Role",
    tag: "Tag",
    any: "Any",
    reset: "Clear filters",
    none: "Nothing matches all of these.",
    shown: "{shown} of {count}",
    lens: "Shown: for {role}.",
    all: "Show all",
    count: (count) => `${count} in all`,
    latest: (count) => `The ${count} latest changes`,
    target: (value, per) => `Target ${value}${per ? ` per ${per}` : ""}`,
    steps: (steps) => `${steps} steps`,
    letters: "By letter",
    minutes: (minutes) => `${minutes} min`,
    effective: (date) => `From ${date}`,
  },
};
