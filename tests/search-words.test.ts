import { expect, test } from "vitest";
import { fold, listUnits, splitRuns } from "../src/islands/search/analysis.ts";
import { findMarks, measureSpan } from "../src/islands/search/marks.ts";
import { openSounds, packSounds, readLetters, soundAlike } from "../src/islands/search/pinyin.ts";
import { forgetRecent, keepRecent, readRecent } from "../src/islands/search/recent.ts";
import { correctWord, countEdits, isKnownWord } from "../src/islands/search/spelling.ts";
import { packWords, unpackWords } from "../src/islands/search/terms.ts";

const readings: Record<string, string> = {
  转: "zhuan",
  化: "hua",
  华: "hua",
  率: "lv",
  太: "tai",
  贵: "gui",
  了: "le",
  报: "bao",
  价: "jia",
};
const sounds = openSounds(packSounds((one) => readings[one] ?? "a", []));
const names = ["转化率", "太贵了", "报价"];

test.each([
  ["ＣＲＭ 系统", "crm 系统"],
  ["  It’s   Too\tExpensive ", "it's too expensive"],
  ["①", "1"],
])("folds %j to %j", (text, folded) => {
  expect(fold(text)).toBe(folded);
});

test.each([
  ["crm录入", ["crm", "录入"]],
  ["can't we talk?", ["cant", "we", "talk"]],
  ["mql转sql 2026年", ["mql", "转", "sql", "2026", "年"]],
  ["？！", []],
  ["𠮷野家", ["𠮷野家"]],
])("splits %j", (text, runs) => {
  expect(splitRuns(text)).toEqual(runs);
});

test.each([
  ["太贵了怎么办", ["太贵", "贵了"]],
  ["客户说太贵了怎么办", ["太贵", "贵了"]],
  ["谁能批折扣", ["批折", "折扣"]],
  ["怎么办", ["怎么", "么办"]],
  ["贵", ["贵"]],
  ["how do i ask for consent", ["ask", "consent"]],
  ["what is it", ["what", "is", "it"]],
])("asks of %j just what tells", (text, telling) => {
  expect(listUnits(text).flatMap((one) => (one.weight === 1 ? [one.text] : []))).toEqual(telling);
});

test.each([
  ["zhuanhualv", ["转化率"]],
  ["zhuanhualü", ["转化率"]],
  ["zhuan hua lu", ["转化率"]],
  ["zhl", ["转化率"]],
  ["zhuanhu", ["转化"]],
  ["tgl", ["太贵了"]],
  ["huge", []],
  ["x", []],
])("reads the letters %j as %j", (letters, texts) => {
  expect(readLetters(letters, names, sounds)).toEqual(texts);
});

test.each([
  ["转华率", ["转化率"]],
  ["客户转华率", ["客户转化率"]],
  ["转化率", []],
  ["报家", []],
])("hears in %j the names %j", (text, heard) => {
  expect(soundAlike(text, names, openSounds(packSounds((one) => (one === "家" ? "qu" : (readings[one] ?? "a")), [])))).toEqual(heard);
});

test("keeps the readings of characters that are not common", () => {
  const packed = packSounds((one) => (one === "囍" ? "xi" : "a"), ["囍", "太"]);
  const opened = openSounds(packed);
  expect([opened.read("囍"), opened.read("太"), opened.read("x"), opened.read("龘")]).toEqual(["xi", "a", undefined, undefined]);
});

test.each([
  ["forcast", ["forecast"]],
  ["dsicount", ["discount"]],
  ["kiscount", ["discount"]],
  ["disconts", ["discount"]],
  ["objec", []],
  ["prices", ["price"]],
  ["priests", []],
  ["abc", []],
  ["q3", []],
])("corrects %j to %j", (word, corrected) => {
  const words = new Set(["discount", "forecast", "forecasts", "price"]);
  expect(correctWord(word, words)).toEqual(corrected);
});

test("knows a word by another of its forms, or by its beginning", () => {
  const words = new Set(["negotiate", "pricing"]);
  expect(["negotiation", "negotiating", "pric", "prices", "banana"].map((one) => isKnownWord(one, words))).toEqual([
    true,
    true,
    true,
    true,
    false,
  ]);
});

test.each([
  ["price", "price", 0],
  ["price", "pirce", 1],
  ["price", "prices", 1],
  ["price", "rice", 1],
  ["price", "banana", 3],
])("counts the edits from %j to %j", (a, b, edits) => {
  expect(countEdits(a, b, 2)).toBe(edits);
});

test("packs words so that they come out again", () => {
  const words = ["price", "priced", "prices", "pricing", "zebra"];
  expect(packWords(words)).toBe("aprice fd fs eing azebra");
  expect(unpackWords(packWords(words))).toEqual(words);
  expect(unpackWords(packWords([]))).toEqual([]);
});

test.each([
  ["这个价太贵了，再说吧", "太贵了", ["太贵了"]],
  ["太贵？贵了一点", "太贵了", ["太贵", "贵了"]],
  ["我们的报价和折扣", "报价折扣", ["报价", "折扣"]],
  ["Prices and pricing of the CRM", "price", ["Prices", "pricing"]],
  ["Repricing", "pricing", []],
  ["İstanbul ＣＲＭ", "crm", ["ＣＲＭ"]],
])("marks in %j what %j asks: %j", (text, query, marked) => {
  expect(findMarks(text, query).map(({ from, to }) => text.slice(from, to))).toEqual(marked);
});

test.each([
  ["price first, then a long talk about discounts", "price discount", 45],
  ["discount, price", "price discount", 15],
  ["discount only", "price discount", undefined],
])("measures how far apart %j holds %j", (text, query, span) => {
  expect(measureSpan(text, query)).toBe(span);
});

test("keeps the last searches, each once, newest first", () => {
  const storage = memory();
  for (const query of ["a", "b", " a ", "", "x".repeat(101), "c", "d", "e", "f", "g"]) keepRecent(query, storage);
  expect(readRecent(storage)).toEqual(["g", "f", "e", "d", "c", "a"]);
  forgetRecent(storage);
  expect(readRecent(storage)).toEqual([]);
});

test.each(["{", "{}", "[1, null]", '["", "  "]', "null"])("keeps no searches where storage holds %j", (text) => {
  expect(readRecent(() => ({ getItem: () => text }))).toEqual([]);
});

test("does without storage where it is forbidden", () => {
  const forbidden = () => {
    throw new Error("forbidden");
  };
  keepRecent("a", forbidden);
  expect(readRecent(forbidden)).toEqual([]);
});

function memory(): () => Pick<Storage, "getItem" | "setItem"> {
  const kept = new Map<string, string>();
  return () => ({ getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) });
}
