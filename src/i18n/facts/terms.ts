import type { Locale } from "#model/fields.ts";

const chinese = {
  expansion: "全称",
  synonyms: "也叫",
  notThis: "不是一回事",
  crmField: "CRM 字段",
};

/** Headings and names of the facts of a term. */
export const termWords: Record<Locale, typeof chinese> = {
  "zh-CN": chinese,
  en: {
    expansion: "Long form",
    synonyms: "Also called",
    notThis: "Not the same as",
    crmField: "CRM field",
  },
};
