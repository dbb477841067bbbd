import { type AstroIntegration, build } from "astro";
import type { Handbook } from "#handbook/handbook.ts";
import { type DescribedPage, provideSite } from "../src/site.ts";
import { project } from "./generator.ts";

/** Takes the HTML of a page as soon as it is made, with its path in the output; returns whether Astro need not write it. */
type Take = (file: string, html: Buffer) => boolean;

/** Makes pages with Astro, and in `folder` the styles, the scripts and the page for addresses that lead nowhere. */
export async function renderPages(
  handbook: Handbook,
  pages: readonly DescribedPage[],
  folder: string,
  cache: string,
  take: Take,
): Promise<void> {
  provideSite({ handbook: () => handbook, pages });
  process.env["ASTRO_TELEMETRY_DISABLED"] = "1";
  const before = process.cwd();
  // Astro keeps its work in the working folder where the output lies outside of it.
  process.chdir(project);
  const { base, url } = handbook.settings;
  try {
    await build(
      { root: project, site: url, base, outDir: folder, cacheDir: cache, logLevel: "error", integrations: [tapPages(base, take)] },
      withoutSync,
    );
  } finally {
    process.chdir(before);
  }
}

/** The collections of `content.config.ts` are for editors; a build that reads them takes a second longer and uses them for nothing. */
const withoutSync = { sync: false } as object;

/** Hands over the HTML of each page, and keeps Astro from writing those that are taken. */
function tapPages(base: string, take: Take): AstroIntegration {
  return {
    name: "sopbook:tap-pages",
    hooks: {
      "astro:build:start": ({ setPrerenderer }) => {
        setPrerenderer((prerenderer) => ({
          ...prerenderer,
          async render(request, options) {
            const result = await prerenderer.render(request, options);
            const { response, metadata } = result instanceof Response ? { response: result } : result;
            const html = Buffer.from(await response.arrayBuffer());
            const taken = take(findFile(request.url, base), html);
            // Astro writes no file for a response without a body.
            return { response: new Response(taken ? null : html, response), metadata };
          },
        }));
      },
    },
  };
}

/** The file of the output that a URL is written to: `en/stages/demo/index.html`. */
function findFile(url: string, base: string): string {
  const path = decodeURI(new URL(url).pathname).slice(base.length);
  return path === "" || path.endsWith("/") ? `${path}index.html` : path;
}
