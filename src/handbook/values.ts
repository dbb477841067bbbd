import type { units } from "#model/kpi.ts";
import type { Locale } from "#model/fields.ts";

type Unit = (typeof units)[number];

/** Writes a KPI's value with its unit as readers of `locale` expect it: `28%`, `60 days`, `¥108,000`. */
export function formatValue(value: number, unit: Unit, locale: Locale): string {
  return numberFormat(locale, unit).format(unit === "percent" ? value / 100 : value);
}

const formats = new Map<string, Intl.NumberFormat>();

/** Kept, because making one takes a hundred times as long as using it. */
function numberFormat(locale: Locale, unit: Unit): Intl.NumberFormat {
  const key = `${locale} ${unit}`;
  const format = formats.get(key) ?? new Intl.NumberFormat(locale, { maximumFractionDigits: 2, ...options[unit] });
  formats.set(key, format);
  return format;
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

/** Writes a duration such as `3 months` as readers of `locale` expect it. */
export function formatDuration(duration: string, locale: Locale): string {
  const [count = "0", unit = "days"] = duration.split(" ");
  return new Intl.NumberFormat(locale, { style: "unit", unit: unit.replace(/s$/, ""), unitDisplay: "long" }).format(Number(count));
}

/** Writes a day such as `2026-03-01` as readers of `locale` expect it. */
export function formatDate(date: string, locale: Locale): string {
  const instant = new Date(date.length === 10 ? `${date}T00:00:00Z` : date);
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(instant);
}
