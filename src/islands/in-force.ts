import { readToday } from "./due.ts";

/** Says of the edition that holds today that it does: the last of `<time datetime="2026-12-01" data-in-force="…">` that is no later. */
export function markInForce(root: ParentNode, today = readToday()): void {
  const days = [...root.querySelectorAll<HTMLTimeElement>("time[data-in-force]")].filter((one) => one.dateTime <= today);
  const [first, ...others] = days;
  const newest = others.reduce((last, one) => (one.dateTime > last!.dateTime ? one : last), first);
  if (!newest) return;
  newest.textContent = newest.dataset["inForce"] ?? "";
  newest.className = "tag";
  newest.dataset["tone"] = "accent";
}

markInForce(document);
