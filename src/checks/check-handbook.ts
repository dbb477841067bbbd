import { checkCare } from "#checks/care.ts";
import { checkConversations } from "#checks/conversation.ts";
import { checkEditions } from "#checks/editions.ts";
import { checkKpis } from "#checks/kpis.ts";
import { checkLinks } from "#checks/links.ts";
import { checkPaths } from "#checks/paths.ts";
import { checkProcess } from "#checks/process.ts";
import { checkRedirects } from "#checks/redirects.ts";
import { checkReferences } from "#checks/references.ts";
import { indexTargets } from "#checks/targets.ts";
import { checkTheme } from "#checks/theme.ts";
import { checkVariables } from "#checks/variables.ts";
import type { Handbook } from "#handbook/handbook.ts";
import { type Problem, sortProblems } from "#model/problem.ts";
import type { RuleName } from "#model/rules.ts";

export interface CheckOptions {
  /** The day on which reviews are due or not, as `2026-03-01`. */
  today: string;
}

/** Everything that is wrong with a handbook: what reading it found and what only shows when documents are held together. */
export function checkHandbook(handbook: Handbook, { today }: CheckOptions): Problem[] {
  const targets = indexTargets(handbook);
  return keepOneWarning(
    sortProblems([
      ...handbook.problems,
      ...checkReferences(handbook, targets),
      ...checkLinks(handbook, targets),
      ...checkRedirects(handbook),
      ...checkVariables(handbook),
      ...checkProcess(handbook),
      ...checkConversations(handbook),
      ...checkKpis(handbook),
      ...checkPaths(handbook),
      ...checkCare(handbook, today),
      ...checkEditions(handbook),
      ...checkTheme(handbook),
    ]),
  );
}

/** What misleads readers most comes first. */
const weights: Partial<Record<RuleName, number>> = {
  "review-overdue": 1,
  "missing-practice": 2,
  "missing-value": 3,
  "unused-input": 4,
  "unused-variable": 5,
  "unaffected-document": 6,
  "missing-translation": 7,
};

/** Because a wall of warnings is read by nobody, a document has at most one. */
function keepOneWarning(problems: readonly Problem[]): Problem[] {
  const kept = new Map<string, Problem>();
  const weight = ({ rule }: Problem) => weights[rule] ?? 0;
  for (const one of problems) {
    const other = kept.get(one.file);
    if (one.severity === "warning" && (!other || weight(one) < weight(other))) kept.set(one.file, one);
  }
  return problems.filter((one) => one.severity === "error" || kept.get(one.file) === one);
}
