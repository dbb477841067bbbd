import { createHash } from "node:crypto";
import { type Handbook, readHandbook } from "#handbook/handbook.ts";
import type { Problem } from "#model/problem.ts";

/**
 * What the commands hand to the pages. Because Astro bundles the pages, they do not share modules with the command
 * that builds them; the process is what they share.
 */
export interface Site {
  /** The handbook as its files stand now. */
  handbook: () => Handbook;
  /** What is wrong with it; only `npm run dev` shows it on the pages. */
  problems?: () => Problem[];
}

const key = Symbol.for("sopbook.site");
const shared = globalThis as typeof globalThis & { [key]?: Site };

/** Called by the command before Astro starts. */
export function provideSite(site: Site): void {
  shared[key] = site;
}

/** The handbook that the pages show. */
export function getHandbook(): Handbook {
  shared[key] ??= readSite(process.cwd());
  return shared[key].handbook();
}

/** What is wrong with the content, for a page that shows it while it is being written. */
export function getProblems(): Problem[] {
  return shared[key]?.problems?.() ?? [];
}

/** For Astro's own commands, such as its check of types. */
function readSite(folder: string): Site {
  const handbook = readHandbook(`${folder}/content`);
  if (!("documents" in handbook)) throw new Error("The settings of the handbook can't be read; `npm run check` says why.");
  return { handbook: () => handbook };
}

/** A page for `getStaticPaths`: its key is the hash of all that it shows, so Astro makes it anew just when that changes. */
export function makePath<P extends object, T>(params: P, props: T): { params: P; props: { page: T }; cacheKey: string } {
  return { params, props: { page: props }, cacheKey: createHash("sha256").update(JSON.stringify(props)).digest("base64url") };
}
