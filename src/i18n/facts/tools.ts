import type { Locale } from "#model/fields.ts";

const chinese = {
  open: (tool: string) => (/^\w/.test(tool) ? `打开 ${tool}` : `打开${tool}`),
  file: "放在哪",
  useWhen: "什么时候用",
  notWhen: "别用在",
  access: "怎么开通",
  ask: "找谁开通",
  fallback: "打不开时",
  stages: "阶段",
  validUntil: "有效期到",
};

/** Headings and names of the facts of a tool. */
export const toolWords: Record<Locale, typeof chinese> = {
  "zh-CN": chinese,
  en: {
    open: (tool) => `Open ${tool}`,
    file: "Where it is",
    useWhen: "Use it for",
    notWhen: "Not for",
    access: "How to get access",
    ask: "Whom to ask",
    fallback: "When it is down",
    stages: "Stages",
    validUntil: "Valid until",
  },
};
