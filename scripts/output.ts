import { cpSync, existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { exitCodes, Failure } from "./command.ts";

/** A place to build that is not the output, so that a failed build leaves the last good one as it was. */
export interface Output {
  /** Where to build. */
  staging: string;
  /** Puts what was built in place of the last output. */
  publish(): void;
  /** Puts what was built into the last output, and takes `removed` out of it; where that fails, the output stays as it was. */
  update(removed: readonly string[]): void;
  /** Removes what was built and not published. */
  discard(): void;
}

export const markFile = ".sopbook-output";

/**
 * Prepares to build into `folder`; refuses a folder that holds something other than a build of ours. What is built lies
 * in a folder of this process's own below `workshop`, which must be in the generator, because Astro loads code from it.
 */
export function openOutput(folder: string, workshop: string, sources: readonly string[]): Output {
  const target = resolve(folder);
  refuseForeign(target, sources);
  removeLeftovers(workshop);
  const staging = join(workshop, String(process.pid));
  mkdirSync(staging, { recursive: true });
  const discard = () => rmSync(staging, { recursive: true, force: true });
  process.once("exit", discard);
  return {
    staging,
    discard,
    publish: () => replaceFolder(staging, target),
    update: (removed) => updateFolder(staging, target, removed),
  };
}

/** Folders on the disk of the output, for what comes and what goes. */
function placeBeside(target: string): { next: string; previous: string } {
  const beside = (name: string) => join(dirname(target), `.${basename(target)}.${name}-${process.pid}`);
  return { next: beside("next"), previous: beside("previous") };
}

/** Swaps by rename, so that there is at no time half a site. */
function replaceFolder(fresh: string, target: string): void {
  const { next, previous } = placeBeside(target);
  mkdirSync(dirname(target), { recursive: true });
  moveFolder(fresh, next);
  if (existsSync(target)) renameSync(target, previous);
  try {
    renameSync(next, target);
  } catch (cause) {
    if (existsSync(previous)) renameSync(previous, target);
    rmSync(next, { recursive: true, force: true });
    throw cause;
  }
  rmSync(previous, { recursive: true, force: true });
}

/** Swaps file by file, each by rename; what pages load comes before the pages. */
function updateFolder(fresh: string, target: string, removed: readonly string[]): void {
  const { next, previous } = placeBeside(target);
  const undo: (() => void)[] = [];
  const move = (from: string, to: string) => {
    mkdirSync(dirname(to), { recursive: true });
    renameSync(from, to);
    undo.push(() => renameSync(to, from));
  };
  try {
    moveFolder(fresh, next);
    const come = listFiles(next, { hidden: true }).map((one) => one.path);
    for (const file of come.toSorted((a, b) => Number(a.endsWith(".html")) - Number(b.endsWith(".html")))) {
      if (existsSync(join(target, file))) move(join(target, file), join(previous, file));
      move(join(next, file), join(target, file));
    }
    for (const file of removed) move(join(target, file), join(previous, file));
  } catch (cause) {
    for (const back of undo.reverse()) back();
    throw cause;
  } finally {
    for (const folder of [next, previous]) rmSync(folder, { recursive: true, force: true });
  }
  removeEmpty(target, new Set(removed.map(dirname)));
}

/** Removes folders that hold nothing any more, and those around them. */
function removeEmpty(target: string, folders: ReadonlySet<string>): void {
  for (let folder of folders) {
    for (; folder !== "." && readdirSync(join(target, folder)).length === 0; folder = dirname(folder)) rmdirSync(join(target, folder));
  }
}

/** A folder can't be renamed from one disk to another. */
function moveFolder(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "EXDEV") throw cause;
    copyFolder(from, to);
  }
}

/** What processes left that were ended before they could clean up. */
function removeLeftovers(workshop: string): void {
  if (!existsSync(workshop)) return;
  for (const name of readdirSync(workshop)) if (!isRunning(Number(name))) rmSync(join(workshop, name), { recursive: true, force: true });
}

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === "EPERM";
  }
}

function refuseForeign(target: string, sources: readonly string[]): void {
  for (const source of sources) {
    if (isWithin(source, target) || isWithin(target, source)) {
      throw new Failure(
        exitCodes.usage,
        `The site can't be built into ${target}, because ${source} lies there. Name another folder with --out.`,
      );
    }
  }
  if (!existsSync(target)) return;
  if (!lstatSync(target).isDirectory()) throw new Failure(exitCodes.usage, `${target} is not a folder. Name another one with --out.`);
  const entries = readdirSync(target);
  if (entries.length > 0 && !entries.includes(markFile)) {
    throw new Failure(
      exitCodes.usage,
      `${target} holds files that are not a site built by Sopbook. Empty it or name another folder with --out.`,
    );
  }
}

function isWithin(inner: string, outer: string): boolean {
  const path = relative(outer, inner);
  return path === "" || !(path === ".." || path.startsWith(`..${sep}`));
}

export interface FileState {
  /** From the folder, with slashes. */
  path: string;
  /** In bytes. */
  size: number;
  /** When it was written, in milliseconds. */
  time: number;
}

/** Every file below `folder`, hidden ones only where they are asked for, sorted by path. */
export function listFiles(folder: string, { hidden = false } = {}): FileState[] {
  const found: FileState[] = [];
  const visit = (path: string) => {
    for (const one of readdirSync(join(folder, path), { withFileTypes: true })) {
      if (one.isDirectory()) visit(`${path}${one.name}/`);
      else if (one.isFile() && (hidden || !one.name.startsWith("."))) found.push(readState(folder, path + one.name));
    }
  };
  visit("");
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The state of one file below `folder`. */
export function readState(folder: string, path: string): FileState {
  const { size, mtimeMs } = statSync(`${folder}/${path}`);
  return { path, size, time: mtimeMs };
}

/** Copies a folder, sharing its bytes where the file system can. */
function copyFolder(from: string, to: string): void {
  cpSync(from, to, { recursive: true, force: true, mode: 2 });
}
