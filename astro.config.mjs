import mdx from "@astrojs/mdx";
import { defineConfig } from "astro/config";

// What depends on a handbook (site, base, output) comes from the commands in `scripts/`.
export default defineConfig({
  integrations: [mdx()],
  output: "static",
  trailingSlash: "always",
  build: { format: "directory", inlineStylesheets: "never" },
  prerenderConflictBehavior: "error",
  compressHTML: true,
  devToolbar: { enabled: false },
  vite: { build: { assetsInlineLimit: 0 } },
  experimental: { contentIntellisense: true },
});
