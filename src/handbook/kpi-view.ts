import { evaluateFormula, parseFormula, toMathml, toText } from "#handbook/formula.ts";
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

/** A level with the values it holds for; a missing end is open. */
export interface Band {
  level: Level;
  ranges: { from?: number; to?: number }[];
}

export function describeKpi(data: Data<"kpis">, locale: Locale): KpiView {
  const formula = parseFormula(data.formula);
  const labels = Object.fromEntries(Object.entries(data.inputs).map(([name, input]) => [name, input.label]));
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 4 });
  const figures = Object.fromEntries(Object.entries(data.example.inputs).map(([name, value]) => [name, number.format(value)]));
  return {
    mathml: toMathml(formula, labels),
    text: toText(formula, labels),
    example: toText(formula, figures),
    result: evaluateFormula(formula, data.example.inputs),
    exampleLevel: data.thresholds && judgeValue(data, data.example.expected),
    bands: data.thresholds ? describeBands(data.direction, data.thresholds) : [],
  };
}

type Thresholds = NonNullable<Data<"kpis">["thresholds"]>;

/** Puts thresholds into values: green and amber begin at theirs, red is what is worse than amber. */
function describeBands(direction: Data<"kpis">["direction"], { green, amber }: Thresholds): Band[] {
  const [greenLow, greenHigh] = ends(green);
  const [amberLow, amberHigh] = ends(amber);
  const ranges: Record<typeof direction, Record<Level, Band["ranges"]>> = {
    up: { green: [{ from: greenLow }], amber: [{ from: amberLow, to: greenLow }], red: [{ to: amberLow }] },
    down: { green: [{ to: greenHigh }], amber: [{ from: greenHigh, to: amberHigh }], red: [{ from: amberHigh }] },
    range: {
      green: [{ from: greenLow, to: greenHigh }],
      amber: [{ from: amberLow, to: greenLow }, { from: greenHigh, to: amberHigh }],
      red: [{ to: amberLow }, { from: amberHigh }],
    },
  };
  return (["green", "amber", "red"] as const).map((level) => ({ level, ranges: ranges[direction][level] }));
}

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
