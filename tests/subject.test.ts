import { expect, test } from "vitest";
import { readSubject } from "#handbook/subject.ts";

test("says what a change was called in the language of the reader, or else in which language it is", () => {
  const written = { subject: "Mend the price" };
  expect(readSubject(written, "en")).toEqual({ text: "Mend the price", lang: undefined });
  expect(readSubject(written, "zh-CN")).toEqual({ text: "Mend the price", lang: "en" });
  expect(readSubject({ ...written, translations: { "zh-CN": "改正价格" } }, "zh-CN")).toEqual({ text: "改正价格", lang: undefined });
  expect(readSubject({ subject: "改正 CRM 里的价格" }, "en")).toEqual({ text: "改正 CRM 里的价格", lang: "zh-CN" });
  expect(readSubject({ subject: "2026.4" }, "zh-CN")).toEqual({ text: "2026.4", lang: undefined });
});
