import { z } from "zod";
import { commonFields, duration, qualifiedReference, reference, text } from "#model/fields.ts";

const outcome = z.strictObject({
  id: text().describe("A short name, used as `outcome` of a `When` in the text."),
  label: text(),
  crmAction: text().optional().describe("What to enter in the CRM."),
  next: qualifiedReference("stages", "scripts", "objections").optional(),
});

/** A conversation: its body is steps (second-level headings) of what to say, ask, listen for and do. */
export const script = z.strictObject({
  ...commonFields,
  channel: z.enum(["phone", "im", "email", "meeting", "video", "social"]),
  stage: reference("stages"),
  persona: text().optional().describe("Whom it is for, such as `head of operations`."),
  goal: text().describe("What the customer has agreed to when it went well."),
  duration: duration().optional(),
  prepare: z.array(text()).optional(),
  recorded: z.boolean().optional().describe("true: the conversation is recorded, so consent comes first."),
  compliance: z.array(z.strictObject({ rule: text(), wording: text() })).optional(),
  doNotSay: z.array(z.strictObject({ text: text(), why: text(), instead: text() })).optional(),
  outcomes: z.array(outcome).min(1),
});
