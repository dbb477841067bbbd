import type { Step, Written } from "#history/folder.ts";
import type { Landing } from "#history/log.ts";
import { foldId, readAnyFileName } from "#source/file-name.ts";

/** One text through all its names, as the main line has it. */
export interface Lineage {
  /** Path from the content folder, today or where it was last. */
  file: string;
  blob: string;
  gone: boolean;
  marks: Mark[];
  /** How it stood after a landing that changed its path, its text or whether it is there. */
  states: State[];
  /** How it stood where the history of this clone begins. */
  earlier: { file: string; blob: string } | undefined;
}

/** A landing that is a revision of the text. */
export interface Mark {
  landing: Landing;
  order: number;
  kind: "added" | "changed" | "moved" | "restored";
  file: string;
  blob: string;
}

export interface State {
  /** Counts the landings of the main line from 0. */
  order: number;
  gone: boolean;
  file: string;
  blob: string;
  /** How many revisions there were by then. */
  revisions: number;
}

export interface LineageOptions {
  /** Commits whose changes are no revisions, as `.git-blame-ignore-revs` names them. */
  ignored: ReadonlySet<string>;
  /** Commits whose parents are not in this clone: what they seem to add was there before. */
  boundary: ReadonlySet<string>;
}

/** Follows every text from landing to landing, oldest first. */
export function followLineages(steps: readonly Step[], options: LineageOptions): Lineage[] {
  const all: Lineage[] = [];
  const live = new Map<string, Lineage>();
  const buried = new Map<string, Lineage>();
  for (const [order, step] of steps.entries()) {
    const loose = loosen(step, live);
    for (const [written, found] of matchLineages(step.written, live, loose, buried)) {
      const lineage = found ?? { file: written.file, blob: written.blob, gone: false, marks: [], states: [], earlier: undefined };
      if (!found) all.push(lineage);
      advance(lineage, written, { order, landing: step.landing, found: found !== undefined }, options);
      live.set(written.file, lineage);
    }
    for (const lineage of loose.values()) {
      lineage.gone = true;
      lineage.states.push({ order, gone: true, file: lineage.file, blob: lineage.blob, revisions: lineage.marks.length });
      buried.set(nameOf(lineage.file), lineage);
    }
  }
  return all;
}

/** Takes those out of `live` that lose their path, by that path; a folder that moves takes along only what git shows. */
function loosen(step: Step, live: Map<string, Lineage>): Map<string, Lineage> {
  const kept = new Set(step.written.map((one) => one.file));
  const paths = step.folderMoved ? [...live.keys()].filter((one) => !kept.has(one)) : step.left;
  const loose = new Map<string, Lineage>();
  for (const path of paths) {
    const lineage = live.get(path);
    if (!lineage) continue;
    live.delete(path);
    loose.set(path, lineage);
  }
  return loose;
}

/**
 * Finds whose text each file is now: by its path, by its name as a document (also that of a deleted one), then by what git
 * paired. A name goes before a likeness, so that no two documents end with the same name and its revisions stay what they were.
 */
function matchLineages(
  written: readonly Written[],
  live: ReadonlyMap<string, Lineage>,
  loose: Map<string, Lineage>,
  buried: Map<string, Lineage>,
): Map<Written, Lineage | undefined> {
  const matched = new Map<Written, Lineage | undefined>(written.map((one) => [one, live.get(one.file)]));
  const looseByName = new Map([...loose.keys()].map((path) => [nameOf(path), path]));
  const takeLoose = (path: string | undefined) => {
    const lineage = path === undefined ? undefined : loose.get(path);
    if (path !== undefined) loose.delete(path);
    return lineage;
  };
  const takeBuried = (name: string) => {
    const lineage = buried.get(name);
    buried.delete(name);
    return lineage;
  };
  for (const find of [
    ({ file }: Written) => takeLoose(looseByName.get(nameOf(file))),
    ({ file }: Written) => takeBuried(nameOf(file)),
    ({ from }: Written) => takeLoose(from),
  ]) {
    for (const one of written) if (!matched.get(one)) matched.set(one, find(one));
  }
  return matched;
}

function advance(
  lineage: Lineage,
  { file, blob }: Written,
  { order, landing, found }: { order: number; landing: Landing; found: boolean },
  { ignored, boundary }: LineageOptions,
): void {
  // A file that only got another number is still where readers find it.
  const moved = file !== lineage.file && nameOf(file) !== nameOf(lineage.file);
  const kind = !found ? "added" : lineage.gone ? "restored" : moved ? "moved" : "changed";
  if (kind === "changed" && blob === lineage.blob && file === lineage.file) return;
  if (kind === "added" && boundary.has(landing.commit)) lineage.earlier = { file, blob };
  else if (kind === "added" || !ignored.has(landing.commit)) lineage.marks.push({ landing, order, kind, file, blob });
  Object.assign(lineage, { file, blob, gone: false });
  lineage.states.push({ order, gone: false, file, blob, revisions: lineage.marks.length });
}

/** The name by which a document is known wherever it lies, or else its path. */
function nameOf(file: string): string {
  const named = readAnyFileName(file);
  if ("problem" in named) return file;
  const { locale, collection, id } = named.address;
  return `${locale}/${collection}/${foldId(id)}`;
}
