import { findCycles } from "#checks/cycles.ts";
import { evaluateFormula, type Formula, listNames, parseFormula, roundLike } from "#handbook/formula.ts";
import { findDocument, type Handbook, listDocuments } from "#handbook/handbook.ts";
import type { Document } from "#model/document.ts";
import type { Locale } from "#model/fields.ts";
import { findNearest } from "#model/nearest.ts";
import { type Problem, problem } from "#model/problem.ts";
import { placeAttribute } from "#source/tag.ts";

type Kpi = Document<"kpis">;

/** Every formula can be computed from its inputs, its example comes out right, and what texts show of a KPI is there. */
export function checkKpis(handbook: Handbook): Problem[] {
  return [
    ...handbook.settings.locales.flatMap((locale) => [
      ...listDocuments(handbook, locale, "kpis").flatMap(checkFormula),
      ...findFormulaCycles(handbook, locale),
    ]),
    ...handbook.documents.flatMap((one) => findMissingValues(handbook, one)),
  ];
}

function checkFormula(kpi: Kpi): Problem[] {
  const { data } = kpi;
  const { formula, reason } = parseFormula(data.formula);
  if (reason) return [problem("invalid-formula", kpi.locate(["formula"]), { reason })];
  const known = Object.keys(data.inputs);
  const names = listNames(formula);
  const unknown = [...names].filter((name) => !known.includes(name));
  const unused = known.filter((name) => !names.has(name)).map((name) => problem("unused-input", kpi.locate(["inputs", name]), { name }));
  if (unknown.length === 0) return [...unused, ...checkExample(kpi, formula, names)];
  return unknown.map((name) =>
    problem("invalid-formula", kpi.locate(["formula"]), {
      reason: `there is no input called "${name}"`,
      nearest: findNearest(name, known),
    }),
  );
}

function checkExample(kpi: Kpi, formula: Formula, names: ReadonlySet<string>): Problem[] {
  const { inputs, expected } = kpi.data.example;
  const missing = [...names].filter((name) => !Object.hasOwn(inputs, name));
  if (missing.length > 0) return missing.map((name) => problem("failing-example", kpi.locate(["example", "inputs"]), { missing: name }));
  const actual = roundLike(evaluateFormula(formula, inputs), expected);
  return actual === expected ? [] : [problem("failing-example", kpi.locate(["example", "expected"]), { expected, actual })];
}

function findFormulaCycles(handbook: Handbook, locale: Locale): Problem[] {
  const own = new Map(listDocuments(handbook, locale, "kpis").map((one) => [one.address.id, one]));
  const inputs = (id: string) => Object.entries(findDocument(handbook, locale, "kpis", id)?.data.inputs ?? {}).filter(([, { kpi }]) => kpi);
  const next = (id: string) => inputs(id).map(([, { kpi = "" }]) => kpi);
  return findCycles(own.keys(), next, (id) => own.has(id)).flatMap((cycle) => {
    const [first = "", second] = cycle;
    const input = inputs(first).find(([, { kpi }]) => kpi === second)?.[0] ?? "";
    const place = own.get(first)?.locate(["inputs", input, "kpi"]);
    return place ? [problem("formula-cycle", place, { cycle })] : [];
  });
}

function findMissingValues(handbook: Handbook, document: Document): Problem[] {
  return document.body.elements.flatMap((element) => {
    const { kpi: id, show = "target" } = element.attributes;
    if (element.name !== "KpiValue" || typeof id !== "string" || show === "example") return [];
    const kpi = findDocument(handbook, document.address.locale, "kpis", id);
    const field = show === "target" ? "targets" : "thresholds";
    if (!kpi || (field === "targets" ? kpi.data.targets?.length : kpi.data.thresholds)) return [];
    return [problem("missing-value", placeAttribute(document, element, "show" in element.attributes ? "show" : "kpi"), { kpi: id, field })];
  });
}
