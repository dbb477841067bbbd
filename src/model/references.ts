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
  const finder = finders.get(collection) ?? makeFinder(collections[collection]);
  finders.set(collection, finder);
  finder?.(data, [], found);
  return found;
}

/** Finds the references in a value of one schema. */
type Finder = (value: unknown, path: readonly PropertyKey[], found: Reference[]) => void;

/** Undefined where data of the collection hold no reference. */
const finders = new Map<CollectionName, Finder | undefined>();

/** Looks for references in a schema once, because few of its fields can hold one. */
function makeFinder(schema: z.ZodType): Finder | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return makeFinder(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodObject) {
    const fields = Object.entries(schema.shape).flatMap(([key, field]): [string, Finder][] => {
      const find = makeFinder(field as z.ZodType);
      return find ? [[key, find]] : [];
    });
    if (fields.length === 0) return undefined;
    return (value, path, found) => {
      if (typeof value !== "object" || value === null) return;
      for (const [key, find] of fields) find((value as Record<string, unknown>)[key], [...path, key], found);
    };
  }
  if (schema instanceof z.ZodArray) {
    const find = makeFinder(schema.element as z.ZodType);
    return find && ((value, path, found) => Array.isArray(value) && value.forEach((item, index) => find(item, [...path, index], found)));
  }
  if (schema instanceof z.ZodRecord) {
    const find = makeFinder(schema.valueType as z.ZodType);
    return (
      find &&
      ((value, path, found) => {
        for (const [key, item] of Object.entries(value ?? {})) find(item, [...path, key], found);
      })
    );
  }
  const meta = schema instanceof z.ZodString ? (z.globalRegistry.get(schema) as ReferenceMeta | undefined) : undefined;
  return meta?.reference && ((value, path, found) => typeof value === "string" && found.push(readReference(value, meta, path)));
}

function readReference(written: string, { reference: allowed, qualified }: ReferenceMeta, path: readonly PropertyKey[]): Reference {
  if (!qualified) return { path, written, allowed, collection: allowed[0], id: written };
  const slash = written.indexOf("/");
  const name = written.slice(0, slash);
  return { path, written, allowed, collection: collectionNames.find((one) => one === name), id: written.slice(slash + 1) };
}
