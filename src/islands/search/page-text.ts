import type { PageText } from "./library.ts";

export interface Quotable {
  text: string;
  /** What is not to be said or done, each with the cue in front of it that says so. */
  donts: { from: number; to: number }[];
}

export interface Section extends Quotable {
  id: string | undefined;
  title: string;
}

/** The text before the first heading, then each heading with what follows it. */
export function splitSections(page: PageText, title: string): Section[] {
  const words = splitWords(page);
  const headings = page.anchors.filter((one) => /^h[2-6]$/.test(one.element) && one.text.trim()).sort((a, b) => a.location - b.location);
  const starts = [{ id: undefined, text: title, location: 0 }, ...headings];
  return starts.map(({ id, text, location }, index) => {
    const body = joinWords(words, location, starts[index + 1]?.location);
    const own = body.startsWith(text.trim()) ? body.slice(text.trim().length).replace(/^[\s.。]+/, "") : body;
    return { id, title: text.trim(), ...readDonts(own) };
  });
}

/** What the rep can say, in the order of the page, each with its place. */
export function listSayings(page: PageText): { text: string; at: number }[] {
  const words = splitWords(page);
  const sayings: { text: string; at: number }[] = [];
  for (let number = 1; ; number++) {
    const [from, to] = [findPlace(page, `say-${number}`), findPlace(page, `said-${number}`)];
    if (from === undefined || to === undefined) return sayings;
    sayings.push({ text: readDonts(joinWords(words, from, to)).text, at: from });
  }
}

export function findPlace(page: PageText, id: string): number | undefined {
  return page.anchors.find((one) => one.id === id)?.location;
}

export function isChinese(text: string): boolean {
  return /\p{Script=Han}/u.test(text.slice(0, 200));
}

interface Words {
  list: string[];
  joiner: string;
}

/** Around what is not to be said, until a text is put together. */
const [dont, done] = ["\uE000", "\uE001"];

/** Pagefind counts places in words: those between zero-width spaces where there are any, else those between spaces. */
function splitWords(page: PageText): Words {
  const joiner = page.content.includes("\u200b") ? "" : " ";
  const list = page.content.split(joiner ? /[^\S\uFEFF]+/ : "\u200b");
  for (const { id, location } of page.anchors)
    if (/^(?:dont|done)-\d+$/.test(id) && list[location] !== undefined)
      list[location] = (id.startsWith("dont") ? dont : done) + list[location];
  return { list, joiner };
}

/** Blocks that have no full stop get a Latin one in the index, also after quotation marks, and spaces that Chinese texts don't have. */
function joinWords({ list, joiner }: Words, from: number, to?: number): string {
  const text = list
    .slice(from, to)
    .join(joiner)
    .replace(/\s+/g, " ")
    .replace(/(?<=[.!?…]["'”’)]*["'”’])\.(?=\s|$)/g, "")
    .trim();
  if (!isChinese(text)) return text;
  return text.replace(/(?<=[\p{L}\p{N}%）”’])\.(?: |$)/gu, "。").replace(unspaced, "");
}

/** The spaces at a mark that has its own, and those between two Chinese characters. */
const unspaced =
  /(?<=[\u3000-\u303f\uff00-\uffef“‘—…][\uE000\uE001]*) | (?=[\uE000\uE001]*[\u3001\u3002\uff00-\uffef”’])|(?<=[\p{Script=Han}”’][\uE000\uE001]*) (?=[\uE000\uE001]*[\p{Script=Han}“‘])/gu;

function readDonts(marked: string): Quotable {
  const donts: Quotable["donts"] = [];
  let text = "";
  for (const part of marked.split(/(?=[\uE000\uE001])/)) {
    const open = donts.at(-1);
    if (open && open.to === Infinity && (part.startsWith(dont) || part.startsWith(done))) open.to = text.length;
    if (part.startsWith(dont)) donts.push({ from: text.length, to: Infinity });
    text += part.replace(/^[\uE000\uE001]/, "");
  }
  return { text, donts };
}
