/** Words that hang on the one before, and those that hang on the one after. */
const trailing = /^[的了着过吗呢吧啊们得地之等里上中者率度性化员型价费额签量表]$/u;
const leading = /^[第不没未这那每各另再]$/u;
const figures = /(?<![\d:.])(?:第 )?\d[\d,.–]* (?:个|天|周|月|年|日|小时|分钟|秒|元|万|次|条|步|题|页|家|人|份|级|项)/gu;
const segmenter = new Intl.Segmenter("zh-CN", { granularity: "word" });

/**
 * Writes a short Chinese text as HTML that may break between its words and not within them. The breaks are elements, so
 * that what is copied, searched and read aloud stays the text itself. A text without Chinese stays as it is.
 */
export function writePhrases(text: string): string {
  if (!/\p{Script=Han}{2}/u.test(text)) return escape(text);
  let html = "";
  let before: Intl.SegmentData | undefined;
  for (const one of segmenter.segment(text)) {
    if (before && mayBreak(before, one)) html += "<wbr>";
    html += escape(one.segment);
    before = one;
  }
  return html.replaceAll(figures, (figure) => `<span class="whole">${figure}</span>`);
}

/** Beside punctuation and spaces browsers know best; two single characters are mostly one word that no dictionary holds. */
function mayBreak(before: Intl.SegmentData, after: Intl.SegmentData): boolean {
  if (!before.isWordLike || !after.isWordLike || /\d$/.test(before.segment)) return false;
  if (before.segment.length === 1 && after.segment.length === 1) return false;
  return !leading.test(before.segment) && !trailing.test(after.segment);
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
