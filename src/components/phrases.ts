import { voidNames } from "#diff/elements.ts";
import { rememberLately } from "#source/memory.ts";

/** Words that hang on the one before, and those that hang on the one after. */
const trailing = /^[的了着过吗呢吧啊们得地之等里上中者率度性化员型价费额签量表]$/u;
const leading = /^[第不没未免这那每各另再]$/u;
const units =
  "小时|分钟|个?工作(?:日|小时)|个(?:月|季度|小时)|[个天周月年日秒元万亿次条步题页家人份级项席单场篇倍遍通封位名种点分岁轮组句处行号季期套台段层道只件张块节课版]" +
  "|(?:(?:working |more )?(?:seconds?|min(?:ute)?s?|hours?|days?|weeks?|months?|quarters?|years?|steps?|words?|deals?|leads?|calls?|emails?|touches|tries|times|points?|questions?|sentences?|paragraphs?|headings?|lines?|list|table|seats?|decided|million|people|customers?|documents?|revisions?|January|February|March|April|May|June|July|August|September|October|November|December)|(?:in|of) \\d+)(?![\\w-])";
const figure = `(?<![\\w:.])(?:第 )?\\d[\\d,.–]*\\+? (?:${units})|(?<![\\w:.–])\\d+–\\d+(?![\\w–])`;
const figures = new RegExp(figure, "gu");
/** Elements that hold no running text or are kept whole already, tags with their stroke and name, and figures. */
const pieces = new RegExp(
  `<(script|style|select|textarea|svg|math)\\b[^]*?</\\1>|<span class="whole">[^<]*</span>|<(/?)([a-z][^\\s/>]*)(?:"[^"]*"|[^">])*>|${figure}`,
  "gu",
);
/** Elements whose texts flow; others may set each piece of their text apart. */
const flowing = new Set("p li td th dd dt time h1 h2 h3 h4 h5 h6 caption blockquote div span strong b em i s ins del mark".split(" "));
const segmenter = new Intl.Segmenter("zh-CN", { granularity: "word" });

/**
 * Writes a short Chinese text as HTML that may break between its words and not within them. The breaks are elements, so
 * that what is copied, searched and read aloud stays the text itself. A text without Chinese stays as it is.
 */
export function writePhrases(text: string): string {
  return /\p{Script=Han}{2}/u.test(text) ? memory([text], () => partPhrases(text)) : escape(text);
}

/** Titles stand on many pages. */
const memory = rememberLately(1000);

function partPhrases(text: string): string {
  let html = "";
  let before: Intl.SegmentData | undefined;
  for (const one of segmenter.segment(text)) {
    if (before && mayBreak(before, one)) html += "<wbr>";
    html += escape(one.segment);
    before = one;
  }
  return html.replaceAll(figures, keepWhole);
}

/** Puts the figures of a page, numbers with their units and days with their months, into elements that no line breaks. */
export function keepFigures(html: string): string {
  const open: string[] = [];
  return html.replace(pieces, (piece: string, _element, stroke: string | undefined, name: string | undefined) => {
    if (!piece.startsWith("<")) return flowing.has(open.at(-1) ?? "") ? keepWhole(piece) : piece;
    if (stroke) open.pop();
    else if (name && !voidNames.has(name)) open.push(name);
    return piece;
  });
}

const keepWhole = (figure: string) => `<span class="whole">${figure}</span>`;

/** Beside punctuation and spaces browsers know best; two single characters are mostly one word that no dictionary holds. */
function mayBreak(before: Intl.SegmentData, after: Intl.SegmentData): boolean {
  if (!before.isWordLike || !after.isWordLike || /\d$/.test(before.segment)) return false;
  if (before.segment.length === 1 && after.segment.length === 1) return false;
  return !leading.test(before.segment) && !trailing.test(after.segment);
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
