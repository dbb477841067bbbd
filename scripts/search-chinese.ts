import { Converter } from "opencc-js/t2cn";
import { pinyin } from "pinyin-pro";
import { packSounds } from "../src/islands/search/pinyin.ts";
import type { TermsFile } from "../src/islands/search/terms.ts";

/** How Chinese queries can be written otherwise: by its sounds, and by traditional characters. */
export type ChineseTerms = Pick<TermsFile, "sounds" | "traditional" | "simplified">;

/** Looks up how the `characters` of pages are read, in the `names` of documents above all, and written traditionally. */
export function askDictionaries(names: readonly string[], characters: readonly string[]): ChineseTerms {
  return {
    sounds: names.length > 0 ? packSounds(readSounds(names), characters) : "|",
    ...pairScripts(new Set(characters)),
  };
}

/** A character's reading without tone, `v` for `ü`: the one that it has most often in `names`, because many have several. */
function readSounds(names: readonly string[]): (character: string) => string {
  const counts = new Map<string, Map<string, number>>();
  for (const name of names) {
    const characters = [...name];
    const readings = pinyin(name, { toneType: "none", v: true, type: "array" });
    for (const [index, character] of characters.entries()) {
      const all = counts.get(character) ?? new Map<string, number>();
      const reading = readings[index] ?? "";
      counts.set(character, all.set(reading, (all.get(reading) ?? 0) + 1));
    }
  }
  return (character) => {
    const [most] = [...(counts.get(character) ?? [])].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
    return (most?.[0] ?? pinyin(character, { toneType: "none", v: true })).replace(/[^a-z]/g, "");
  };
}

/** The traditional characters for which pages have `simplified` ones. */
function pairScripts(simplified: ReadonlySet<string>): Pick<ChineseTerms, "traditional" | "simplified"> {
  const convert = Converter({ from: "t", to: "cn" });
  const all = Array.from({ length: 0x9fff - 0x4e00 + 1 }, (_, index) => String.fromCodePoint(0x4e00 + index));
  const pairs = all.map((one) => [one, convert(one)] as const).filter(([one, other]) => one !== other && simplified.has(other));
  return { traditional: pairs.map(([one]) => one).join(""), simplified: pairs.map(([, other]) => other).join("") };
}
