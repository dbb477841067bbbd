import { type RuleName, rules, type Severity } from "#model/rules.ts";

/** A place in a content file; line and column count from 1, the column in UTF-16 units. */
export interface Place {
  /** Path from the content folder, with slashes. */
  file: string;
  line: number;
  column: number;
}

/** One finding about the content. */
export interface Problem extends Place {
  rule: RuleName;
  severity: Severity;
  /** What is wrong, a full sentence. */
  message: string;
  /** What to do about it, a full sentence. */
  mend: string;
}

type Worded<R extends RuleName> = Parameters<(typeof rules)[R]["message"]>[0];
type Facts<R extends RuleName> = [Worded<R>] extends [never] ? Record<string, never> : Worded<R>;

/** Makes a problem of rule `rule` at `place`, worded by the table of rules. */
export function problem<R extends RuleName>(rule: R, place: Place, facts: Facts<R>): Problem {
  const { severity, message, mend } = rules[rule];
  const worded = facts as never;
  return { rule, severity, ...place, message: message(worded), mend: mend(worded) };
}

/** Orders problems by file, then by place. */
export function sortProblems(problems: Problem[]): Problem[] {
  return problems.toSorted((a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.rule, b.rule));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
