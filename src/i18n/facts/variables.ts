import type { Locale } from "#model/fields.ts";

interface VariableWords {
  title: string;
  example(example: string): string;
  name(label: string): string;
}

/** How names in a text are shown that stand for something else for each reader. */
export const variableWords: Record<Locale, VariableWords> = {
  "zh-CN": {
    title: "使用前替换",
    example: (example) => `例如：${example}`,
    name: (label) => `【${label}】`,
  },
  en: {
    title: "Fill in before you use it",
    example: (example) => `e.g. ${example}`,
    name: (label) => `[${label}]`,
  },
};
