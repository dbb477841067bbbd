import type { Document } from "#model/document.ts";
import type { Settings } from "#model/settings.ts";

/** The day by which a document is to be reviewed again, as `2026-03-01`; undefined where nothing asks for it. */
export function findReviewDue(settings: Settings, document: Document): string | undefined {
  const every = document.data.reviewEvery ?? settings.review?.collections?.[document.address.collection] ?? settings.review?.every;
  return every ? addDuration(document.data.reviewed, every) : undefined;
}

/** Adds a duration such as `3 months` to a date; the 31st of a month becomes the last day of a shorter one. */
export function addDuration(date: string, duration: string): string {
  const [count = "0", unit = "days"] = duration.split(" ");
  const number = Number(count);
  const start = new Date(`${date}T00:00:00Z`);
  const moved = new Date(start);
  if (unit.startsWith("day")) moved.setUTCDate(start.getUTCDate() + number);
  else if (unit.startsWith("week")) moved.setUTCDate(start.getUTCDate() + 7 * number);
  else if (unit.startsWith("month") || unit.startsWith("year")) {
    const months = unit.startsWith("year") ? 12 * number : number;
    moved.setUTCDate(1);
    moved.setUTCMonth(start.getUTCMonth() + months);
    const lastDay = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
    moved.setUTCDate(Math.min(start.getUTCDate(), lastDay));
  }
  return moved.toISOString().slice(0, 10);
}
