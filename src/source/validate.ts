import { z } from "zod";
import { findNearest } from "#model/nearest.ts";
import { type Problem, problem } from "#model/problem.ts";
import type { Yaml } from "#source/yaml.ts";

/** The rule that a mistake breaks which no other rule names. */
type Rule = "invalid-field" | "invalid-settings" | "invalid-synonyms";

type Validated<S extends z.ZodType> = { data: z.output<S> } | { problems: Problem[] };

/** Holds what a YAML file says against a schema; every mistake comes as a problem at its line. */
export function validate<S extends z.ZodType>(schema: S, yaml: Yaml, rule: Rule): Validated<S> {
  const result = schema.safeParse(yaml.value ?? {});
  if (result.success) return { data: result.data };
  return { problems: result.error.issues.flatMap((issue) => describeIssue(issue, schema, yaml, rule)) };
}

type Issue = z.core.$ZodIssue;

function describeIssue(issue: Issue, schema: z.ZodType, yaml: Yaml, rule: Rule): Problem[] {
  if (issue.code === "unrecognized_keys") {
    const known = keysAt(schema, issue.path);
    return issue.keys.map((key) =>
      problem("unknown-field", yaml.locate([...issue.path, key]), { field: key, nearest: findNearest(key, known) }),
    );
  }
  const value = valueAt(yaml.value, issue.path);
  const place = yaml.locate(issue.path);
  if (issue.path.length === 0 && issue.code === "invalid_type") {
    const field = { "invalid-field": "frontmatter", "invalid-settings": "handbook.yaml", "invalid-synonyms": "synonyms.yaml" }[rule];
    return [
      problem(rule, place, {
        field,
        reason: `is ${show(value)}, not a group of fields`,
        mend: "Write each field on a line of its own: its name, a colon, a space, its value.",
      }),
    ];
  }
  if (value === undefined && issue.path.length === 1 && issue.path[0] === "owner") return [problem("missing-owner", place, {})];
  const wording = value === undefined && issue.code !== "custom" ? describeMissing(issue, schema) : describeInvalid(issue, value);
  return [problem(rule, place, { field: nameField(issue.path), ...wording })];
}

function describeMissing(issue: Issue, schema: z.ZodType): { reason: string; mend: string } {
  const meaning = schemaAt(schema, issue.path)?.description;
  return { reason: "is missing", mend: meaning ? `Add it. ${meaning}` : "Add it." };
}

function describeInvalid(issue: Issue, value: unknown): { reason: string; mend: string } {
  const shown = show(value);
  switch (issue.code) {
    case "invalid_type":
      return {
        reason: `is ${shown}, not ${kinds[issue.expected] ?? issue.expected}`,
        mend: `Write ${kinds[issue.expected] ?? issue.expected}.`,
      };
    case "invalid_value":
      return { reason: `can't be ${shown}`, mend: offer(value, issue.values.map(String)) };
    case "too_small":
      return issue.origin === "string" || issue.origin === "array"
        ? { reason: "is empty", mend: issue.origin === "array" ? "Add at least one entry." : "Write something, or delete the field." }
        : { reason: `is ${shown}, too small`, mend: `Write a number ${issue.inclusive === false ? "above" : "from"} ${issue.minimum}.` };
    case "too_big":
      return issue.origin === "string"
        ? { reason: `has ${String(value).length} characters; ${issue.maximum} are allowed`, mend: "Shorten it." }
        : { reason: `is ${shown}, too large`, mend: `Write a number up to ${issue.maximum}.` };
    case "invalid_format":
      return { reason: `can't be ${shown}`, mend: formats[issue.format] ?? issue.message };
    case "invalid_key":
      return { reason: "has a name that can't be used", mend: issue.issues[0]?.message ?? "Rename it." };
    case "invalid_union":
      return {
        reason: `can't be ${shown}`,
        mend: "options" in issue && issue.options ? offer(value, issue.options.map(String)) : describeUnion(issue),
      };
    default:
      return {
        reason: value === undefined ? "is missing" : typeof value === "string" && value.length <= 60 ? `can't be ${shown}` : "is not right",
        mend: issue.message,
      };
  }
}

function offer(value: unknown, allowed: string[]): string {
  const nearest = typeof value === "string" ? findNearest(value, allowed) : undefined;
  return nearest ? `Did you mean "${nearest}"?` : `Use one of: ${allowed.join(", ")}.`;
}

function describeUnion(issue: Extract<Issue, { code: "invalid_union" }>): string {
  const expected = issue.errors.flat().flatMap((one) => (one.code === "invalid_type" ? [kinds[one.expected] ?? one.expected] : []));
  return expected.length > 0 ? `Write ${[...new Set(expected)].join(" or ")}.` : (issue.errors[0]?.[0]?.message ?? "Correct it.");
}

const kinds: Record<string, string> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "`true` or `false`",
  array: "a list",
  tuple: "two numbers in square brackets",
  object: "a group of fields",
  record: "a group of named entries",
};

const formats: Record<string, string> = {
  date: "Write a date as year-month-day, such as `2026-03-01`.",
  url: "Write a whole web address, such as `https://crm.example.com`.",
  email: "Write an e-mail address, such as `sop@example.com`.",
};

function show(value: unknown): string {
  if (value === null) return "empty";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a group of fields";
  const text = String(value);
  return typeof value === "string" ? `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"` : text;
}

/** `["exit", 0, "text"]` as editors count: `exit.1.text`. */
function nameField(path: PropertyKey[]): string {
  return path.map((key) => (typeof key === "number" ? key + 1 : String(key))).join(".");
}

function valueAt(value: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (one, key) => (one !== null && typeof one === "object" ? (one as Record<PropertyKey, unknown>)[key] : undefined),
    value,
  );
}

function schemaAt(schema: z.ZodType, path: PropertyKey[]): z.ZodType | undefined {
  let one: z.ZodType | undefined = schema;
  for (const key of path) {
    const inner: z.ZodType | undefined = one && unwrap(one);
    if (inner instanceof z.ZodObject) one = inner.shape[String(key)];
    else if (inner instanceof z.ZodArray) one = inner.element as z.ZodType;
    else if (inner instanceof z.ZodRecord) one = inner.valueType as z.ZodType;
    else return undefined;
  }
  return one;
}

function keysAt(schema: z.ZodType, path: PropertyKey[]): string[] {
  const found = schemaAt(schema, path);
  const inner = found && unwrap(found);
  if (inner instanceof z.ZodRecord && inner.keyType instanceof z.ZodEnum) return inner.keyType.options.map(String);
  return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
}

function unwrap(schema: z.ZodType): z.ZodType {
  let one = schema;
  while (one instanceof z.ZodOptional || one instanceof z.ZodDefault) one = one.unwrap() as z.ZodType;
  return one;
}
