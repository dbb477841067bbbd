import { createHash } from "node:crypto";
import { createApp } from "astro/app/entrypoint";
import type { PageKind } from "./site.ts";

/** What `scripts/renderer.ts` compiles the pages to: a build loads it and needs neither Astro's compiler nor Vite. */
const app = createApp({ streaming: false });

const components: Record<PageKind, string> = {
  home: "src/pages/[...locale]/index.astro",
  search: "src/pages/[...locale]/search.astro",
  changes: "src/pages/[...locale]/changes.astro",
  editions: "src/pages/[...locale]/editions/index.astro",
  edition: "src/pages/[...locale]/editions/[edition]/index.astro",
  "edition-changes": "src/pages/[...locale]/editions/[edition]/changes.astro",
  "edition-search": "src/pages/[...locale]/editions/[edition]/search.astro",
  collection: "src/pages/[...locale]/[collection]/index.astro",
  document: "src/pages/[...locale]/[collection]/[id].astro",
  history: "src/pages/[...locale]/[collection]/[id]/history.astro",
  revision: "src/pages/[...locale]/[collection]/[id]/[revision].astro",
  missing: "src/pages/404.astro",
};

const routes = app.manifest.routes.filter(({ routeData }) => Object.values(components).includes(routeData.component));
const shared = listFiles(routes[0]).filter((file) => routes.every((route) => listFiles(route).includes(file)));

/**
 * Each page loads two files of styles before anything is painted: what all pages share, which readers keep, and one of its
 * own kind, because each file costs a request. A third, for all pages, stands at the fold: see `layouts/fold.ts`. `parts`
 * are the files that a file is made of, in their order.
 */
export const styles = routes.map((route): { file: string; parts: string[] } => {
  const parts = listFiles(route).filter((file) => !shared.includes(file));
  const kind = Object.entries(components).find(([, component]) => component === route.routeData.component)?.[0];
  const hash = createHash("sha256").update(parts.join("\0")).digest("base64url").slice(0, 8);
  const file = `_astro/${kind}.${hash}.css`;
  route.styles = [...shared, ...(parts.length > 0 ? [file] : [])].map((src) => ({ type: "external", src }));
  return { file, parts };
});

function listFiles(route: (typeof routes)[number] | undefined): string[] {
  return (route?.styles ?? []).flatMap((one) => (one.type === "external" ? [one.src] : []));
}

/** Renders the page at a path of the site from all that it shows. */
export async function renderPage(kind: PageKind, path: string, page: object): Promise<Uint8Array> {
  const route = app.manifest.routes.find(({ routeData }) => routeData.component === components[kind]);
  if (!route) throw new Error(`No file in src/pages is the page for "${kind}".`);
  const response = await app.render(new Request(`http://localhost${path}`), { routeData: route.routeData, locals: { page } });
  if (response.status !== (kind === "missing" ? 404 : 200)) throw new Error(`The page ${path} could not be rendered.`);
  return new Uint8Array(await response.arrayBuffer());
}
