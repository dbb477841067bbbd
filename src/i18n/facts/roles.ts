import type { Locale } from "#model/fields.ts";

const chinese = {
  does: "我负责",
  decides: "我能定",
  reads: "我该读",
  others: "其余相关页面",
  path: "上岗路径",
  kpis: "看我的数",
  tools: "我用的工具",
  competencies: "从入门到带得动别人",
  competency: "能力",
  levels: "等级，由低到高",
};

/** Headings and names of the facts of a role. */
export const roleWords: Record<Locale, typeof chinese> = {
  "zh-CN": chinese,
  en: {
    does: "What I do",
    decides: "What I decide",
    reads: "What I read",
    others: "Everything else for this role",
    path: "Onboarding",
    kpis: "My figures",
    tools: "My tools",
    competencies: "Skills, from beginner to role model",
    competency: "Competency",
    levels: "Levels, lowest first",
  },
};
