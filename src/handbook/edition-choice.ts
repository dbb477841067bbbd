import { filePath, pathOf } from "#handbook/addresses.ts";
import type { Handbook } from "#handbook/handbook.ts";
import type { Locale } from "#model/fields.ts";

/** Two editions to be compared in the browser. */
export interface EditionChoice {
  /** The page that shows what is between them. */
  path: string;
  /** The file that says what the browser needs for it: see `exports/edition-difference.ts`. */
  data: string;
  /** Newest first. */
  editions: ChosenEdition[];
  /** The ids that are chosen to begin with; none stands for what is now. */
  from: string;
  to: string;
}

interface ChosenEdition {
  id: string;
  name: string;
  /** The page with the difference to the one before, unless it is the first. */
  changes: string | undefined;
}

/** Describes the choice of two editions, of which `chosen` are chosen to begin with. */
export function describeEditionChoice(handbook: Handbook, locale: Locale, chosen: Pick<EditionChoice, "from" | "to">): EditionChoice {
  const { settings, editions } = handbook;
  return {
    path: pathOf(settings, { page: "editions", locale }),
    data: filePath(settings, differenceFile, locale),
    editions: (editions.byLocale.get(locale) ?? [])
      .map(({ id, name }, index) => ({
        id,
        name,
        changes: index > 0 ? pathOf(settings, { page: "edition-changes", locale, edition: id }) : undefined,
      }))
      .toReversed(),
    ...chosen,
  };
}

/** The name of that file; no edition can be called so. */
export const differenceFile = "editions/difference.json";

/** The file with the documents of an edition, or with those of now. */
export function entriesFile(edition: string | undefined): string {
  return edition === undefined ? "editions/entries.json" : `editions/${edition}/entries.json`;
}
