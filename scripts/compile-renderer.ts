import "./compile-cache.ts";
import { join } from "node:path";
import { type AstroAdapter, type AstroIntegration, build } from "astro";
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

/** The collections of `content.config.ts` are for editors; a build that reads them takes a second longer and uses them for nothing. */
const withoutSync = { sync: false } as object;

await build({ root: project, base, outDir, output: "server", adapter: integration, logLevel: "error" }, withoutSync);
