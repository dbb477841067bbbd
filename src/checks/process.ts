import { type Handbook, listAnyDocuments, listDocuments } from "#handbook/handbook.ts";
import type { Document } from "#model/document.ts";
import type { Locale } from "#model/fields.ts";
import { type Problem, problem } from "#model/problem.ts";

/** The stages of each language form one process: each has a place in it, can be reached, and leads on or ends. */
export function checkProcess(handbook: Handbook): Problem[] {
  return handbook.settings.locales.flatMap((locale) => {
    const own = listDocuments(handbook, locale, "stages");
    return [...findDuplicateOrders(own), ...findUnreachable(handbook, locale, own), ...findDeadEnds(own)];
  });
}

type Stage = Document<"stages">;

function findDuplicateOrders(stages: readonly Stage[]): Problem[] {
  const taken = new Map<number, Stage>();
  return stages.flatMap((stage) => {
    const { order } = stage.data;
    const other = taken.get(order);
    taken.set(order, other ?? stage);
    return other ? [problem("duplicate-order", stage.locate(["order"]), { order, other: other.file })] : [];
  });
}

/** The ways through the process are not known while one of its stages can't be read or is kept back. */
function findUnreachable(handbook: Handbook, locale: Locale, own: readonly Stage[]): Problem[] {
  if (
    handbook.broken.some(({ address }) => address.collection === "stages") ||
    [...handbook.withheld.keys()].some((key) => key.includes("/stages/"))
  )
    return [];
  const all = listAnyDocuments(handbook, locale, "stages").toSorted((a, b) => a.data.order - b.data.order);
  const byId = new Map(all.map((one) => [one.address.id, one]));
  const reached = new Set<Stage>();
  const open = all.slice(0, 1);
  for (let stage = open.pop(); stage; stage = open.pop()) {
    reached.add(stage);
    for (const { to } of stage.data.next ?? []) {
      const next = byId.get(to);
      if (next && !reached.has(next)) open.push(next);
    }
  }
  return own
    .filter((one) => !reached.has(one))
    .map((one) => problem("unreachable-stage", one.locate(["title"]), { title: one.data.title }));
}

function findDeadEnds(stages: readonly Stage[]): Problem[] {
  return stages
    .filter(({ data }) => !data.ends && (data.next ?? []).length === 0)
    .map((one) => problem("dead-end-stage", one.locate(["title"]), { title: one.data.title }));
}
