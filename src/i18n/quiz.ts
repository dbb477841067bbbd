import type { Locale } from "#model/fields.ts";

export interface QuizWords {
  check: string;
  right: string;
  wrong: string;
  /** Holds `{right}` and `{count}`, which the browser replaces. */
  score: string;
}

/** Words of the questions in lessons. */
export const quizWords: Record<Locale, QuizWords> = {
  "zh-CN": { check: "看看对不对", right: "✓ 正确", wrong: "✗ 不对", score: "{count} 题答对 {right} 题" },
  en: { check: "Check my answer", right: "✓ Right", wrong: "✗ Wrong", score: "{right} of {count} right" },
};
