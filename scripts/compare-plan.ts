import { exitCodes, Failure } from "./command.ts";

/** Astro can lose a page without failing; a file that was planned and not written, or a page the other way round, ends the build. */
export function comparePlan(planned: readonly string[], files: readonly string[]): void {
  const plan = new Set(planned);
  const written = new Set(files.filter((one) => !/^(?:_astro|(?:editions\/[^/]+\/)?pagefind)\//.test(one)));
  const lost = [...plan].filter((one) => !written.has(one));
  const extra = [...written].filter((one) => one.endsWith(".html") && !plan.has(one));
  if (lost.length + extra.length === 0) return;
  throw new Failure(
    exitCodes.fault,
    ["The build did not write what was planned.", ...list("Missing", lost), ...list("Not planned", extra)].join("\n"),
  );
}

function list(title: string, names: readonly string[]): string[] {
  if (names.length === 0) return [];
  return [`${title}: ${names.slice(0, 10).join(", ")}${names.length > 10 ? ` and ${names.length - 10} more` : ""}`];
}
