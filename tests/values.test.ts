import { expect, test } from "vitest";
import { formatDate, formatRange } from "#handbook/values.ts";

test("writes two values with the unit once where a word stands for it", () => {
  expect([
    formatRange(60, 75, "days", "en"),
    formatRange(60, 75, "days", "zh-CN"),
    formatRange(22, 28, "percent", "en"),
    formatRange(22, 28, "percent", "zh-CN"),
    formatRange(1000, 20000, "currency", "en"),
    formatRange(15, 20, "count", "zh-CN"),
  ]).toEqual(["60–75 days", "60–75 天", "22%–28%", "22%–28%", "¥1,000–¥20,000", "15–20"]);
});

test("writes days as each language has them, whatever part of the day an instant names", () => {
  expect([formatDate("2026-11-23", "en"), formatDate("2026-11-23T23:30:00Z", "zh-CN")]).toEqual(["23 November 2026", "2026年11月23日"]);
});
