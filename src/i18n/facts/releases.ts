import type { Locale } from "#model/fields.ts";

const chinese = {
  date: "发布",
  effective: "从哪天起",
  dueBy: "最晚完成",
  action: "要你做",
  tier: "影响",
  who: "和谁有关",
  doDifferently: "从现在起这样做",
  why: "为什么改",
  affects: "改了哪些页",
};

/** Headings and names of the facts of a release. */
export const releaseWords: Record<Locale, typeof chinese> = {
  "zh-CN": chinese,
  en: {
    date: "Published",
    effective: "In force from",
    dueBy: "Done by",
    action: "Your task",
    tier: "Impact",
    who: "Who it affects",
    doDifferently: "In short",
    why: "Why",
    affects: "Changed pages",
  },
};
