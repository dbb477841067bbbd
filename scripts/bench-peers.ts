import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import { measureProcess, type Run } from "./bench-process.ts";
import { countPages, listMarkdownCopies } from "./bench-site.ts";
import { exitCodes, Failure } from "./command.ts";
import { project } from "./generator.ts";

/** Another generator that builds the same text. */
export interface Peer {
  name: string;
  /** Takes the text of a handbook over from the Markdown copies of its built site. */
  takeText(site: string): void;
  /** Builds with nothing kept from an earlier build. */
  build(): Promise<Run>;
  countPages(documents: number): number;
}

/**
 * What stands beside each page. `collections` has one link for each collection, as our pages have; `documents` is what
 * Starlight does by itself, a link to every document on every page, so that each page grows with the handbook.
 */
export const sidebars = ["collections", "documents"] as const;
export type Sidebar = (typeof sidebars)[number];

/** Starlight takes Astro 7 from 7.2.10; this Astro is our own one, so that the two differ in nothing else. */
const versions = { "@astrojs/starlight": "0.42.4", astro: "7.3.5" };

export const defaultPeersFolder = join(process.env["XDG_CACHE_HOME"] || tmpdir(), "sopbook-peers");

/** Installs Starlight below `folder` where it is not there yet. */
export function openStarlight(folder: string, sidebar: Sidebar): Peer {
  const root = join(resolve(folder), "sopbook-bench-starlight");
  const fromProject = relative(project, root);
  if (!fromProject.startsWith("..") && !isAbsolute(fromProject)) {
    throw new Failure(
      exitCodes.usage,
      `Starlight can't be installed into ${folder}, because it would find the packages of Sopbook there. Name a folder outside ${project} with --peers-folder.`,
    );
  }
  install(root);
  const output = join(root, "dist");
  return {
    name: `Starlight ${versions["@astrojs/starlight"]}${sidebar === "documents" ? " with every document in its sidebar" : ""}`,
    takeText(site) {
      const files = listMarkdownCopies(site);
      rmSync(join(root, "src"), { recursive: true, force: true });
      write(join(root, "astro.config.mjs"), writeConfig(sidebar === "collections" ? listFirstOfEach(files) : undefined));
      write(join(root, "src/content.config.ts"), contentConfig);
      for (const file of files) write(join(root, "src/content/docs", file), adaptMarkdown(readFileSync(join(site, file), "utf8")));
    },
    build() {
      for (const kept of ["dist", ".astro", "node_modules/.astro", "node_modules/.vite"])
        rmSync(join(root, kept), { recursive: true, force: true });
      return measureProcess("node_modules/astro/bin/astro.mjs", ["build"], root);
    },
    countPages: (documents) => countPages(output, documents),
  };
}

function install(root: string): void {
  const manifest = `${JSON.stringify({ name: "sopbook-bench-starlight", private: true, type: "module", dependencies: versions }, undefined, 2)}\n`;
  const file = join(root, "package.json");
  const present = existsSync(file) && readFileSync(file, "utf8") === manifest && existsSync(join(root, "node_modules/.package-lock.json"));
  if (present) return;
  write(file, manifest);
  const args = ["install", "--prefix", root, "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel", "error"];
  const { status, error } = spawnSync("npm", args, {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
  if (status !== 0)
    throw new Failure(exitCodes.environment, "Starlight could not be installed. The comparison needs npm and the network.", {
      cause: error,
    });
}

function writeConfig(sidebar: { label: string; slug: string }[] | undefined): string {
  const options = {
    title: { "zh-CN": "合成手册", en: "Synthetic handbook" },
    locales: { root: { label: "简体中文", lang: "zh-CN" }, en: { label: "English", lang: "en" } },
    sidebar,
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

/** One document of each collection in the language that has no prefix. */
function listFirstOfEach(files: readonly string[]): { label: string; slug: string }[] {
  const own = files.filter((one) => one.split("/").length === 2);
  return [...Map.groupBy(own, dirname)].map(([label, [first = ""]]) => ({ label, slug: first.replace(/\.md$/, "") }));
}

/** Keeps the title of the frontmatter and leaves the heading to Starlight, which makes it from the title. */
function adaptMarkdown(text: string): string {
  const [, frontmatter = "", body = ""] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? [];
  const [title] = /^title: .+$/m.exec(frontmatter) ?? [];
  if (!title) throw new Error("A Markdown copy has no title in its frontmatter.");
  return `---\n${title}\n---\n${body.replace(/^\s*# .*\n/, "")}`;
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
