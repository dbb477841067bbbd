import type { FieldWords } from "#diff/field-table.ts";
import type { TellingWords } from "#diff/tell.ts";
import type { WordingWords } from "#diff/wording.ts";
import { fieldNames } from "#i18n/fields.ts";
import type { Locale } from "#model/fields.ts";

/** Words of differences: data and no functions, because a page hands them to browser code. */
export interface ChangeWords {
  telling: TellingWords;
  wording: WordingWords;
  table: FieldWords;
}

export const changeWords: Record<Locale, ChangeWords> = {
  "zh-CN": {
    telling: {
      verbs: {
        changed: "改了{what}",
        added: "加了{what}",
        removed: "删了{what}",
        moved: "挪了{what}",
        split: "拆开{what}",
        joined: "并成{what}",
      },
      blocks: {
        heading: ["{count} 个标题", "{count} 个标题"],
        paragraph: ["{count} 段", "{count} 段"],
        item: ["{count} 条", "{count} 条"],
        row: ["{count} 行表格", "{count} 行表格"],
        column: ["{count} 列表格", "{count} 列表格"],
        cell: ["{count} 格", "{count} 格"],
        picture: ["{count} 张图", "{count} 张图"],
        formula: ["{count} 个公式", "{count} 个公式"],
        code: ["{count} 段代码", "{count} 段代码"],
        list: ["{count} 个清单", "{count} 个清单"],
        table: ["{count} 张表", "{count} 张表"],
        section: ["{count} 处", "{count} 处"],
        quote: ["{count} 段引文", "{count} 段引文"],
        component: ["{count} 个方框", "{count} 个方框"],
        other: ["{count} 处", "{count} 处"],
        say: ["{count} 句话术", "{count} 句话术"],
        ask: ["{count} 个问句", "{count} 个问句"],
        consent: ["{count} 句征得同意的话", "{count} 句征得同意的话"],
        listen: ["{count} 处要听的", "{count} 处要听的"],
        do: ["{count} 条“要这样”", "{count} 条“要这样”"],
        dont: ["{count} 条“别这样”", "{count} 条“别这样”"],
        note: ["{count} 条提示", "{count} 条提示"],
        warning: ["{count} 条警告", "{count} 条警告"],
        checklist: ["{count} 份核对清单", "{count} 份核对清单"],
        steps: ["{count} 组步骤", "{count} 组步骤"],
        branch: ["{count} 组客户反应", "{count} 组客户反应"],
      },
      field: "“{name}”",
      others: ["另外 {count} 项", "另外 {count} 项"],
      between: "、",
      after: "；",
      nothing: "看得见的内容没有变",
    },
    wording: {
      movedUp: "从下面挪上来的",
      movedDown: "从上面挪下来的",
      leftUp: "这一处挪到上面去了",
      leftDown: "这一处挪到下面去了",
      split: "从上一段拆出来的",
      joined: "这里原来分段",
      attributes: { href: "链接：{before} → {after}", element: "换了样式" },
    },
    table: {
      names: fieldNames["zh-CN"],
      within: "{outer}：{inner}",
      field: "项目",
      change: "改动",
      moved: "从第 {from} 位挪到第 {to} 位",
    },
  },
  en: {
    telling: {
      verbs: {
        changed: "changed {what}",
        added: "added {what}",
        removed: "removed {what}",
        moved: "moved {what}",
        split: "split {what}",
        joined: "joined {what}",
      },
      blocks: {
        heading: ["{count} heading", "{count} headings"],
        paragraph: ["{count} paragraph", "{count} paragraphs"],
        item: ["{count} list item", "{count} list items"],
        row: ["{count} table row", "{count} table rows"],
        column: ["{count} table column", "{count} table columns"],
        cell: ["{count} table cell", "{count} table cells"],
        picture: ["{count} picture", "{count} pictures"],
        formula: ["{count} formula", "{count} formulas"],
        code: ["{count} piece of code", "{count} pieces of code"],
        list: ["{count} list", "{count} lists"],
        table: ["{count} table", "{count} tables"],
        section: ["{count} section", "{count} sections"],
        quote: ["{count} quotation", "{count} quotations"],
        component: ["{count} box", "{count} boxes"],
        other: ["{count} place", "{count} places"],
        say: ["{count} line to say", "{count} lines to say"],
        ask: ["{count} question to ask", "{count} questions to ask"],
        consent: ["{count} request for consent", "{count} requests for consent"],
        listen: ["{count} thing to listen for", "{count} things to listen for"],
        do: ["{count} “Do”", "{count} “Do”"],
        dont: ["{count} “Don’t”", "{count} “Don’t”"],
        note: ["{count} note", "{count} notes"],
        warning: ["{count} warning", "{count} warnings"],
        checklist: ["{count} checklist", "{count} checklists"],
        steps: ["{count} list of steps", "{count} lists of steps"],
        branch: ["{count} set of reactions", "{count} sets of reactions"],
      },
      field: "the {name}",
      others: ["{count} other field", "{count} other fields"],
      between: ", ",
      after: "; ",
      nothing: "Nothing changed that readers see",
    },
    wording: {
      movedUp: "moved up",
      movedDown: "moved down",
      leftUp: "moved from here to above",
      leftDown: "moved from here to below",
      split: "split from the paragraph above",
      joined: "paragraphs joined here",
      attributes: { href: "link: {before} → {after}", element: "now in another form" },
    },
    table: {
      names: fieldNames.en,
      within: "{outer}: {inner}",
      field: "Field",
      change: "Change",
      moved: "moved from place {from} to place {to}",
    },
  },
};
