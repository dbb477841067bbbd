import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { escapeMdx, relink } from "./bench-copies.ts";
import { type Book, type Format, installPeer, listCollections, type PageText, type Peer, type Sidebar, writeInto } from "./bench-peers.ts";
import { measureProcess } from "./bench-process.ts";
import { countPages } from "./bench-site.ts";
import { project } from "./generator.ts";

/** Starlight takes Astro 7 from 7.2.10; this Astro is our own one, so that the two differ in nothing else. */
const versions = { "@astrojs/starlight": "0.42.4", astro: "7.3.5" };

/** Installs Starlight below `folder` where it is not there yet. */
export function openStarlight(folder: string, sidebar: Sidebar, format: Format): Peer {
  const root = installPeer(folder, "Starlight", versions);
  const output = join(root, "dist");
  const pathOf = (stem: string) => `/${stem}/`.replace(/\/index\/$/, "/");
  return {
    name: `Starlight ${versions["@astrojs/starlight"]}, ${format === "mdx" ? "MDX" : "Markdown"}${sidebar === "documents" ? ", every document in its sidebar" : ""}`,
    output,
    pathOf,
    takeText(book) {
      const stems = new Set(book.copies.map((one) => one.stem));
      rmSync(join(root, "src"), { recursive: true, force: true });
      // Each of its pages asks for this picture.
      cpSync(join(project, "public/favicon.svg"), join(root, "public/favicon.svg"));
      writeInto(join(root, "astro.config.mjs"), writeConfig(book, sidebar));
      writeInto(join(root, "src/content.config.ts"), contentConfig);
      const write = (name: string, text: string) => writeInto(join(root, "src/content/docs", name), text);
      for (const copy of [...book.copies, ...(book.indexes ?? [])]) {
        const body = relink(copy, stems, pathOf);
        write(`${copy.stem}.${format}`, `---\ntitle: ${JSON.stringify(copy.title)}\n---\n${format === "mdx" ? escapeMdx(body) : body}`);
      }
      for (const start of book.starts ?? []) write(`${start.stem}.mdx`, writeStart(start, book, relink(start, stems, pathOf), pathOf));
    },
    build() {
      for (const kept of ["dist", ".astro", "node_modules/.astro", "node_modules/.vite"])
        rmSync(join(root, kept), { recursive: true, force: true });
      return measureProcess(["node_modules/astro/bin/astro.mjs", "build"], root);
    },
    countPages: (documents) => countPages(output, documents),
  };
}

function writeConfig({ copies, titles }: Book, sidebar: Sidebar): string {
  const [main, english] = [listCollections(copies, "zh-CN"), listCollections(copies, "en")];
  const options = {
    title: titles,
    locales: { root: { label: "简体中文", lang: "zh-CN" }, en: { label: "English", lang: "en" } },
    sidebar:
      sidebar === "collections"
        ? main.map(({ label, documents: [{ stem }] }, index) => ({
            label,
            slug: stem,
            translations: { en: english[index]?.label ?? label },
          }))
        : undefined,
  };
  return `import starlight from "@astrojs/starlight";
import { defineConfig } from "astro/config";

export default defineConfig({
  site: "https://bench.example.com",
  integrations: [starlight(${JSON.stringify(options)})],
});
`;
}

const contentConfig = `import { defineCollection } from "astro:content";
import { docsLoader } from "@astrojs/starlight/loaders";
import { docsSchema } from "@astrojs/starlight/schema";

export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

/** The start page of Starlight's own template, without its picture: https://github.com/withastro/starlight/tree/main/examples/basics */
function writeStart(
  { locale, title, tagline }: PageText & { tagline: string },
  { copies }: Book,
  text: string,
  pathOf: Peer["pathOf"],
): string {
  const actions = listCollections(copies, locale)
    .slice(0, 2)
    .map(({ label, documents: [{ stem }] }, index) => ({ text: label, link: pathOf(stem), variant: index === 0 ? "primary" : "minimal" }));
  return `---\n${JSON.stringify({ title, template: "splash", hero: { tagline, actions } })}\n---\n\n${escapeMdx(text)}`;
}
