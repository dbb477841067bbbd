import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import { collectionWords } from "#i18n/collections.ts";
import type { Locale } from "#model/fields.ts";
import type { Copy } from "./bench-copies.ts";
import type { Run } from "./bench-process.ts";
import { exitCodes, Failure } from "./command.ts";
import { project } from "./generator.ts";

/** Another generator that builds the same text. */
export interface Peer {
  name: string;
  /** The folder that it builds into. */
  output: string;
  takeText(book: Book): void;
  /** Builds with nothing kept from an earlier build. */
  build(): Promise<Run>;
  countPages(documents: number): number;
  /** The path of a page on its host; `stem` is that of its Markdown copy, or `index` and `en/index` for a start page. */
  pathOf(stem: string): string;
}

/** A handbook as another generator takes it over: the Markdown copies of its built site. */
export interface Book {
  copies: readonly Copy[];
  titles: Names;
  /** A start page in each language, with this sentence at its top. */
  starts?: readonly (PageText & { tagline: string })[];
  /** Other pages that are no documents. */
  indexes?: readonly PageText[];
}

export type PageText = Pick<Copy, "stem" | "locale" | "title" | "body" | "base">;

type Names = Partial<Record<Locale, string>>;

/**
 * What stands beside each page. `collections` has one link for each collection, as our pages have; `documents` is what
 * Starlight does by itself, a link to every document on every page, so that each page grows with the handbook.
 */
export const sidebars = ["collections", "documents"] as const;
export type Sidebar = (typeof sidebars)[number];

/** What Starlight is given: Markdown, or the same text in files of MDX, which is what our documents are. */
export const formats = ["mdx", "md"] as const;
export type Format = (typeof formats)[number];

export const defaultPeersFolder = join(process.env["XDG_CACHE_HOME"] || tmpdir(), "sopbook-peers");

/** Installs packages below `folder` where they are not there yet, and returns the folder of that installation. */
export function installPeer(folder: string, name: string, dependencies: Record<string, string>): string {
  const root = join(resolve(folder), `sopbook-bench-${name.toLowerCase()}`);
  const fromProject = relative(project, root);
  if (!fromProject.startsWith("..") && !isAbsolute(fromProject)) {
    throw new Failure(
      exitCodes.usage,
      `${name} can't be installed into ${folder}, because it would find the packages of Sopbook there. Name a folder outside ${project} with --peers-folder.`,
    );
  }
  const manifest = `${JSON.stringify({ name: `sopbook-bench-${name.toLowerCase()}`, private: true, type: "module", dependencies }, undefined, 2)}\n`;
  const file = join(root, "package.json");
  if (existsSync(file) && readFileSync(file, "utf8") === manifest && existsSync(join(root, "node_modules/.package-lock.json"))) return root;
  writeInto(file, manifest);
  const args = ["install", "--prefix", root, "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel", "error"];
  const { status, error } = spawnSync("npm", args, {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
  if (status !== 0)
    throw new Failure(exitCodes.environment, `${name} could not be installed. The comparison needs npm and the network.`, { cause: error });
  return root;
}

/** The first document of each collection in one language, with the words for the collection. */
export function listCollections(
  copies: readonly Copy[],
  locale: Locale,
): { label: string; purpose: string; documents: [Copy, ...Copy[]] }[] {
  const own = copies.filter((one) => one.locale === locale);
  return [...Map.groupBy(own, (one) => one.collection)].map(([collection, documents]) => {
    const { many, purpose } = collectionWords[locale][collection];
    return { label: many, purpose, documents: documents as [Copy, ...Copy[]] };
  });
}

export function writeInto(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
