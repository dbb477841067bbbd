import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Locale } from "#model/fields.ts";
import { relink } from "./bench-copies.ts";
import { type Book, installPeer, listCollections, type PageText, type Peer, type Sidebar, writeInto } from "./bench-peers.ts";
import { measureProcess } from "./bench-process.ts";
import { exitCodes, Failure } from "./command.ts";
import { project } from "./generator.ts";
import { listFiles } from "./output.ts";

/** The newest release; what is called 2.0.0-alpha is not one. */
const version = "1.6.4";

/** Installs VitePress below `folder` where it is not there yet. */
export function openVitePress(folder: string, sidebar: Sidebar): Peer {
  const root = installPeer(folder, "VitePress", { vitepress: version });
  const source = join(root, "docs");
  const output = join(source, ".vitepress/dist");
  const pathOf = (stem: string) => `/${stem}.html`.replace(/\/index\.html$/, "/");
  return {
    name: `VitePress ${version}, Markdown${sidebar === "documents" ? ", every document in its sidebar" : ""}`,
    output,
    pathOf,
    takeText(book) {
      const stems = new Set(book.copies.map((one) => one.stem));
      rmSync(source, { recursive: true, force: true });
      // The same picture for the same pages.
      cpSync(join(project, "public/favicon.svg"), join(source, "public/favicon.svg"));
      writeInto(join(source, ".vitepress/config.mjs"), writeConfig(book, sidebar, pathOf));
      for (const copy of [...book.copies, ...(book.indexes ?? [])]) {
        const title = JSON.stringify(copy.title);
        writeInto(join(source, `${copy.stem}.md`), `---\ntitle: ${title}\n---\n\n# ${copy.title}\n${relink(copy, stems, pathOf)}`);
      }
      for (const start of book.starts ?? [])
        writeInto(join(source, `${start.stem}.md`), writeStart(start, book, relink(start, stems, pathOf), pathOf));
    },
    build() {
      for (const kept of ["dist", "cache", ".temp"]) rmSync(join(source, ".vitepress", kept), { recursive: true, force: true });
      return measureProcess(["node_modules/vitepress/bin/vitepress.js", "build", "docs"], root);
    },
    countPages(documents) {
      const pages = listFiles(output).filter(({ path }) => path.endsWith(".html")).length;
      if (pages < documents) throw new Failure(exitCodes.fault, `VitePress made ${pages} pages of ${documents} documents.`);
      return pages;
    },
  };
}

/** With the search that is built in, because a handbook has one; it is loaded when a reader opens it. */
function writeConfig({ copies, titles }: Book, sidebar: Sidebar, pathOf: Peer["pathOf"]): string {
  const describe = (locale: Locale, label: string) => ({
    label,
    lang: locale,
    title: titles[locale],
    themeConfig: { sidebar: list(locale) },
  });
  const list = (locale: Locale) =>
    listCollections(copies, locale).map(({ label, documents }) =>
      sidebar === "collections"
        ? { text: label, link: pathOf(documents[0].stem) }
        : { text: label, items: documents.map((one) => ({ text: one.title, link: pathOf(one.stem) })) },
    );
  const config = {
    head: [["link", { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" }]],
    locales: { root: describe("zh-CN", "简体中文"), en: describe("en", "English") },
    themeConfig: { search: { provider: "local" } },
    ignoreDeadLinks: true,
  };
  return `export default ${JSON.stringify(config)};\n`;
}

/** The start page that `vitepress init` makes: https://vitepress.dev/reference/default-theme-home-page */
function writeStart(
  { locale, title, tagline }: PageText & { tagline: string },
  { copies }: Book,
  text: string,
  pathOf: Peer["pathOf"],
): string {
  const actions = listCollections(copies, locale)
    .slice(0, 2)
    .map(({ label, documents: [{ stem }] }, index) => ({ text: label, link: pathOf(stem), theme: index === 0 ? "brand" : "alt" }));
  return `---\n${JSON.stringify({ layout: "home", hero: { name: title, text: tagline, actions } })}\n---\n\n${text}`;
}
