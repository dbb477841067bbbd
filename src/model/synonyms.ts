import { z } from "zod";
import { text } from "#model/fields.ts";

/** Words that mean the same to those who search, `synonyms.yaml` in the content folder. */
export const synonyms = z.strictObject({
  rings: z
    .array(z.array(text()).refine((ring) => ring.length >= 2, "Name at least two words that mean the same."))
    .describe("Each ring is a list of words of any language; whoever types one of them finds documents that name another."),
});
