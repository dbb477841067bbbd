import { styleText } from "node:util";
import type { Problem } from "#model/problem.ts";

export const reportFormats = ["text", "json", "github"] as const;
export type ReportFormat = (typeof reportFormats)[number];

export interface Counts {
  errors: number;
  warnings: number;
  files: number;
}

/** Writes problems in one of the formats; `folder` is the content folder as people see it. */
export function writeReport(problems: readonly Problem[], folder: string, format: ReportFormat): string {
  const placed = problems.map((one) => ({ ...one, file: `${folder}/${one.file}` }));
  if (format === "json") return JSON.stringify({ problems: placed.map(toRecord), counts: countProblems(placed) }, null, 2);
  if (format === "github") return placed.map(toAnnotation).join("\n");
  return writeText(placed);
}

export function countProblems(problems: readonly Problem[]): Counts {
  return {
    errors: problems.filter((one) => one.severity === "error").length,
    warnings: problems.filter((one) => one.severity === "warning").length,
    files: new Set(problems.map((one) => one.file)).size,
  };
}

function toRecord({ rule, severity, file, line, column, message, mend }: Problem) {
  return { rule, severity, file, line, column, message, mend };
}

/** A workflow command of GitHub Actions (https://docs.github.com/actions/reference/workflow-commands-for-github-actions). */
function toAnnotation({ rule, severity, file, line, column, message, mend }: Problem): string {
  const property = (text: string) => escape(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
  return `::${severity} file=${property(file)},line=${line},col=${column},title=${rule}::${escape(`${message} ${mend}`)}`;
}

function escape(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function writeText(problems: readonly Problem[]): string {
  if (problems.length === 0) return "No problems.";
  const files = Map.groupBy(problems, (one) => one.file);
  const blocks = [...files].map(([file, list]) => {
    const places = list.map((one) => `${one.line}:${one.column}`);
    const widths = {
      place: longest(places),
      severity: longest(list.map((one) => one.severity)),
      rule: longest(list.map((one) => one.rule)),
    };
    const lines = list.map(({ severity, rule, message, mend }, index) => {
      const colour = severity === "error" ? "red" : "yellow";
      return `  ${(places[index] ?? "").padStart(widths.place)}  ${styleText(colour, severity.padEnd(widths.severity))}  ${rule.padEnd(widths.rule)}  ${message} ${mend}`;
    });
    return [styleText("underline", printable(file)), ...lines.map(printable)].join("\n");
  });
  return [...blocks, countsLine(countProblems(problems))].join("\n\n");
}

/** What content says must not steer the terminal; the colours of `styleText` stay. */
function printable(text: string): string {
  return text.replace(/[\u0000-\u0009\u000b-\u001a\u001c-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\u001b(?!\[\d+m)/g, "\ufffd");
}

/** `2 problems (1 error, 1 warning) in 1 file.` */
export function countsLine({ errors, warnings, files }: Counts): string {
  return `${count(errors + warnings, "problem")} (${count(errors, "error")}, ${count(warnings, "warning")}) in ${count(files, "file")}.`;
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}

function longest(texts: readonly string[]): number {
  return Math.max(...texts.map((one) => one.length));
}
