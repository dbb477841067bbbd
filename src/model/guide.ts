import { z } from "zod";
import { commonFields, duration, reference, text } from "#model/fields.ts";

/** A playbook, a policy, or another page of prose. */
export const guide = z
  .strictObject({
    ...commonFields,
    kind: z.enum(["strategy", "policy", "playbook", "how-to"]),
    rule: text().optional().describe("For a policy: the rule in one sentence."),
    why: text().optional().describe("For a policy: the reason."),
    must: z.array(text()).optional(),
    mustNot: z.array(text()).optional(),
    exceptions: z.strictObject({ ask: reference("roles"), expires: duration().optional() }).optional(),
  })
  .refine((one) => one.kind !== "policy" || one.rule, { path: ["rule"], message: "A policy needs its `rule` in one sentence." })
  .refine((one) => one.kind !== "policy" || one.why, { path: ["why"], message: "A policy needs its reason in `why`." });
