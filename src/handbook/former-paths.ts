import type { Handbook } from "#handbook/handbook.ts";
import type { Histories } from "#handbook/revisions.ts";
import type { Document } from "#model/document.ts";

const indexes = new WeakMap<Histories, ReadonlyMap<string, Document>>();

/** The documents that lay at each path once, as far as published revisions tell, also those that only editions have; the last one counts. */
export function findFormer({ documents, history, editions }: Handbook, path: string): Document | undefined {
  const index = indexes.get(history) ?? makeIndex();
  indexes.set(history, index);
  return index.get(path);

  function makeIndex(): ReadonlyMap<string, Document> {
    const gone = [...editions.gone.values()].flatMap(({ document, history: own }) => list(document, own.revisions));
    const living = documents.flatMap((one) => list(one, history.get(one.file)?.revisions ?? []));
    return new Map([...gone, ...living].sort((a, b) => a.order - b.order).map((one) => [one.file, one.document]));
  }
}

function list(document: Document, revisions: readonly { file: string; order: number }[]) {
  return revisions.map(({ file, order }) => ({ document, file, order }));
}
