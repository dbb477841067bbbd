import { z } from "zod";
import { commonFields, reference, text } from "#model/fields.ts";

/** An entry of the glossary. */
export const term = z.strictObject({
  ...commonFields,
  definition: text().describe("At most two sentences; the text below may say more."),
  expansion: text().optional().describe("The long form of an abbreviation."),
  synonyms: z.array(text()).optional(),
  notThis: z.array(z.strictObject({ term: reference("terms"), difference: text() })).optional(),
  crmField: text().optional(),
});
