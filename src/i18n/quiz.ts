import type { Locale } from "#model/fields.ts";

export interface QuizWords {
  check: string;
  right: string;
  wrong: string;
  /** Holds `{right}` and `{count}`, which the browser replaces. */
  score: string;
  /** Before any answer; `pass` is what the onboarding paths ask for. */
  facts(count: string, pass?: string): string;
}

/** Words of the questions in lessons. */
export const quizWords: Record<Locale, QuizWords> = {
  "zh-CN": {
    check: "看看对不对",
    right: "✓ 正确",
    wrong: "✗ 不对",
    score: "{count} 题答对 {right} 题",
    facts: (count, pass) => `共 ${count} 题${pass ? `，答对 ${pass} 算通过` : ""}`,
  },
  en: {
    check: "Check my answer",
    right: "✓ Right",
    wrong: "✗ Wrong",
    score: "{right} of {count} right",
    facts: (count, pass) => `${count} questions${pass ? `, pass mark ${pass}` : ""}`,
  },
};
