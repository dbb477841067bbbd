import type { units } from "#model/kpi.ts";
import type { Locale } from "#model/fields.ts";

type Unit = (typeof units)[number];

/** Writes a KPI's value with its unit as readers of `locale` expect it: `28%`, `60 days`, `¥108,000`. */
export function formatValue(value: number, unit: Unit, locale: Locale): string {
  return spaceUnit(numberFormat(locale, options[unit]).format(unit === "percent" ? value / 100 : value));
}

const limits = { up: "≥\u00a0", down: "≤\u00a0", range: "" };

/** Writes a target as the limit that it is: `≥ 28%`, `≤ 60 days`; one within a range is the value to come near to. */
export function formatTarget(value: number, { unit, direction }: { unit: Unit; direction: keyof typeof limits }, locale: Locale): string {
  return limits[direction] + formatValue(value, unit, locale);
}

/** Writes two values of a KPI with what they share once: `60–75 days`, `22%–28%`. */
export function formatRange(low: number, high: number, unit: Unit, locale: Locale): string {
  const format = numberFormat(locale, options[unit]);
  if (options[unit].style === "unit") return spaceUnit(format.formatRange(low, high).replace("-", "–"));
  return `${formatValue(low, unit, locale)}–${formatValue(high, unit, locale)}`;
}

/** Writes a duration such as `3 months` as readers of `locale` expect it. */
export function formatDuration(duration: string, locale: Locale): string {
  const [count = "0", unit = "days"] = duration.split(" ");
  return spaceUnit(numberFormat(locale, { style: "unit", unit: unit.replace(/s$/, ""), unitDisplay: "long" }).format(Number(count)));
}

/** Sets a space before a Chinese unit too, as the texts have it: `3 天`. */
function spaceUnit(written: string): string {
  return written.replace(/(\d)(?=\p{Script=Han})/u, "$1 ");
}

/** Writes a day such as `2026-03-01` as readers of `locale` expect it. */
export function formatDate(date: string, locale: Locale): string {
  const day = date.slice(0, 10);
  const name = `${locale} ${day}`;
  const known = dates.get(name);
  if (known !== undefined) return known;
  dateFormats[locale] ??= new Intl.DateTimeFormat(dateLocales[locale], { dateStyle: "long", timeZone: "UTC" });
  const formatted = dateFormats[locale].format(new Date(`${day}T00:00:00Z`));
  dates.set(name, formatted);
  return formatted;
}

/** Lists of revisions name the same days again and again. */
const dates = new Map<string, string>();

/** Days before months, as readers of English have it nearly everywhere. */
const dateLocales: Record<Locale, string> = { "zh-CN": "zh-CN", en: "en-GB" };

/** Formats are kept, because making one takes a hundred times as long as using it. */
const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats: Partial<Record<Locale, Intl.DateTimeFormat>> = {};

function numberFormat(locale: Locale, format: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(format)}`;
  const kept = numberFormats.get(key) ?? new Intl.NumberFormat(locale, { maximumFractionDigits: 2, ...format });
  numberFormats.set(key, kept);
  return kept;
}

const options: Record<Unit, Intl.NumberFormatOptions> = {
  percent: { style: "percent", maximumFractionDigits: 1 },
  currency: { style: "currency", currency: "CNY", currencyDisplay: "narrowSymbol", maximumFractionDigits: 0 },
  days: { style: "unit", unit: "day", unitDisplay: "long" },
  hours: { style: "unit", unit: "hour", unitDisplay: "long" },
  minutes: { style: "unit", unit: "minute", unitDisplay: "long" },
  count: {},
  score: {},
  ratio: {},
};
