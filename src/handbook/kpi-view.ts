import { evaluateFormula, parseFormula, toMathml, toText } from "#handbook/formula.ts";
import { formatRange, formatValue } from "#handbook/values.ts";
import type { Data } from "#model/collections.ts";
import type { Locale } from "#model/fields.ts";

/** The computed parts of a KPI's page. */
export interface KpiView {
  mathml: string;
  text: string;
  /** The formula with the example's figures in place of the names. */
  example: string;
  /** What the formula gives for the example's inputs. */
  result: number;
  /** How good the example's value is; missing where there are no thresholds. */
  exampleLevel: Level | undefined;
  bands: Band[];
}

export type Level = "green" | "amber" | "red";

/** A level and the values it holds for, in words: `22% to under 28%`, `< 15 or > 45`. */
export interface Band {
  level: Level;
  values: string;
}

export function describeKpi(data: Data<"kpis">, locale: Locale): KpiView {
  const { formula } = parseFormula(data.formula);
  const labels = Object.fromEntries(Object.entries(data.inputs).map(([name, input]) => [name, input.label]));
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 4 });
  const figures = Object.fromEntries(Object.entries(data.example.inputs).map(([name, value]) => [name, number.format(value)]));
  return {
    mathml: toMathml(formula, labels),
    text: toText(formula, labels),
    example: toText(formula, figures),
    result: evaluateFormula(formula, data.example.inputs),
    exampleLevel: data.thresholds && judgeValue(data, data.example.expected),
    bands: data.thresholds ? describeBands(data, data.thresholds, locale) : [],
  };
}

type Thresholds = NonNullable<Data<"kpis">["thresholds"]>;

/** Green and amber begin at their thresholds; red is what is worse than amber. */
function describeBands({ direction, unit }: Data<"kpis">, { green, amber }: Thresholds, locale: Locale): Band[] {
  const write = (value: number) => formatValue(value, unit, locale);
  const { upTo, from } = halfOpen[locale];
  const [greenLow, greenHigh] = ends(green);
  const [amberLow, amberHigh] = ends(amber);
  const values: Record<typeof direction, Record<Level, string[]>> = {
    up: { green: [`≥ ${write(greenLow)}`], amber: [from(write(amberLow), write(greenLow))], red: [`< ${write(amberLow)}`] },
    down: { green: [`≤ ${write(greenHigh)}`], amber: [upTo(write(greenHigh), write(amberHigh))], red: [`> ${write(amberHigh)}`] },
    range: {
      green: [formatRange(greenLow, greenHigh, unit, locale)],
      amber: [from(write(amberLow), write(greenLow)), upTo(write(greenHigh), write(amberHigh))],
      red: [`< ${write(amberLow)}`, `> ${write(amberHigh)}`],
    },
  };
  const either = new Intl.ListFormat(locale, { type: "disjunction" });
  return (["green", "amber", "red"] as const).map((level) => ({ level, values: either.format(values[direction][level]) }));
}

/** Ranges of which one end belongs to the next level: from the lower end on, or up to the upper one. */
const halfOpen: Record<Locale, Record<"from" | "upTo", (low: string, high: string) => string>> = {
  "zh-CN": { from: (low, high) => `${low}（含）–${high}`, upTo: (low, high) => `${low}–${high}（含）` },
  en: { from: (low, high) => `${low} to under ${high}`, upTo: (low, high) => `over ${low} to ${high}` },
};

function judgeValue({ direction, thresholds }: Data<"kpis">, value: number): Level {
  const within = (limit: Thresholds["green"] | undefined) => {
    if (limit === undefined) return false;
    const [low, high] = ends(limit);
    return (direction === "down" || value >= low) && (direction === "up" || value <= high);
  };
  return within(thresholds?.green) ? "green" : within(thresholds?.amber) ? "amber" : "red";
}

function ends(limit: Thresholds["green"]): readonly [low: number, high: number] {
  return Array.isArray(limit) ? limit : [limit, limit];
}
