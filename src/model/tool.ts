import { z } from "zod";
import { commonFields, date, reference, text } from "#model/fields.ts";

/** Something reps work with: a system, a calculator, a template. */
export const tool = z
  .strictObject({
    ...commonFields,
    kind: z.enum(["crm", "im", "telephony", "demo", "document", "calculator", "dashboard", "template", "other"]),
    href: z
      .url({ protocol: /^https?$/ })
      .optional()
      .describe("Where it is, as a web address."),
    file: text().optional().describe("Where it is, as a place on the company's drive."),
    useWhen: text(),
    notWhen: text().optional(),
    stages: z.array(reference("stages")).optional(),
    access: z.strictObject({ how: text(), who: reference("roles").optional() }),
    customerSafe: z.boolean().describe("May a customer see it?"),
    validUntil: date().optional(),
    fallback: text().optional().describe("What to do when it is down."),
  })
  .refine((one) => one.href || one.file, { path: ["href"], message: "Give `href` or `file`, so that people can open it." });
