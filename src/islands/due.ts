/** Marks days of review that have passed: `<time datetime="2026-03-01" data-due="overdue">` holds the word to add. */
export function markOverdue(root: ParentNode, today = readToday()): void {
  for (const time of root.querySelectorAll<HTMLTimeElement>("time[data-due]")) {
    if (time.dateTime >= today || time.nextElementSibling?.classList.contains("overdue")) continue;
    const mark = document.createElement("strong");
    mark.className = "overdue";
    mark.textContent = time.dataset["due"] ?? "";
    time.after(mark);
  }
}

/** The reader's own day, such as `2026-03-01`. */
export function readToday(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

markOverdue(document);
