import { z } from "zod";

/** Names of the folders below `content/<locale>/`, in the order in which the handbook lists them. */
export const collectionNames = [
  "stages",
  "scripts",
  "objections",
  "kpis",
  "paths",
  "lessons",
  "tools",
  "roles",
  "terms",
  "guides",
  "releases",
] as const;
export type CollectionName = (typeof collectionNames)[number];

/** The languages for which the interface has words, as BCP 47 tags. */
export const localeNames = ["zh-CN", "en"] as const;
export type Locale = (typeof localeNames)[number];

/** Lower-case letters and digits of any script, joined by single hyphens. */
export const idPattern = /^[\p{Ll}\p{Lo}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{N}]+)*$/u;

export const text = () => z.string().trim().min(1);
export const date = () => z.iso.date();

const durationPattern = /^[1-9]\d{0,3} (?:minute|hour|day|week|month|year)s?$/;

/** A length of time in words: a whole number and a unit, such as `10 minutes` or `3 months`. */
export const duration = () =>
  z.string().regex(durationPattern, "Write a whole number and a unit, such as `10 minutes`, `14 days` or `3 months`.");

/** The id of a document of one collection, such as `cold-call`. */
export const reference = (collection: CollectionName) =>
  z
    .string()
    .regex(idPattern, idMessage)
    .meta({ reference: [collection] });

/** A document of one of several collections, written `<collection>/<id>`, such as `kpis/win-rate`. */
export const qualifiedReference = (...collections: CollectionName[]) => {
  const allowed = collections.length > 0 ? collections : [...collectionNames];
  return z
    .string()
    .regex(/^[a-z]+\/.+$/, "Write the collection and the id with a slash between them, such as `stages/demo`.")
    .meta({ reference: allowed, qualified: true });
};

/** What a schema made by `reference` or `qualifiedReference` says of itself. */
export interface ReferenceMeta {
  reference: CollectionName[];
  qualified?: boolean;
}

/** Segments that no file system takes for a way out of the folder. */
const sitePath = /^\/(?:[^\s\\/?#%<>:"|*.][^\s\\/?#%<>:"|*]*\/)*(?:[^\s\\/?#%<>:"|*.][^\s\\/?#%<>:"|*]*)?$/;

const idMessage = "Write the id of a document: its file name without `.mdx` and without the leading number.";

/** Words that JavaScript can't take for a name, and so the parser of the text can't either. */
export const reservedWords: readonly string[] = [
  "await",
  "break",
  "case",
  "catch",
  "class",
  "const",
  "continue",
  "debugger",
  "default",
  "delete",
  "do",
  "else",
  "enum",
  "export",
  "extends",
  "false",
  "finally",
  "for",
  "function",
  "if",
  "import",
  "in",
  "instanceof",
  "new",
  "null",
  "return",
  "super",
  "switch",
  "this",
  "throw",
  "true",
  "try",
  "typeof",
  "var",
  "void",
  "while",
  "with",
];

const variable = z.strictObject({
  label: text().describe("What the reader puts here, such as `customer's first name`."),
  example: text().describe("A value to show, such as `Ms Li`."),
});

/** The fields that every document has. */
export const commonFields = {
  title: text().describe("The name of the document, as people say it."),
  summary: text().max(160).describe("One sentence of at most 160 characters: what the reader gets from it."),
  aliases: z.array(text()).optional().describe("Other names people search for."),
  owner: reference("roles").describe("The role that keeps this document right."),
  reviewed: date().describe("The day someone last confirmed that it is right (confirming is not editing)."),
  reviewEvery: duration().optional().describe("How often it is to be reviewed; missing: the settings decide."),
  audience: text().optional().describe("Who may read it; missing: only the most restricted audience."),
  roles: z.array(reference("roles")).optional().describe("The roles that should read it."),
  tags: z.array(text()).optional(),
  draft: z.boolean().optional().describe("true: shown by `npm run dev` only."),
  redirectFrom: z
    .array(
      z
        .string()
        .regex(
          sitePath,
          "Write a path of this site that starts with `/`, such as `/old-name/`, as people read it and without `?` and `#`.",
        ),
    )
    .optional()
    .describe("Old paths of this site that lead here."),
  variables: z
    .record(
      z
        .string()
        .regex(/^[A-Za-z][A-Za-z0-9]*$/, "A variable's name is Latin letters and digits, such as `customer`.")
        .refine((name) => !reservedWords.includes(name), "The name is a word of JavaScript; add another word to it, such as `caseName`."),
      variable,
    )
    .optional()
    .describe("Names written as {name} in the text."),
};
