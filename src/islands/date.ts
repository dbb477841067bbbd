/** Writes a day as the pages do; in the reader's time zone unless another is named. */
export function writeDate(date: Date | number, timeZone?: string): string {
  const { lang } = document.documentElement;
  return new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, { dateStyle: "long", timeZone }).format(date);
}
