import { findDocument, type Handbook, listDocuments } from "#handbook/handbook.ts";
import { describeReadMark, type ReadMark } from "#handbook/last-read.ts";
import type { Document } from "#model/document.ts";
import type { Locale } from "#model/fields.ts";
import { listReferences } from "#model/references.ts";

/** The documents to which the steps of an onboarding path lead readers of `locale`, in order. */
function listSteps(handbook: Handbook, path: Document<"paths">, locale: Locale): { ref: string; must: boolean; document: Document }[] {
  const references = listReferences(path);
  return path.data.steps.flatMap(({ ref, must }) => {
    const { collection, id } = references.find((one) => one.written === ref) ?? {};
    const document = collection && id ? findDocument(handbook, locale, collection, id) : undefined;
    return document ? [{ ref, must, document }] : [];
  });
}

/** What the browser remembers of the steps of an onboarding path, by `collection/id`. */
export function describeReads(handbook: Handbook, path: Document<"paths">, locale: Locale): Record<string, ReadMark> {
  const reads = listSteps(handbook, path, locale).map(({ ref, document }) => [ref, describeReadMark(handbook, document)] as const);
  return Object.fromEntries(reads.flatMap(([ref, read]) => (read ? [[ref, read]] : [])));
}

/** What a role must read: the steps of its onboarding path that are no choice. */
export function listMusts(handbook: Handbook, { address, data }: Document<"roles">): Document[] {
  const path = data.path && findDocument(handbook, address.locale, "paths", data.path);
  return path ? listSteps(handbook, path, address.locale).flatMap(({ must, document }) => (must ? [document] : [])) : [];
}

/** The highest pass mark of the onboarding paths that a lesson is a step of. */
export function findPassMark(handbook: Handbook, { address }: Document<"lessons">): number | undefined {
  const marks = listDocuments(handbook, address.locale, "paths").flatMap(({ data }) =>
    data.pass && data.steps.some((one) => one.ref === `lessons/${address.id}`) ? [data.pass.quiz] : [],
  );
  return marks.length > 0 ? Math.max(...marks) : undefined;
}
