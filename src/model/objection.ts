import { z } from "zod";
import { commonFields, date, reference, text } from "#model/fields.ts";

const proof = z.strictObject({
  claim: text(),
  source: text(),
  asOf: date(),
  customerSafe: z.boolean().describe("May it be shown to a customer?"),
});

/** Something customers say against buying, and the way through it. */
export const objection = z.strictObject({
  ...commonFields,
  says: z.array(text()).min(1).describe("The customer's own words; search looks here too."),
  category: z.enum(["price", "budget", "authority", "need", "timing", "trust", "competition", "status-quo", "technical", "legal"]),
  concern: text().describe("What is meant by it."),
  clarify: z.array(text()).min(1).describe("Questions to ask before answering."),
  short: text()
    .refine(isShort, "The short answer may have at most 40 words, or 80 characters of Chinese.")
    .describe("The answer in one breath: at most 40 words, or 80 characters of Chinese."),
  proof: z.array(proof).optional(),
  stages: z.array(reference("stages")).min(1),
  limits: reference("guides").optional().describe("The guide that says what may be conceded."),
  avoid: z.array(text()).optional(),
  nextStep: text(),
});

function isShort(answer: string): boolean {
  const chinese = answer.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = answer.replace(/\p{Script=Han}/gu, " ").match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return chinese <= 80 && words <= 40;
}
