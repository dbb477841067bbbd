import type { Document } from "#model/document.ts";
import type { Locale } from "#model/fields.ts";
import { countWords } from "#source/body.ts";

/** Silent reading of Chinese in characters, of English in words, per minute. */
const wordsPerMinute: Record<Locale, number> = { "zh-CN": 400, en: 220 };

/** How long it takes to read a document: its fields are read as its text is. */
export function estimateMinutes({ address, body, data }: Document, inFields = countFieldWords(data)): number {
  return Math.max(1, Math.round((body.words + inFields) / wordsPerMinute[address.locale]));
}

/** How much there is to read in fields, in words or Chinese characters. */
export function countFieldWords(data: object): number {
  return countWords(listTexts(data).join("\n"));
}

function listTexts(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(listTexts) : [];
}
