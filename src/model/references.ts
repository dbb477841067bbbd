import { z } from "zod";
import { collections } from "#model/collections.ts";
import type { Document } from "#model/document.ts";
import { type CollectionName, collectionNames, type ReferenceMeta } from "#model/fields.ts";

/** A field of a document that names another one. */
export interface Reference {
  /** Where it stands in the frontmatter. */
  path: readonly PropertyKey[];
  /** As written: an id, or `collection/id`. */
  written: string;
  /** The collections it may lead to. */
  allowed: readonly CollectionName[];
  collection: CollectionName | undefined;
  id: string;
}

/** Every reference in the frontmatter of `document`, in the order of its schema. */
export function listReferences(document: Document): Reference[] {
  return listReferencesIn(document.address.collection, document.data);
}

/** The same of data that need not fit the schema. */
export function listReferencesIn(collection: CollectionName, data: unknown): Reference[] {
  const found: Reference[] = [];
  visit(collections[collection], data, [], found);
  return found;
}

function visit(schema: z.ZodType, value: unknown, path: readonly PropertyKey[], found: Reference[]): void {
  if (value === undefined || value === null) return;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    visit(schema.unwrap() as z.ZodType, value, path, found);
  } else if (schema instanceof z.ZodObject) {
    if (typeof value !== "object") return;
    for (const [key, field] of Object.entries(schema.shape))
      visit(field as z.ZodType, (value as Record<string, unknown>)[key], [...path, key], found);
  } else if (schema instanceof z.ZodArray) {
    if (!Array.isArray(value)) return;
    for (const [index, item] of value.entries()) visit(schema.element as z.ZodType, item, [...path, index], found);
  } else if (schema instanceof z.ZodRecord) {
    for (const [key, item] of Object.entries(value)) visit(schema.valueType as z.ZodType, item, [...path, key], found);
  } else if (schema instanceof z.ZodString && typeof value === "string") {
    const meta = z.globalRegistry.get(schema) as ReferenceMeta | undefined;
    if (meta?.reference) found.push(readReference(value, meta, path));
  }
}

function readReference(written: string, { reference: allowed, qualified }: ReferenceMeta, path: readonly PropertyKey[]): Reference {
  if (!qualified) return { path, written, allowed, collection: allowed[0], id: written };
  const slash = written.indexOf("/");
  const name = written.slice(0, slash);
  return { path, written, allowed, collection: collectionNames.find((one) => one === name), id: written.slice(slash + 1) };
}
