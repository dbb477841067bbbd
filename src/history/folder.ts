import type { FileChange, Landing } from "#history/log.ts";
import { settingsFile } from "#source/settings.ts";

/** What one landing did to the texts of the content folder, by their paths from that folder. */
export interface Step {
  landing: Landing;
  /** Paths that hold no text any more. */
  left: string[];
  written: Written[];
  /** Whether the content folder itself was moved. */
  folderMoved: boolean;
}

export interface Written {
  file: string;
  blob: string;
  /** The path from which git thinks that it was renamed. */
  from: string | undefined;
}

/**
 * Reduces landings to what they did to the content folder, which is `folder` after the last of them.
 * Where its settings file was renamed, the folder was; texts outside it at the time were no part of the handbook.
 */
export function followFolder(landings: readonly Landing[], folder: string): Step[] {
  const steps: Step[] = [];
  let after = folder;
  for (const landing of landings.toReversed()) {
    const before = findFormerFolder(landing.changes, after);
    steps.push(readStep(landing, before, after));
    after = before;
  }
  return steps.reverse();
}

function findFormerFolder(changes: readonly FileChange[], after: string): string {
  const arrived = changes.find(({ to }) => to?.path === after + settingsFile);
  if (!arrived) return after;
  const left = arrived.from ?? findOnly(changes.flatMap(({ from, to }) => (from && !to && isSettings(from.path) ? [from] : [])));
  return left && isSettings(left.path) ? left.path.slice(0, -settingsFile.length) : after;
}

/** Whether a path in the repository is that of a handbook's settings. */
export function isSettings(path: string): boolean {
  return path === settingsFile || path.endsWith(`/${settingsFile}`);
}

function findOnly<T>(list: readonly T[]): T | undefined {
  return list.length === 1 ? list[0] : undefined;
}

function readStep(landing: Landing, before: string, after: string): Step {
  const step: Step = { landing, left: [], written: [], folderMoved: before !== after };
  for (const { from, to } of landing.changes) {
    const old = from && pathIn(before, from.path);
    const file = to && pathIn(after, to.path);
    if (old !== undefined && old !== file) step.left.push(old);
    if (file !== undefined && to && !isSettings(to.path)) step.written.push({ file, blob: to.blob, from: old });
  }
  return step;
}

function pathIn(folder: string, path: string): string | undefined {
  return path.startsWith(folder) ? path.slice(folder.length) : undefined;
}
