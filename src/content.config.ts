import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Loader } from "astro/loaders";
import { defineCollection } from "astro:content";
import { listDocuments } from "#handbook/handbook.ts";
import { collections as schemas } from "#model/collections.ts";
import { collectionNames, type CollectionName } from "#model/fields.ts";
import { getHandbook } from "./site.ts";

/**
 * Astro's collections, for the sake of the editor: from them Astro makes the JSON Schemas that complete and check
 * frontmatter in VS Code. The pages read the handbook itself, so the collections hold no more than frontmatter.
 */
export const collections = Object.fromEntries(
  collectionNames.map((name) => [name, defineCollection({ loader: loadCollection(name), schema: schemas[name] })]),
);

function loadCollection(name: CollectionName): Loader {
  return {
    name: "sopbook",
    load: async ({ store, config }) => {
      store.clear();
      const handbook = getHandbook();
      for (const locale of handbook.settings.locales) {
        for (const { address, data, file } of listDocuments(handbook, locale, name)) {
          const filePath = relative(fileURLToPath(config.root), join(handbook.root, file));
          store.set({ id: `${locale}/${address.id}`, data, filePath });
        }
      }
    },
  };
}
