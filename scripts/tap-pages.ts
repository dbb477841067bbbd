import type { AstroIntegration } from "astro";

/** Hands over the HTML of each page as soon as Astro has made it; pages that Astro takes from its last build do not come. */
export function tapPages(base: string, take: (file: string, html: string) => void): AstroIntegration {
  return {
    name: "sopbook:tap-pages",
    hooks: {
      "astro:build:start": ({ setPrerenderer }) => {
        setPrerenderer((prerenderer) => ({
          ...prerenderer,
          async render(request, options) {
            const result = await prerenderer.render(request, options);
            const { response, metadata } = result instanceof Response ? { response: result } : result;
            const html = await response.text();
            take(findFile(request.url, base), html);
            return { response: new Response(html, response), metadata };
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
