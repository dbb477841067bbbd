import { expect, test } from "vitest";
import { addDuration, findReviewDue } from "#handbook/review.ts";
import type { Document } from "#model/document.ts";
import type { Settings } from "#model/settings.ts";

test.each([
  ["2026-01-31", "1 month", "2026-02-28"],
  ["2024-01-31", "1 month", "2024-02-29"],
  ["2026-08-31", "6 months", "2027-02-28"],
  ["2024-02-29", "1 year", "2025-02-28"],
  ["2026-12-15", "1 month", "2027-01-15"],
  ["2026-03-01", "14 days", "2026-03-15"],
  ["2026-02-20", "2 weeks", "2026-03-06"],
  ["2026-03-28", "1 day", "2026-03-29"],
  ["2026-03-01", "90 minutes", "2026-03-01"],
])("adds to %s a duration of %s", (date, duration, due) => {
  expect(addDuration(date, duration)).toBe(due);
});

test.each([
  ["its own period first", "1 month", "2026-02-15"],
  ["that of its collection next", undefined, "2026-04-15"],
])("takes a document's review from %s", (_what, reviewEvery, due) => {
  expect(
    findReviewDue(
      { review: { every: "6 months", collections: { scripts: "3 months" } } } as unknown as Settings,
      makeDocument(reviewEvery),
    ),
  ).toBe(due);
});

test("takes a document's review from the period of all, and from none where there is none", () => {
  expect(findReviewDue({ review: { every: "6 months" } } as unknown as Settings, makeDocument())).toBe("2026-07-15");
  expect(findReviewDue({} as unknown as Settings, makeDocument())).toBeUndefined();
});

function makeDocument(reviewEvery?: string): Document {
  return {
    address: { locale: "en", collection: "scripts", id: "cold-call" },
    data: { reviewed: "2026-01-15", reviewEvery },
  } as unknown as Document;
}
