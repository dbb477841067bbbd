import type { Locale } from "#model/fields.ts";

const chinese = {
  objectives: "学完能做到",
  teaches: "这一课讲的是",
  mode: "方式",
  minutes: (minutes: number) => `${minutes} 分钟`,
};

/** Headings and names of the facts of a lesson. */
export const lessonWords: Record<Locale, typeof chinese> = {
  "zh-CN": chinese,
  en: {
    objectives: "After this lesson you can",
    teaches: "What it teaches",
    mode: "How",
    minutes: (minutes) => `${minutes} minutes`,
  },
};
