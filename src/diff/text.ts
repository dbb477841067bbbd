/**
 * Splits text into what is marked as a whole: words, numbers with their units, single signs, and runs of white space.
 * Joined again they give the text. Scripts without spaces are split by the dictionary of `Intl.Segmenter`.
 */
export function splitWords(text: string): string[] {
  const words: string[] = [];
  for (const [part] of text.matchAll(pattern)) {
    if (part.length > 1 && unspaced.test(part)) words.push(...segment(part));
    else words.push(part);
  }
  return words;
}

const unspacedScripts = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`;
const unspaced = new RegExp(`^[${unspacedScripts}]`, "u");

const currency = String.raw`[¥￥$€£]`;
const amount = String.raw`\d+(?:[.,:/–-]\d+)*`;
const unit = [
  String.raw`\s?(?:[%‰％°]C?|${currency})`,
  String.raw`\s?[万亿千百]?(?:元|个?(?:工作日|小时|分钟|季度|星期|月)|天|日|周|年|时|分|秒|次|个|人|份|页|倍|折|岁|号|点|席|台|家|条|步|项|题|字|句|轮)`,
  String.raw`\s?[万亿千百]`,
  String.raw`\s?(?:[kKMG]B|[kcm]?m|[km]?g|min|ms|pp|pt|px|[hsx]|(?:working )?(?:minute|hour|day|week|month|quarter|year|second)s?)(?![\p{L}\p{N}])`,
].join("|");

const pattern = new RegExp(
  [
    String.raw`\s+`,
    String.raw`https?://[^\s<>"，。；：、（）「」《》]*[^\s<>"，。；：、（）「」《》.,;:!?)]`,
    String.raw`(?:${currency}\s?)?${amount}(?:${unit})?`,
    `[${unspacedScripts}]+`,
    String.raw`(?:(?![${unspacedScripts}])[\p{L}\p{N}_])(?:(?![${unspacedScripts}])[\p{L}\p{M}\p{N}_]|['’.&-](?=[\p{L}\p{N}])(?![${unspacedScripts}]))*`,
    String.raw`\p{Regional_Indicator}{2}|\p{Extended_Pictographic}(?:\p{M}|\p{Emoji_Modifier}|\u200d\p{Extended_Pictographic})*`,
    String.raw`[^]\p{M}*`,
  ].join("|"),
  "gu",
);

const segmenter = typeof Intl.Segmenter === "function" ? new Intl.Segmenter("zh", { granularity: "word" }) : undefined;

function segment(text: string): Iterable<string> {
  return segmenter ? Array.from(segmenter.segment(text), (one) => one.segment) : text;
}

const wordStart = /^[\p{L}\p{N}¥￥$€£]/u;

/** Whether a part that `splitWords` made is a word or a number, not a sign or white space. */
export function isWord(part: string): boolean {
  return wordStart.test(part);
}

/** Curly quotation marks and apostrophes as straight ones, which say the same. */
export function straighten(text: string): string {
  return text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
}

export function isSpace(part: string): boolean {
  return /^\s/.test(part);
}

/** How much a reader has to read: 1 for a word or number, half a word for each Chinese character. */
export function weigh(part: string): number {
  if (!isWord(part)) return 0;
  return unspaced.test(part) ? Math.max(1, part.length / 2) : 1;
}
