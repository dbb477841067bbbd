import { z } from "zod";
import { commonFields, reference, text } from "#model/fields.ts";

/** A role in the sales team: what it does, decides and reads. */
export const role = z.strictObject({
  ...commonFields,
  mission: text(),
  responsibilities: z.array(text()).min(1),
  decides: z.array(z.strictObject({ what: text(), limit: text().optional() })).optional(),
  kpis: z.array(reference("kpis")).optional(),
  competencies: z.array(z.strictObject({ name: text(), levels: z.array(text()).min(1) })).optional(),
  path: reference("paths").optional(),
  tools: z.array(reference("tools")).optional(),
});
