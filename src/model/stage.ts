import { z } from "zod";
import { commonFields, duration, qualifiedReference, reference, text } from "#model/fields.ts";

const criterion = z.strictObject({
  text: text().describe("What is true, so that two people would agree on it."),
  by: z.enum(["buyer", "rep"]).describe("Who shows it: the buyer's act counts more than the rep's opinion."),
  evidence: text().optional().describe("Where it can be seen."),
  crmField: text().optional(),
});

const activity = z.strictObject({
  do: text(),
  standard: text().describe("How well and how soon, in figures where there are any."),
  when: text().optional(),
  tool: reference("tools").optional(),
  script: reference("scripts").optional(),
  level: z.enum(["must", "should", "may"]).default("must"),
});

/** One stage of the sales process. */
export const stage = z.strictObject({
  ...commonFields,
  order: z.int().positive().describe("Its place in the process, from 1."),
  purpose: text(),
  customerOutcome: text().describe("What the buyer has when it ends."),
  goal: qualifiedReference("guides", "kpis").optional().describe("The strategy it serves."),
  entry: z.array(criterion).min(1),
  exit: z
    .array(criterion)
    .min(1)
    .refine(
      (criteria) => criteria.some((one) => one.by === "buyer"),
      "At least one exit criterion must be shown by the buyer (`by: buyer`).",
    ),
  disqualify: z.array(z.strictObject({ when: text(), reason: text(), route: text().optional() })).optional(),
  activities: z.array(activity).min(1),
  followUp: z.strictObject({
    firstTouch: duration().describe("From entering the stage to the first contact."),
    cadence: z.array(z.int().positive()).min(1).describe("Days after the first contact on which to try again."),
    maxAttempts: z.int().positive(),
    stopWhen: text(),
  }),
  sla: z.strictObject({ respond: duration(), resolve: duration().optional(), escalateTo: reference("roles") }).optional(),
  maxAge: duration().optional().describe("How long before a deal here counts as stalled."),
  crm: z
    .strictObject({
      stage: text(),
      probability: z.number().min(0).max(100).describe("Chance to win, in percent."),
      forecast: text().optional(),
      requiredFields: z.array(text()).optional(),
    })
    .optional(),
  tools: z.array(reference("tools")).optional(),
  scripts: z.array(reference("scripts")).optional(),
  objections: z.array(reference("objections")).optional(),
  kpis: z.array(reference("kpis")).min(1),
  risks: z.array(z.strictObject({ risk: text(), signal: text(), mitigation: text() })).optional(),
  next: z.array(z.strictObject({ to: reference("stages"), when: text() })).optional(),
  ends: text().optional().describe("How the process ends here, where no stage follows."),
});
