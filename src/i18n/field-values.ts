import type { Data } from "#model/collections.ts";
import type { Locale } from "#model/fields.ts";

interface FieldValueWords {
  yes: string;
  no: string;
  /** In place of a document that readers can't find any more. */
  gone: string;
  measures: Record<Data<"kpis">["kind"], string>;
}

/** Words for values of fields that stand nowhere but in tables of fields. */
export const fieldValueWords: Record<Locale, FieldValueWords> = {
  "zh-CN": {
    yes: "是",
    no: "否",
    gone: "手册里已经没有的一页",
    measures: { simple: "计数", ratio: "比率", cumulative: "累计", conversion: "转化", average: "平均", duration: "时长" },
  },
  en: {
    yes: "yes",
    no: "no",
    gone: "a page that is no longer in the handbook",
    measures: {
      simple: "count",
      ratio: "ratio",
      cumulative: "cumulative",
      conversion: "conversion",
      average: "average",
      duration: "duration",
    },
  },
};
