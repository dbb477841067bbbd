import { z } from "zod";
import { formatDate, formatDuration, formatValue } from "#handbook/values.ts";
import { documentWords } from "#i18n/document.ts";
import { fieldValueWords } from "#i18n/field-values.ts";
import { labels } from "#i18n/labels.ts";
import { collections } from "#model/collections.ts";
import type { CollectionName, Locale, ReferenceMeta } from "#model/fields.ts";
import { units } from "#model/kpi.ts";

/** A field's value as readers see it; lists and records keep their form, so that they can be compared. */
export type Shown = string | Shown[] | { [name: string]: Shown };

interface Reading {
  collection: CollectionName;
  locale: Locale;
  /** Titles of documents by `collection/id`. */
  titles: Readonly<Record<string, string>>;
  unit: (typeof units)[number] | undefined;
}

/**
 * Writes the fields of a document in its collection's own terms: titles of documents in place of their ids, values with
 * their units. Takes them as YAML gives them, because a revision of earlier need not fit today's schema.
 */
export function showFields(
  data: Readonly<Record<string, unknown>>,
  context: Pick<Reading, "collection" | "locale" | "titles">,
): Record<string, Shown> {
  const unit = context.collection === "kpis" ? units.find((one) => one === data["unit"]) : undefined;
  return showRecord(data, collections[context.collection], [], { ...context, unit });
}

/** Deeper than any schema; what lies below is told by nobody. */
const deepest = 8;

function show(value: unknown, schema: z.ZodType | undefined, path: readonly string[], reading: Reading): Shown | undefined {
  if (value === undefined || value === null) return undefined;
  if (path.length > deepest) return "…";
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return show(value, schema.unwrap() as z.ZodType, path, reading);
  if (Array.isArray(value)) {
    const item = schema instanceof z.ZodArray ? (schema.element as z.ZodType) : undefined;
    // A range, such as [15, 20].
    if (schema instanceof z.ZodUnion) return value.map((one) => show(one, undefined, path, reading)).join("–");
    return value.map((one) => show(one, item, path, reading)).filter((one) => one !== undefined);
  }
  if (typeof value === "object") return showRecord(value as Record<string, unknown>, schema, path, reading);
  if (typeof value === "number") return showNumber(value, path, reading);
  if (typeof value === "boolean") return fieldValueWords[reading.locale][value ? "yes" : "no"];
  return showText(String(value), schema, path, reading);
}

function showRecord(
  record: Readonly<Record<string, unknown>>,
  schema: z.ZodType | undefined,
  path: readonly string[],
  reading: Reading,
): Record<string, Shown> {
  const fieldOf = (name: string): z.ZodType | undefined => {
    if (schema instanceof z.ZodObject) return Object.hasOwn(schema.shape, name) ? (schema.shape[name] as z.ZodType) : undefined;
    return schema instanceof z.ZodRecord ? (schema.valueType as z.ZodType) : undefined;
  };
  return Object.fromEntries(
    Object.entries(record).flatMap(([name, value]) => {
      const shown = show(value, fieldOf(name), [...path, name], reading);
      return shown === undefined ? [] : [[name, shown]];
    }),
  );
}

const percentages = new Set(["crm.probability", "pass.quiz", "pass.practice"]);

function showNumber(value: number, path: readonly string[], { locale, unit, collection }: Reading): string {
  const name = path.join(".");
  if (collection === "kpis" && unit && /^(?:targets\.value|thresholds\.|example\.expected)/.test(name))
    return formatValue(value, unit, locale);
  if (percentages.has(name)) return formatValue(value, "percent", locale);
  if (name === "tier") return labels[locale].tier[value - 1] ?? String(value);
  return formatValue(value, "count", locale);
}

function showText(value: string, schema: z.ZodType | undefined, path: readonly string[], { locale, titles, collection }: Reading): string {
  const meta = schema instanceof z.ZodString ? (z.globalRegistry.get(schema) as ReferenceMeta | undefined) : undefined;
  if (meta?.reference) return titles[meta.qualified ? value : `${meta.reference[0]}/${value}`] ?? fieldValueWords[locale].gone;
  if (schema instanceof z.ZodEnum) return showChoice(value, path, collection, locale);
  if (path.join() === "audience") return documentWords[locale].audiences[value] ?? value;
  if (/^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value))) return formatDate(value, locale);
  if (/^[1-9]\d{0,3} (?:minute|hour|day|week|month|year)s?$/.test(value)) return formatDuration(value, locale);
  return value;
}

/** The tables of labels by the name of the field; `kind` means something else in each collection. */
function showChoice(value: string, path: readonly string[], collection: CollectionName, locale: Locale): string {
  const name = path.at(-1) ?? "";
  const { customerSafe: _, tier: __, objection, tool, guide, step, ...others } = labels[locale];
  const kinds: Partial<Record<CollectionName, Record<string, string>>> = { tools: tool, guides: guide, paths: step };
  const tables: Record<string, Record<string, string> | undefined> = {
    ...others,
    category: objection,
    kind: kinds[collection] ?? fieldValueWords[locale].measures,
  };
  return tables[name]?.[value] ?? value;
}
