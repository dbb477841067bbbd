import type { FieldChange } from "#diff/field-change.ts";
import { diffLists } from "#diff/field-lists.ts";
import { isRecord, writeValue } from "#diff/field-values.ts";

/** Compares the data of two revisions, as YAML gives it, in the order in which the newer one names its fields. */
export function diffFields(before: unknown, after: unknown, path: string[] = []): FieldChange[] {
  if (before === after || writeValue(before) === writeValue(after)) return [];
  if (isRecord(before) && isRecord(after) && path.length < 50) {
    const names = new Set([...Object.keys(after), ...Object.keys(before)]);
    return [...names].flatMap((name) => diffFields(own(before, name), own(after, name), [...path, name]));
  }
  const change: FieldChange = { path, before: before ?? undefined, after: after ?? undefined };
  if (Array.isArray(before) && Array.isArray(after)) change.items = diffLists(before, after, diffFields);
  return [change];
}

function own(record: Record<string, unknown>, name: string): unknown {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
