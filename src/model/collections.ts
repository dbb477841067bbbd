import type { z } from "zod";
import { type CollectionName, collectionNames } from "#model/fields.ts";
import { guide } from "#model/guide.ts";
import { kpi } from "#model/kpi.ts";
import { lesson } from "#model/lesson.ts";
import { objection } from "#model/objection.ts";
import { path } from "#model/path.ts";
import { release } from "#model/release.ts";
import { role } from "#model/role.ts";
import { script } from "#model/script.ts";
import { stage } from "#model/stage.ts";
import { term } from "#model/term.ts";
import { tool } from "#model/tool.ts";

/** The schema of each collection's frontmatter. */
export const collections = {
  stages: stage,
  scripts: script,
  objections: objection,
  kpis: kpi,
  paths: path,
  lessons: lesson,
  tools: tool,
  roles: role,
  terms: term,
  guides: guide,
  releases: release,
} satisfies Record<CollectionName, z.ZodType>;

/** The checked frontmatter of a document of collection `C`. */
export type Data<C extends CollectionName = CollectionName> = z.output<(typeof collections)[C]>;

export function isCollectionName(name: string): name is CollectionName {
  return (collectionNames as readonly string[]).includes(name);
}
