import { rmSync } from "node:fs";
import { join } from "node:path";
import { relink } from "./bench-copies.ts";
import { installPeer, type Peer, writeInto } from "./bench-peers.ts";
import { measureProcess } from "./bench-process.ts";
import { exitCodes, Failure } from "./command.ts";
import { listFiles } from "./output.ts";

/** With the local search that most of its sites use, which its own pages recommend: https://docusaurus.io/docs/search */
const versions = {
  "@docusaurus/core": "3.10.2",
  "@docusaurus/preset-classic": "3.10.2",
  "@easyops-cn/docusaurus-search-local": "0.55.3",
  "@mdx-js/react": "3.1.1",
  "@node-rs/jieba": "2.0.1",
  react: "19.2.4",
  "react-dom": "19.2.4",
};

/** Installs Docusaurus below `folder` where it is not there yet. */
export function openDocusaurus(folder: string): Peer {
  const root = installPeer(folder, "Docusaurus", versions);
  const source = join(root, "site");
  const output = join(source, "build");
  const pathOf = (stem: string) => `/${stem}/`.replace(/\/index\/$/, "/");
  return {
    name: `Docusaurus ${versions["@docusaurus/core"]}, Markdown, local search ${versions["@easyops-cn/docusaurus-search-local"]}`,
    output,
    pathOf,
    takeText(book) {
      const stems = new Set(book.copies.map((one) => one.stem));
      rmSync(source, { recursive: true, force: true });
      // What Docusaurus writes for itself is modules of both kinds, so nothing may say which.
      writeInto(join(source, "package.json"), '{ "private": true }\n');
      writeInto(join(source, "docusaurus.config.mjs"), writeConfig(book.titles["zh-CN"] ?? "", book.copies[0]?.base ?? ""));
      for (const copy of book.copies) {
        const place = copy.locale === "zh-CN" ? "docs" : `i18n/${copy.locale}/docusaurus-plugin-content-docs/current`;
        const file = `${copy.collection}/${copy.id}`;
        const frontmatter = `---\ntitle: ${JSON.stringify(copy.title)}\nslug: /${file}\n---\n`;
        writeInto(join(source, place, `${file}.md`), `${frontmatter}\n# ${copy.title}\n${relink(copy, stems, pathOf)}`);
        // Docusaurus has a page in each language only for what stands in its first one.
        if (copy.locale === "en" && !stems.has(file)) writeInto(join(source, "docs", `${file}.md`), `${frontmatter}\n`);
      }
    },
    build() {
      for (const kept of ["site/build", "site/.docusaurus", "node_modules/.cache"])
        rmSync(join(root, kept), { recursive: true, force: true });
      return measureProcess(["node_modules/@docusaurus/core/bin/docusaurus.mjs", "build", "site"], root);
    },
    countPages(documents) {
      const pages = listFiles(output).filter(({ path }) => path.endsWith(".html")).length;
      if (pages < documents) throw new Failure(exitCodes.fault, `Docusaurus made ${pages} pages of ${documents} documents.`);
      return pages;
    },
  };
}

function writeConfig(title: string, url: string): string {
  const config = {
    title: title || "Docusaurus",
    url: new URL(url || "https://bench.example.com").origin,
    baseUrl: "/",
    trailingSlash: true,
    onBrokenLinks: "ignore",
    onBrokenAnchors: "ignore",
    markdown: { format: "md", hooks: { onBrokenMarkdownLinks: "ignore", onBrokenMarkdownImages: "ignore" } },
    i18n: { defaultLocale: "zh-CN", locales: ["zh-CN", "en"] },
    presets: [["classic", { docs: { routeBasePath: "/", sidebarPath: undefined }, blog: false, pages: false }]],
    themes: [
      [
        "@easyops-cn/docusaurus-search-local",
        { hashed: true, language: ["zh", "en"], indexBlog: false, indexPages: false, docsRouteBasePath: "/" },
      ],
    ],
  };
  return `export default ${JSON.stringify(config, undefined, 2)};\n`;
}
