import { type PageAddress, routeParameters } from "#handbook/addresses.ts";
import { type Handbook, readHandbook } from "#handbook/handbook.ts";
import { describePage, planPages } from "#handbook/plan.ts";
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
  /** What earlier builds worked out. */
  kept?: Kept;
}

/** Keeps plain data that take long to work out, each under the hash of all that it was worked out from. */
export interface Kept {
  /** Undefined where nothing is kept; whoever reads says what kind of data stands there. */
  read(key: string): unknown;
  write(key: string, value: unknown): void;
}

/** What a file in `src/pages` is the page for. */
export type PageKind = PageAddress["page"] | "missing";

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

/** What was worked out before, by this process or, where the command keeps it, by earlier builds. */
export function getKept(): Kept {
  return shared[key]?.kept ?? forget;
}

const forget: Kept = { read: () => undefined, write: () => {} };

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

/** What `getStaticPaths` returns for the pages of one kind, each with all that it shows; `npm run dev` asks for it. */
export function listPaths(kind: PageAddress["page"]) {
  const handbook = getHandbook();
  return planPages(handbook)
    .filter((address) => address.page === kind)
    .map((address) => ({ params: routeParameters(handbook.settings, address), props: { page: describePage(handbook, address) } }));
}

/** All that a page shows: a build hands it over as `locals`, `npm run dev` as props. */
export function takePage<P extends object>({ props, locals }: { props: { page: P }; locals: App.Locals }): P {
  return (locals.page as P | undefined) ?? props.page;
}
