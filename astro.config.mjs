import mdx from "@astrojs/mdx";
import { defineConfig } from "astro/config";

// What depends on a handbook (site, base, output) comes from the commands in `scripts/`.
export default defineConfig({
  integrations: [mdx()],
  output: "static",
  trailingSlash: "always",
  // A page that is being written must not keep the next one waiting.
  build: { format: "directory", inlineStylesheets: "never", concurrency: 4 },
  prerenderConflictBehavior: "error",
  compressHTML: true,
  devToolbar: { enabled: false },
  // A build writes pages of earlier ones into its folder before Astro starts.
  vite: { build: { assetsInlineLimit: 0, emptyOutDir: false } },
  experimental: { contentIntellisense: true },
});
