import { globSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const project = fileURLToPath(new URL("..", import.meta.url));
const pure = ["model", "diff", "source", "history", "handbook", "checks", "exports", "i18n"];

/** What each layer may import beside itself; `model (types)` is erased before anything runs. */
const allowed: Record<string, readonly string[]> = {
  model: [],
  diff: [],
  source: ["model"],
  history: ["model", "source"],
  handbook: ["model", "diff", "source", "history"],
  checks: ["model", "source", "handbook"],
  exports: ["model", "source", "handbook", "i18n"],
  i18n: ["model (types)", "diff (types)"],
  islands: ["diff", "model (types)"],
  components: [...pure, "islands", "site"],
  layouts: [...pure, "islands", "components", "site"],
  pages: [...pure, "islands", "components", "layouts", "site"],
  site: pure,
  "content.config": [...pure, "site"],
  renderer: ["site"],
  scripts: [...pure, "islands", "site", "renderer"],
};

/** Packages that only some layers may import: the Astro edge, the readers of files and of repositories, the caller of git. */
const reserved: readonly [packages: RegExp, layers: readonly string[]][] = [
  [/^astro(?:$|:|\/)/, ["components", "layouts", "pages", "site", "content.config", "renderer", "scripts"]],
  [/^node:fs/, ["source", "history", "scripts"]],
  [/^node:child_process$/, ["history", "scripts"]],
];

test("imports only down the list of layers", () => {
  const files = globSync(["src/**/*.{ts,astro}", "scripts/**/*.ts"], { cwd: project }).map((file) => file.replaceAll("\\", "/"));
  const offending = files.flatMap((file) =>
    listImports(file)
      .filter((one) => !mayImport(layerOf(file), one))
      .map((one) => `${file} → ${one.written}`),
  );
  expect(files.length).toBeGreaterThan(100);
  expect(offending).toEqual([]);
});

interface Import {
  written: string;
  /** Missing for packages. */
  layer: string | undefined;
  types: boolean;
}

function listImports(file: string): Import[] {
  const text = readFileSync(`${project}/${file}`, "utf8");
  return [...text.matchAll(/\b(import|export)(\s+type)?\b[^"'`;]*?["']([^"'\n]+)["']/g)].flatMap(([found, , type, written = ""]) => {
    if (!/\bfrom\s*["']|^import\s*\(?\s*["']/.test(found)) return [];
    const path = written.startsWith("#")
      ? `src/${written.slice(1)}`
      : written.startsWith(".")
        ? posix.join(posix.dirname(file), written)
        : undefined;
    return [{ written, layer: path && layerOf(path), types: type !== undefined }];
  });
}

/** `src/model/kpi.ts` belongs to model, `src/site.ts` to site, `scripts/build.ts` to scripts. */
function layerOf(file: string): string {
  const [first = "", second = ""] = file.split("/");
  return first === "src" ? second.replace(/\.ts$/, "") : first;
}

function mayImport(from: string, { written, layer, types }: Import): boolean {
  if (layer === undefined) return reserved.every(([packages, layers]) => !packages.test(written) || layers.includes(from));
  if (layer === from || from === "env.d") return true;
  const names = allowed[from] ?? [];
  return names.includes(layer) || (types && names.includes(`${layer} (types)`));
}
