import { createReadStream } from "node:fs";
import { join } from "node:path";
import type { AstroIntegration } from "astro";
import sirv from "sirv";
import { listExports } from "#exports/list-exports.ts";
import type { Handbook } from "#handbook/handbook.ts";

const types: Record<string, string> = {
  json: "application/json; charset=utf-8",
  md: "text/markdown; charset=utf-8",
  txt: "text/plain; charset=utf-8",
  xml: "application/xml; charset=utf-8",
  html: "text/html; charset=utf-8",
  svg: "image/svg+xml",
};

/** Serves what a build writes beside its pages: exports and pictures made on demand, the search index of the last build. */
export function serveExports(getHandbook: () => Handbook, built: string): AstroIntegration {
  return {
    name: "sopbook:serve-exports",
    hooks: {
      "astro:server:setup": ({ server }) => {
        const last = sirv(built, { dev: true });
        server.middlewares.use((request, response, next) => {
          const handbook = getHandbook();
          const path = decodePath(request.url ?? "/", handbook.settings.base);
          if (path === undefined) return next();
          if (/^(?:editions\/[^/]+\/)?pagefind\//.test(path)) {
            request.url = `/${path}`;
            return last(request, response, next);
          }
          const picture = [...handbook.pictures.values()].find((one) => `media/${one.name}` === path);
          const type = types[path.split(".").at(-1) ?? ""];
          if (picture) {
            if (type) response.setHeader("content-type", type);
            return createReadStream(join(handbook.root, picture.file)).on("error", next).pipe(response);
          }
          const found = type && listExports(handbook).find((one) => one.file === path);
          if (!found) return next();
          response.setHeader("content-type", type);
          return Promise.resolve(found.write()).then((text) => response.end(text), next);
        });
      },
    },
  };
}

/** The path below the base path, or undefined where it lies elsewhere or is not a path. */
function decodePath(url: string, base: string): string | undefined {
  try {
    const path = decodeURI(url.replace(/[?#].*$/s, ""));
    return path.startsWith(base) ? path.slice(base.length) : undefined;
  } catch {
    return undefined;
  }
}
