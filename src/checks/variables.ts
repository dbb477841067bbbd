import type { Handbook } from "#handbook/handbook.ts";
import { type Problem, problem } from "#model/problem.ts";

/** Every variable that a document declares is used in its text. */
export function checkVariables(handbook: Handbook): Problem[] {
  return handbook.documents.flatMap((document) => {
    const used = new Set(document.body.variables.map((one) => one.name));
    return Object.keys(document.data.variables ?? {})
      .filter((name) => !used.has(name))
      .map((name) => problem("unused-variable", document.locate(["variables", name]), { name }));
  });
}
