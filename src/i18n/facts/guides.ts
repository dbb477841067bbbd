import type { Locale } from "#model/fields.ts";

const chinese = {
  rule: "规定",
  why: "为什么",
  must: "必须",
  mustNot: "不许",
  exceptions: "例外找谁批",
  expires: "批准有效期",
};

/** Headings and names of the facts of a guide. */
export const guideWords: Record<Locale, typeof chinese> = {
  "zh-CN": chinese,
  en: {
    rule: "The rule",
    why: "Why",
    must: "You must",
    mustNot: "You must not",
    exceptions: "For exceptions ask",
    expires: "Approval holds for",
  },
};
