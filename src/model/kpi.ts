import { z } from "zod";
import { commonFields, date, duration, reference, text } from "#model/fields.ts";

export const units = ["percent", "currency", "days", "hours", "minutes", "count", "score", "ratio"] as const;

const input = z.strictObject({
  label: text(),
  unit: z.enum(units),
  source: text().optional().describe("Where the figure comes from, such as a CRM report."),
  exclude: text().optional().describe("What does not count."),
  kpi: reference("kpis").optional().describe("The KPI whose value this is."),
});

const limit = z.union([z.number(), z.tuple([z.number(), z.number()])]);

/** A measure, its formula over named inputs, and a worked example that every build computes. */
export const kpi = z.strictObject({
  ...commonFields,
  question: text().describe("The decision it serves."),
  kind: z.enum(["simple", "ratio", "cumulative", "conversion", "average", "duration"]),
  formula: text().max(500).describe("Names of inputs, numbers, + - * / ^ and brackets; the result is in `unit`."),
  inputs: z.record(
    z
      .string()
      .regex(/^[a-z][A-Za-z0-9]*$/, "An input's name is Latin letters and digits and starts with a small letter, such as `wonDeals`."),
    input,
  ),
  unit: z.enum(units),
  per: text()
    .optional()
    .describe("What a value is counted for, where the unit does not tell: `rep and week` after “per”, `每人每周` in Chinese."),
  direction: z.enum(["up", "down", "range"]).describe("Which way is better."),
  time: z.strictObject({
    basis: z.enum(["cohort", "period"]),
    window: duration(),
    grain: z.enum(["day", "week", "month", "quarter", "year"]),
  }),
  segmentBy: z.array(text()).optional(),
  minSample: z.int().positive().optional().describe("Below this count the figure says nothing."),
  cadence: z.enum(["daily", "weekly", "monthly", "quarterly"]).describe("How often it is looked at."),
  leadLag: z.enum(["leading", "lagging"]),
  stages: z.array(reference("stages")).optional(),
  drives: z.array(reference("kpis")).optional().describe("The KPIs that move when this one moves."),
  targets: z.array(z.strictObject({ value: z.number(), segment: text().optional(), from: date(), to: date().optional() })).optional(),
  thresholds: z
    .strictObject({ green: limit, amber: limit })
    .optional()
    .describe("Green and amber begin here; what is worse than amber is red. For `range`: [low, high]."),
  actions: z.strictObject({ amber: text(), red: text() }).optional().describe("What to do then."),
  counterMetric: reference("kpis").optional().describe("The KPI that must not get worse meanwhile."),
  gaming: text().optional().describe("How people make it look good without doing better."),
  caveats: text(),
  example: z.strictObject({ inputs: z.record(z.string(), z.number()), expected: z.number() }),
  confusedWith: z
    .array(
      z
        .strictObject({ kpi: reference("kpis").optional(), name: text().optional(), difference: text() })
        .refine((one) => Boolean(one.kpi) !== Boolean(one.name), "Give either `kpi` or `name`."),
    )
    .optional(),
});
