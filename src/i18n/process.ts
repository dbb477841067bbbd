import type { Locale } from "#model/fields.ts";

interface ProcessWords {
  criteria: string;
  entry: string;
  exit: string;
  firstTouch: string;
  maxAge: string;
  probability: string;
  detours: string;
}

/** Words of the picture of the process. */
export const processWords: Record<Locale, ProcessWords> = {
  "zh-CN": {
    criteria: "进出条件",
    entry: "进入",
    exit: "退出",
    firstTouch: "首次跟进",
    maxAge: "最长停留",
    probability: "赢单概率",
    detours: "也可能转到",
  },
  en: {
    criteria: "Entry and exit",
    entry: "Enter when",
    exit: "Leave when",
    firstTouch: "First touch",
    maxAge: "Longest stay",
    probability: "Chance to win",
    detours: "May also go to",
  },
};
