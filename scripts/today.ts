/** The current day where the command runs, as `2026-03-01`; reviews are due by it. */
export function findToday(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
