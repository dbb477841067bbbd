import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type CollectionName, collectionNames } from "#model/fields.ts";
import { listPages } from "./built-site.ts";

/** Fields that change and yet have no place of their own in the page: words alone tell of them. */
const elsewhere = ["order", "kind", "edition"];
/** Fields of which readers are told nothing. */
const silent = ["owner", "reviewed", "reviewEvery", "audience", "roles", "tags", "redirectFrom", "at"];
/** By what else a release note is called search alone knows it. */
const sought: Partial<Record<CollectionName, string[]>> = { releases: ["aliases"] };

test.each(collectionNames)("marks each field of %s at its place in the page", (collection) => {
  const pages = listPages().filter(({ file }) => new RegExp(`^en/${collection}/[^/]+/index\\.html$`).test(file));
  const places = pages.flatMap(({ html }) => [...html.matchAll(/ data-field="([^"]+)"/g)].flatMap(([, names = ""]) => names.split(" ")));
  const written = globSync(`content/en/${collection}/*.mdx`).flatMap((file) => {
    const [, frontmatter = ""] = readFileSync(file, "utf8").split(/^---$/m);
    return [...frontmatter.matchAll(/^(\w+):/gm)].map(([, name]) => name!);
  });
  const missing = new Set(written.filter((one) => ![...elsewhere, ...silent, ...(sought[collection] ?? []), ...places].includes(one)));
  const unknown = new Set(places.filter((one) => !written.includes(one)));
  expect({ pages: pages.length > 0, missing, unknown }).toEqual({ pages: true, missing: new Set(), unknown: new Set() });
});
