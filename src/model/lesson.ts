import { z } from "zod";
import { commonFields, qualifiedReference, text } from "#model/fields.ts";

/** A unit of training: theory, a quiz, a practice. */
export const lesson = z.strictObject({
  ...commonFields,
  objectives: z.array(text()).min(1),
  teaches: z.array(qualifiedReference()).min(1).describe("The documents it teaches."),
  minutes: z.int().positive(),
  mode: z.enum(["read", "watch", "practice"]),
});
