import { z } from "zod";
import { commonFields, duration, qualifiedReference, reference, text } from "#model/fields.ts";

const milestone = z.strictObject({
  day: z.int().positive(),
  focus: z.enum(["learn", "do", "own"]),
  can: z.array(text()).min(1).describe("What the new hire can do by then."),
  deliverables: z.array(text()).optional(),
});

const step = z.strictObject({
  ref: qualifiedReference(),
  kind: z.enum(["theory", "practice", "field", "admin"]),
  must: z.boolean().default(true),
  day: z.int().positive().describe("The working day on which it is due."),
  minutes: z.int().positive().optional(),
});

/** An onboarding path: steps in order, milestones to reach. */
export const path = z.strictObject({
  ...commonFields,
  role: reference("roles"),
  outcome: text(),
  length: duration(),
  milestones: z.array(milestone).min(1),
  steps: z.array(step).min(1),
  pass: z
    .strictObject({ quiz: z.number().min(0).max(100), practice: z.number().min(0).max(100) })
    .optional()
    .describe("Marks to reach, in percent."),
  checkpoints: z
    .array(z.strictObject({ day: z.int().positive(), with: reference("roles"), agenda: z.array(text()).optional() }))
    .optional(),
  requires: z.array(reference("paths")).optional(),
  measure: reference("kpis").optional().describe("How it is judged: by ramp-up, not by completion."),
});
