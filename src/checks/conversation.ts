import { type Handbook, listDocuments } from "#handbook/handbook.ts";
import type { Document, Element } from "#model/document.ts";
import { findNearest } from "#model/nearest.ts";
import { type Place, type Problem, problem } from "#model/problem.ts";
import { readAnchor, resolvePath } from "#source/content.ts";
import { placeAttribute } from "#source/tag.ts";

/** One second-level heading of a script with what stands below it. */
interface Step {
  text: string;
  place: Place;
  /** The anchors of all headings in it. */
  slugs: Set<string>;
  elements: Element[];
}

type Script = Document<"scripts">;

/** Every script can be followed from its first step to an outcome, whatever the customer says. */
export function checkConversations(handbook: Handbook): Problem[] {
  const scripts = handbook.settings.locales.flatMap((locale) => listDocuments(handbook, locale, "scripts"));
  return [
    ...handbook.documents.flatMap(findUnknownOutcomes),
    ...scripts.flatMap((script) => {
      const steps = listSteps(script);
      return [...findLateConsent(script, steps), ...findUnreachableSteps(script, steps), ...findDeadEnds(script, steps)];
    }),
  ];
}

function findUnknownOutcomes(document: Document): Problem[] {
  const known = "outcomes" in document.data ? document.data.outcomes.map((one) => one.id) : [];
  return document.body.elements.flatMap((element) => {
    const { outcome } = element.attributes;
    if (element.name !== "When" || typeof outcome !== "string" || known.includes(outcome)) return [];
    return [
      problem("unknown-outcome", placeAttribute(document, element, "outcome"), { outcome, nearest: findNearest(outcome, known), known }),
    ];
  });
}

/** A script without second-level headings is one step. */
function listSteps(script: Script): Step[] {
  const { headings, elements } = script.body;
  const starts = headings.filter((one) => one.depth === 2);
  if (starts.length === 0) {
    return [{ text: script.data.title, place: script.locate(["title"]), slugs: new Set(headings.map((one) => one.slug)), elements }];
  }
  return starts.map((start, index) => {
    const isInside = (one: Point) => !isBefore(one, start) && (starts[index + 1] === undefined || isBefore(one, starts[index + 1]!));
    return {
      text: start.text,
      place: { file: script.file, line: start.line, column: start.column },
      slugs: new Set(headings.filter(isInside).map((one) => one.slug)),
      elements: elements.filter(isInside),
    };
  });
}

type Point = Pick<Place, "line" | "column">;

function isBefore(a: Point, b: Point): boolean {
  return a.line < b.line || (a.line === b.line && a.column < b.column);
}

/** Nothing may be said or asked before consent, in the first step or above it. */
function findLateConsent(script: Script, [first]: Step[]): Problem[] {
  if (!script.data.recorded || !first) return [];
  const above = script.body.elements.filter((one) => isBefore(one, first.place) && (one.name === "Say" || one.name === "Ask"));
  const opening = [...above, ...first.elements][0];
  if (opening?.name === "Say" && opening.attributes["consent"]) return [];
  const place = opening ? { file: script.file, line: opening.line, column: opening.column } : first.place;
  return [problem("late-consent", place, {})];
}

function findUnreachableSteps(script: Script, steps: readonly Step[]): Problem[] {
  const reached = new Set<Step>();
  const open = steps.slice(0, 1);
  for (let step = open.pop(); step; step = open.pop()) {
    if (reached.has(step)) continue;
    reached.add(step);
    const following = steps[steps.indexOf(step) + 1];
    if (following && listLooseEnds(step).length > 0) open.push(following);
    const anchors = new Set(step.elements.flatMap((one) => readStepAnchor(script, one) ?? []));
    open.push(...steps.filter((one) => !one.slugs.isDisjointFrom(anchors)));
  }
  return steps.filter((one) => !reached.has(one)).map((one) => problem("unreachable-step", one.place, { step: one.text }));
}

/** The anchor of this script that a component leads to. */
function readStepAnchor(script: Script, { attributes: { to } }: Element): string | undefined {
  return typeof to === "string" && resolvePath(script.file, to) === script.file ? readAnchor(to) : undefined;
}

/** The last step has no step to go on to, so nothing of it may lead on. */
function findDeadEnds(script: Script, steps: readonly Step[]): Problem[] {
  const last = steps.at(-1);
  if (!last) return [];
  return listLooseEnds(last).map((end) =>
    problem("dead-end-step", "place" in end ? end.place : { file: script.file, line: end.line, column: end.column }, { step: last.text }),
  );
}

/** Where a step goes on to the one below it: whole, or in the reactions of its last branch that lead nowhere else. */
function listLooseEnds(step: Step): (Step | Element)[] {
  const last = step.elements.findLastIndex((one) => one.depth === 0);
  if (step.elements[last]?.name !== "Branch") return [step];
  const reactions = step.elements.slice(last).filter((one) => one.name === "When" && one.depth === 1);
  return reactions.length === 0 ? [step] : reactions.filter(({ attributes: { to, outcome } }) => to === undefined && outcome === undefined);
}
