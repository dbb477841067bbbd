import { cpSync, existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { exitCodes, Failure } from "./command.ts";

/** A place to build that is not the output, so that a failed build leaves the last good one as it was. */
export interface Output {
  /** Where to build. */
  staging: string;
  /** Puts what was built in place of the last output. */
  publish(): void;
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
  return { staging, discard, publish: () => replaceFolder(staging, target) };
}

/** Swaps by rename, so that there is at no time half a site. */
function replaceFolder(fresh: string, target: string): void {
  const beside = (name: string) => join(dirname(target), `.${basename(target)}.${name}-${process.pid}`);
  const [next, previous] = [beside("next"), beside("previous")];
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

/** Every file below `folder` but hidden ones, with slashes, sorted, and their bytes in all. */
export function measureFolder(folder: string): { files: string[]; bytes: number } {
  let bytes = 0;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && !one.name.startsWith("."))
    .map((one) => {
      const path = join(one.parentPath, one.name);
      bytes += statSync(path).size;
      return relative(folder, path).split(sep).join("/");
    });
  return { files: files.sort(), bytes };
}

/** Copies a folder, sharing its bytes where the file system can. */
export function copyFolder(from: string, to: string): void {
  cpSync(from, to, { recursive: true, force: true, mode: 2 });
}
