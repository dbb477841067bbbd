import "./compile-cache.mjs";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type AstroAdapter, type AstroIntegration, build, type ViteUserConfig } from "astro";
import { compactTemplates } from "./compact-templates.ts";
import { writeCustomElements } from "./custom-elements.ts";
import { project } from "./generator.ts";

// A program of its own, because Astro and Vite take more memory than the handbook: `compile-renderer.ts <base> <folder>`.
const [, , base = "/", outDir = ""] = process.argv;

const adapter: AstroAdapter = {
  name: "sopbook",
  entrypointResolution: "auto",
  serverEntrypoint: join(project, "src", "renderer.ts"),
  supportedAstroFeatures: { serverOutput: "stable", sharpImageService: "stable" },
};

const integration: AstroIntegration = {
  name: "sopbook:renderer",
  hooks: { "astro:config:done": ({ setAdapter }) => setAdapter(adapter) },
};

/**
 * Parts of the browser code come without styles and name what they need themselves, so what Vite puts around `import()` to
 * fetch more beside it, 2 KB on every page, has nothing to do.
 */
const importPlainly: NonNullable<ViteUserConfig["plugins"]>[number] = {
  name: "sopbook:import-plainly",
  enforce: "pre",
  configEnvironment: (name) => (name === "client" ? { build: { modulePreload: false } } : undefined),
  load: (id) => (id.endsWith("vite/preload-helper.js") ? "export const __vitePreload = (load) => load();" : undefined),
};

/** The collections of `content.config.ts` are for editors; a build that reads them takes a second longer and uses them for nothing. */
const withoutSync = { sync: false } as object;

await build(
  {
    root: project,
    base,
    outDir,
    output: "server",
    adapter: integration,
    logLevel: "error",
    vite: { plugins: [importPlainly, compactTemplates, writeCustomElements] },
  },
  withoutSync,
);

const { styles } = (await import(pathToFileURL(join(outDir, "server", "entry.mjs")).href)) as typeof import("../src/renderer.ts");
const asset = (file: string) => join(outDir, "client", file);
for (const { file, parts } of styles.filter((one) => one.parts.length > 0))
  writeFileSync(asset(file), parts.map((part) => readFileSync(asset(part), "utf8").trim()).join("\n"));
for (const part of new Set(styles.flatMap((one) => one.parts))) rmSync(asset(part));
