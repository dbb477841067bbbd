import { statSync } from "node:fs";
import { join } from "node:path";
import { markdownFile, outputFile, pathOf } from "#handbook/addresses.ts";
import type { CollectionName, Locale } from "#model/fields.ts";
import type { Settings } from "#model/settings.ts";
import type { Copy } from "./bench-copies.ts";
import { exitCodes, Failure } from "./command.ts";

type Sample =
  { page: "home" | "search" } | { page: "collection"; collection: CollectionName } | { page: "document"; collection: CollectionName };

const samples = {
  home: { page: "home" },
  objections: { page: "collection", collection: "objections" },
  stage: { page: "document", collection: "stages" },
  script: { page: "document", collection: "scripts" },
  objection: { page: "document", collection: "objections" },
  kpi: { page: "document", collection: "kpis" },
  lesson: { page: "document", collection: "lessons" },
  path: { page: "document", collection: "paths" },
  role: { page: "document", collection: "roles" },
  glossary: { page: "collection", collection: "terms" },
  search: { page: "search" },
} as const satisfies Record<string, Sample>;

export type PageType = keyof typeof samples;
export const pageTypes = Object.keys(samples) as PageType[];

/** One page to be opened. */
export interface Target {
  type: PageType;
  locale: Locale;
  path: string;
  /** Of the Markdown copy, or the file of another page without `.html`; missing for what only we have. */
  stem: string | undefined;
}

/** The page of a type in each language. */
export function listTargets(type: PageType, settings: Settings, site: string, copies: readonly Copy[]): Target[] {
  const sample: Sample = samples[type];
  return settings.locales.map((locale): Target => {
    if (sample.page === "document") {
      const address = { locale, collection: sample.collection, id: pickUsual(sample.collection, site, copies) };
      const stem = markdownFile(settings, address).replace(/\.md$/, "");
      return { type, locale, path: pathOf(settings, { page: "document", ...address }), stem };
    }
    const address = { ...sample, locale };
    const stem = sample.page === "search" ? undefined : outputFile(settings, address).replace(/\.html$/, "");
    return { type, locale, path: pathOf(settings, address), stem };
  });
}

/** The document of middling length, so that nobody picks the one that suits. */
function pickUsual(collection: CollectionName, site: string, copies: readonly Copy[]): string {
  const length = (copy: Copy) => statSync(join(site, `${copy.stem}.md`)).size;
  const own = Map.groupBy(
    copies.filter((one) => one.collection === collection),
    (one) => one.id,
  );
  const sorted = [...own]
    .map(([id, list]) => ({ id, length: list.reduce((sum, one) => sum + length(one), 0) }))
    .sort((a, b) => a.length - b.length || (a.id < b.id ? -1 : 1));
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (!middle)
    throw new Failure(
      exitCodes.content,
      `The handbook in content/ has no ${collection}, which the bench opens. Leave them out with --page-types.`,
    );
  return middle.id;
}
