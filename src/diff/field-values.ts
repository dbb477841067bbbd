import { straighten } from "#diff/text.ts";

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** A value as text; equal texts mean equal values, whatever the order of their fields and the shape of quotation marks. Missing and empty are one. */
export function writeValue(value: unknown, depth = 0): string {
  if (depth > 60) return "…";
  if (Array.isArray(value)) return `[${value.map((one) => writeValue(one, depth + 1)).join()}]`;
  if (typeof value === "string") return JSON.stringify(straighten(value));
  if (!isRecord(value)) return value instanceof Date ? JSON.stringify(value) : String(value ?? null);
  const names = Object.keys(value).filter((name) => (value[name] ?? undefined) !== undefined);
  return `{${names
    .sort()
    .map((name) => `${JSON.stringify(name)}:${writeValue(value[name], depth + 1)}`)
    .join()}}`;
}
