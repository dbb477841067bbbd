import { attributeTarget } from "#model/components.ts";
import type { Address, Document, Element } from "#model/document.ts";
import type { CollectionName } from "#model/fields.ts";
import { listReferences } from "#model/references.ts";
import { documentKey } from "#source/audience.ts";
import { resolvePath } from "#source/content.ts";
import { isExternal } from "#source/policy.ts";

/** The documents that refer to each document, by `documentKey`, in the order of `documents`. */
export function findBacklinks(
  documents: readonly Document[],
  byKey: ReadonlyMap<string, Document>,
  byFile: ReadonlyMap<string, Document>,
): Map<string, Document[]> {
  const backlinks = new Map<string, Document[]>();
  for (const document of documents) {
    const own = documentKey(document);
    const targets = new Set([
      ...listReferredKeys(document),
      ...listLinkedFiles(document)
        .flatMap((file) => byFile.get(file) ?? [])
        .map(documentKey),
    ]);
    for (const key of targets) {
      if (key === own || !byKey.has(key)) continue;
      const list = backlinks.get(key) ?? [];
      list.push(document);
      backlinks.set(key, list);
    }
  }
  return backlinks;
}

function listReferredKeys(document: Document): string[] {
  const { locale } = document.address;
  const addresses: Address[] = listReferences(document).flatMap(({ collection, id }) => (collection ? [{ locale, collection, id }] : []));
  for (const element of document.body.elements) addresses.push(...listElementReferences(element).map((one) => ({ locale, ...one })));
  return addresses.map((address) => documentKey({ address }));
}

function listLinkedFiles(document: Document): string[] {
  const urls = [...document.body.links.map((one) => one.url), ...document.body.elements.flatMap(listElementLinks)];
  return urls.flatMap((url) => (isExternal(url) ? [] : (resolvePath(document.file, url) ?? [])));
}

/** Documents that a component names by id, such as `kpi="win-rate"`. */
export function listElementReferences(element: Element): { attribute: string; collection: CollectionName; id: string }[] {
  return Object.entries(element.attributes).flatMap(([attribute, id]) => {
    const target = attributeTarget(element.name, attribute);
    return target && target !== "link" && target !== "image" && typeof id === "string" ? [{ attribute, collection: target, id }] : [];
  });
}

/** Paths that a component links to, such as `to="../scripts/cold-call.mdx"`. */
export function listElementLinks(element: Element): string[] {
  return Object.entries(element.attributes).flatMap(([attribute, url]) =>
    attributeTarget(element.name, attribute) === "link" && typeof url === "string" ? [url] : [],
  );
}
