import { findCycles } from "#checks/cycles.ts";
import { findDocument, type Handbook, listDocuments } from "#handbook/handbook.ts";
import type { Document } from "#model/document.ts";
import type { Locale } from "#model/fields.ts";
import { type Problem, problem } from "#model/problem.ts";

type Path = Document<"paths">;

/** Paths do not require one another, and what a new hire should be able to do is practised before. */
export function checkPaths(handbook: Handbook): Problem[] {
  return handbook.settings.locales.flatMap((locale) => [
    ...findPathCycles(handbook, locale),
    ...listDocuments(handbook, locale, "paths").flatMap(findMissingPractice),
  ]);
}

function findPathCycles(handbook: Handbook, locale: Locale): Problem[] {
  const own = new Map(listDocuments(handbook, locale, "paths").map((one) => [one.address.id, one]));
  const requires = (id: string) => findDocument(handbook, locale, "paths", id)?.data.requires ?? [];
  return findCycles(own.keys(), requires, (id) => own.has(id)).flatMap((cycle) => {
    const [first = "", second = ""] = cycle;
    const place = own.get(first)?.locate(["requires", requires(first).indexOf(second)]);
    return place ? [problem("path-cycle", place, { cycle })] : [];
  });
}

function findMissingPractice(path: Path): Problem[] {
  const { milestones, steps } = path.data;
  const practised = steps.filter((one) => one.kind === "practice" || one.kind === "field").map((one) => one.day);
  return milestones.flatMap(({ day }, index) => {
    const before = Math.max(0, ...milestones.map((one) => one.day).filter((one) => one < day));
    if (practised.some((one) => one > before && one <= day)) return [];
    return [problem("missing-practice", path.locate(["milestones", index, "day"]), { day })];
  });
}
