import { editionWords } from "#i18n/editions.ts";
import type { Locale } from "#model/fields.ts";

/** Words of the choice of two editions that are to be compared. */
interface EditionChoiceWords {
  title: string;
  from: string;
  to: string;
  go: string;
  back: string;
  working: string;
  offline: string;
  /** The browser replaces `{edition}`. */
  missing: string;
  same: string;
}

export const editionChoiceWords: Record<Locale, EditionChoiceWords> = {
  "zh-CN": {
    title: "任选两版比较",
    from: "旧的",
    to: "新的",
    go: "比较",
    back: "回到历史版本",
    working: "正在比较……",
    offline: "连不上网，没法比较。联网后再试一次。",
    missing: "没有 {edition} 这一版。在上面另选一个。",
    same: "两边选的是同一版。另选一版再比。",
  },
  en: {
    title: "Compare any two",
    from: "Older",
    to: "Newer",
    go: "Compare",
    back: "Back to all editions",
    working: "Comparing …",
    offline: "There is no connection, so the editions can’t be compared. Try again when you are online.",
    missing: "There is no edition {edition}. Choose another one above.",
    same: "Both sides are the same edition. Choose two that differ.",
  },
};

const differenceWords = {
  "zh-CN": {
    since: "{from} 版 → 最新内容",
    nothing: "两边没有一篇文档不一样。",
    what: "改了什么",
    counts: { added: "新增 {count} 篇", removed: "删除 {count} 篇", moved: "改名或挪位 {count} 篇", changed: "修改 {count} 篇" },
    documents: ["共 {count} 篇", "共 {count} 篇"],
    before: "改前 r{revision}",
    after: "改后 r{revision}",
    see: "看改了什么",
    seeAll: "改过 {count} 次，看前后对照",
  },
  en: {
    since: "{from} → current text",
    nothing: "No document differs between the two.",
    what: "What changed",
    counts: { added: "{count} added", removed: "{count} removed", moved: "{count} renamed", changed: "{count} changed" },
    documents: ["{count} document", "{count} documents"],
    before: "Before: r{revision}",
    after: "After: r{revision}",
    see: "See what changed",
    seeAll: "See what {count} revisions changed",
  },
};

/** Words that the browser needs to tell two editions apart: data and no functions; it replaces what stands in braces. */
export function pickDifferenceWords(locale: Locale) {
  const { between, edition, formerly, current, must, who, documentsToRead, changes, everyone, alsoChanged } = editionWords[locale];
  return {
    ...differenceWords[locale],
    ...{ current, must, who, documentsToRead, changes, everyone, alsoChanged },
    result: between("{to}", "{from}"),
    edition: edition("{name}"),
    formerly: formerly("{title}"),
  };
}
