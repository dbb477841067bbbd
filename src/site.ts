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
  /** The pages to make, where an earlier build has made the others. */
  pages?: readonly DescribedPage[];
}

export interface DescribedPage {
  address: PageAddress;
  /** All that the page shows, as plain data: its props. */
  page: object;
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

/** What `getStaticPaths` returns for the pages of one kind, each with all that it shows. */
export function listPaths(kind: PageAddress["page"]) {
  const handbook = getHandbook();
  const pages = shared[key]?.pages ?? planPages(handbook).map((address) => ({ address }));
  return pages
    .filter(({ address }) => address.page === kind)
    .map((one) => ({
      params: routeParameters(handbook.settings, one.address),
      props: { page: "page" in one ? one.page : describePage(handbook, one.address) },
    }));
}
