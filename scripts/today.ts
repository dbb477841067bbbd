/** The current day where the command runs, as `2026-03-01`; reviews are due by it. */
export function findToday(): string {
  return new Intl.DateTimeFormat("sv-SE").format(new Date());
}
