import type { Locale } from "#model/fields.ts";

const chinese = {
  date: "发布",
  effective: "从哪天起",
  dueBy: "最晚完成",
  action: "要你做",
  tier: "影响",
  who: "和谁有关",
  doDifferently: "新的做法",
  why: "为什么改",
  affects: "请重看这些页",
};

/** Headings and names of the facts of a release. */
export const releaseWords: Record<Locale, typeof chinese> = {
  "zh-CN": chinese,
  en: {
    date: "Published",
    effective: "In force from",
    dueBy: "Due by",
    action: "Your task",
    tier: "Impact",
    who: "Who it affects",
    doDifferently: "In short",
    why: "Why",
    affects: "Read again",
  },
};
