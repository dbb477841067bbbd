import type { Locale } from "#model/fields.ts";

const chinese = {
  says: "客户怎么说",
  concern: "其实在担心",
  clarify: "先问清楚",
  short: "简短回答",
  proof: "拿什么证明",
  asOf: (date: string) => `数据截至 ${date}`,
  avoid: "千万别",
  nextStep: "约好下一步",
  where: "在哪会听到",
  category: "类型",
  stages: "常见阶段",
  limits: "能让到哪一步",
};

/** Headings and names of the facts of an objection. */
export const objectionWords: Record<Locale, typeof chinese> = {
  "zh-CN": chinese,
  en: {
    says: "What the customer says",
    concern: "What the customer means",
    clarify: "Ask first",
    short: "The short answer",
    proof: "Proof",
    asOf: (date) => `As of ${date}`,
    avoid: "Avoid",
    nextStep: "Agree the next step",
    where: "Where it comes up",
    category: "Kind",
    stages: "Stages",
    limits: "How far you may go",
  },
};
