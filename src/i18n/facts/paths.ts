import type { Locale } from "#model/fields.ts";

const chinese = {
  role: "给谁",
  length: "多久",
  outcome: "走完能做到",
  requires: "先走完",
  pass: "及格线",
  quiz: "小测",
  practice: "演练",
  measure: "衡量指标",
  timeline: "逐日安排",
  day: (day: number) => `第 ${day} 天`,
  days: (from: number, to: number) => (from === to ? `第 ${to} 天` : `第 ${from}–${to} 天`),
  later: "之后",
  milestone: (day: number) => `到第 ${day} 天能做到`,
  deliverables: "需提交",
  checkpoint: (role: string) => `和${role}面谈`,
  optional: "选做",
  minutes: (minutes: number) => `${minutes} 分钟`,
  progress: "已完成 {done}/{count} 步",
};

/** Headings and names of the facts of a path. */
export const pathWords: Record<Locale, typeof chinese> = {
  "zh-CN": chinese,
  en: {
    role: "For",
    length: "Length",
    outcome: "You become",
    requires: "Finish first",
    pass: "Pass marks",
    quiz: "Quiz",
    practice: "practice",
    measure: "Judged by",
    timeline: "Day by day",
    day: (day) => `Day ${day}`,
    days: (from, to) => (from === to ? `Day ${to}` : `Days ${from}–${to}`),
    later: "Afterwards",
    milestone: (day) => `By day ${day} you can`,
    deliverables: "You hand in",
    checkpoint: (role) => `Meeting with: ${role}`,
    optional: "optional",
    minutes: (minutes) => `${minutes} min`,
    progress: "{done} of {count} steps done",
  },
};
