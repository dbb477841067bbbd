import { z } from "zod";
import { collectionNames, duration, localeNames, text } from "#model/fields.ts";

const inEveryLocale = z.partialRecord(z.enum(localeNames), text());

const feedback = z.discriminatedUnion("channel", [
  z.strictObject({ channel: z.literal("issue"), labels: z.array(text()).optional() }),
  z.strictObject({ channel: z.literal("email"), to: z.email() }),
]);

const colour = z.string().regex(/^#[0-9a-f]{6}$/i, "Write a colour as six hexadecimal digits after `#`, such as `#0a5c57`.");

const theme = z.strictObject({
  accent: colour.optional().describe("The colour of links and buttons on a light page."),
  accentDark: colour.optional().describe("The same on a dark page."),
  logo: text().optional().describe("A picture in the content folder, shown beside the title."),
  stylesheet: text().optional().describe("A CSS file in the content folder, which has the last word."),
});

/** The settings of a handbook, `handbook.yaml` in the content folder. */
export const settings = z
  .strictObject({
    title: inEveryLocale.describe("The handbook's name in each language."),
    tagline: inEveryLocale.optional(),
    url: z.url({ protocol: /^https?$/ }).describe("The address of the site, without the path."),
    base: z
      .string()
      .regex(/^\/(?:[A-Za-z0-9_~-][A-Za-z0-9._~-]*\/)*$/, "Write a path that begins and ends with a slash, such as `/` or `/handbook/`.")
      .default("/"),
    locales: z.array(z.enum(localeNames)).min(1).describe("The default language first; it has no prefix in addresses."),
    audiences: z
      .array(z.string().regex(/^[a-z][a-z0-9-]*$/, "Use small Latin letters, digits and hyphens."))
      .min(1)
      .describe("Who may read, from the widest to the most restricted."),
    audience: text().describe("The audience for which the site is built unless a command names another."),
    review: z
      .strictObject({ every: duration().optional(), collections: z.partialRecord(z.enum(collectionNames), duration()).optional() })
      .optional()
      .describe("How often documents are to be reviewed: every one, and those of single collections."),
    history: z
      .strictObject({
        author: z
          .enum(["name", "role", "nobody"])
          .default("nobody")
          .describe("Whom pages name for a change: its author, the role that owns the document, or nobody."),
      })
      .default({ author: "nobody" }),
    repository: z
      .strictObject({
        forge: z.enum(["github", "gitlab"]),
        url: z.url({ protocol: /^https?$/ }),
        branch: text().default("main"),
        folder: z.string().default("content").describe("The content folder's path in the repository."),
      })
      .optional(),
    feedback: z.array(feedback).optional(),
    theme: theme.optional(),
  })
  .superRefine((value, context) => {
    const complain = (path: PropertyKey[], message: string) => context.addIssue({ code: "custom", path, message });
    if (new Set(value.locales).size < value.locales.length) complain(["locales"], "Name each language once.");
    if (new Set(value.audiences).size < value.audiences.length) complain(["audiences"], "Name each audience once.");
    if (!value.audiences.includes(value.audience)) complain(["audience"], `Name one of: ${value.audiences.join(", ")}.`);
    for (const locale of value.locales) {
      if (!value.title[locale]) complain(["title"], `Give the title in ${locale} too.`);
    }
    if (value.feedback?.some((one) => one.channel === "issue") && !value.repository) {
      complain(["feedback"], "Feedback by issue needs `repository`.");
    }
  });

export type Settings = z.output<typeof settings>;
