import { judgeTarget, type Targets } from "#checks/targets.ts";
import { listElementReferences } from "#handbook/backlinks.ts";
import type { Handbook } from "#handbook/handbook.ts";
import type { Document } from "#model/document.ts";
import { findNearest } from "#model/nearest.ts";
import { type Place, type Problem, problem } from "#model/problem.ts";
import { listReferences, type Reference } from "#model/references.ts";
import { placeAttribute } from "#source/tag.ts";

/** Every id that a field or a component names must be that of a document which the same readers may see. */
export function checkReferences(handbook: Handbook, targets: Targets): Problem[] {
  return handbook.documents.flatMap((document) => {
    const fields = listReferences(document).map((one) => ({ ...one, locate: () => document.locate(one.path) }));
    const attributes = document.body.elements.flatMap((element) =>
      listElementReferences(element).map(({ attribute, collection, id }) => {
        const locate = () => placeAttribute(document, element, attribute);
        return { path: [], written: id, allowed: [collection], collection, id, locate };
      }),
    );
    return [...fields, ...attributes].flatMap((one) => judge(handbook, targets, document, one));
  });
}

type Placed = Reference & { locate: () => Place };

function judge(handbook: Handbook, targets: Targets, document: Document, reference: Placed): Problem[] {
  const { collection, id, allowed, path, locate } = reference;
  const target = collection && allowed.includes(collection) ? targets.find(document.address.locale, collection, id) : undefined;
  if (!target) return [describeUnknown(handbook, reference)];
  // Because every document needs an owner; readers who may not see the role are not shown one.
  if (path[0] === "owner") return [];
  const hidden = judgeTarget(handbook, document, target, `${collection}/${id}`, locate);
  return hidden ? [hidden] : [];
}

function describeUnknown(handbook: Handbook, { written, allowed, locate }: Placed): Problem {
  const addresses = [...handbook.documents, ...handbook.broken].map((one) => one.address).filter((one) => allowed.includes(one.collection));
  const known = new Set(addresses.map(({ collection, id }) => (written.includes("/") ? `${collection}/${id}` : id)));
  return problem("unknown-reference", locate(), { collections: allowed, id: written, nearest: findNearest(written, known) });
}
