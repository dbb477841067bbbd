import { z } from "zod";
import { commonFields, date, qualifiedReference, reference, text } from "#model/fields.ts";

/** The name of a tag, a branch or a commit, as https://git-scm.com/docs/git-check-ref-format describes it: nothing that git computes. */
export const refPattern = /^(?![-.])(?!.*(?:\.\.|@\{))[^\s~^:?*[\\\p{Cc}]+$/u;

/** A release note: what changed, for whom, from when. */
export const release = z.strictObject({
  ...commonFields,
  edition: text().max(20).optional().describe("The short name of the edition that this note makes, such as `2026.4`; missing: its id."),
  date: date(),
  effective: date().describe("The day from which it holds."),
  tier: z.int().min(1).max(4).describe("Impact and urgency: 1 is the greatest."),
  affects: z.array(qualifiedReference()).optional(),
  roles: z.array(reference("roles")).min(1),
  why: text(),
  doDifferently: text(),
  action: z.enum(["none", "read", "retrain"]),
  dueBy: date().optional(),
  at: z
    .string()
    .regex(refPattern, "Write the name of a tag or a branch, or the hash of a commit, such as `v2026.4`.")
    .optional()
    .describe("The tag, branch or commit that the edition shows; missing: the one that brought this note."),
});
