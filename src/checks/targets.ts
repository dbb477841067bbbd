import type { Handbook } from "#handbook/handbook.ts";
import type { Document } from "#model/document.ts";
import type { CollectionName, Locale } from "#model/fields.ts";
import { type Place, type Problem, problem } from "#model/problem.ts";
import { documentKey, mayRead } from "#source/audience.ts";
import { readFileName } from "#source/file-name.ts";

/** What a reference leads to: a document, one that is kept back (with its audience), one that has problems, or nothing. */
export type Target = { document: Document } | { withheld: string } | "broken" | undefined;

export interface Targets {
  /** The document in `locale`, or in another language where it has no translation. */
  find(locale: Locale, collection: CollectionName, id: string): Target;
  /** The document of a file, by its path from the content folder. */
  findFile(file: string): Target;
  /** Paths of all files of documents that may be linked to. */
  files: readonly string[];
}

export function indexTargets(handbook: Handbook): Targets {
  const { byKey, byFile, withheld, broken, settings } = handbook;
  const brokenKeys = new Set(broken.map(documentKey));
  const brokenFiles = new Set(broken.map((one) => one.file));
  const findKey = (key: string): Target => {
    const document = byKey.get(key);
    if (document) return { document };
    const audience = withheld.get(key);
    return audience === undefined ? (brokenKeys.has(key) ? "broken" : undefined) : { withheld: audience };
  };
  return {
    files: [...byFile.keys(), ...brokenFiles],
    find(locale, collection, id) {
      const locales = [locale, ...settings.locales.filter((one) => one !== locale)];
      return locales.map((one) => findKey(`${one}/${collection}/${id}`)).find((one) => one !== undefined);
    },
    findFile(file) {
      const document = byFile.get(file);
      if (document) return { document };
      if (brokenFiles.has(file)) return "broken";
      const named = readFileName(file, settings.locales);
      const audience = "address" in named ? withheld.get(documentKey(named)) : undefined;
      return audience === undefined ? undefined : { withheld: audience };
    },
  };
}

/** A problem where readers of `document` may not see what it leads to; `name` is what people call the target. */
export function judgeTarget(
  handbook: Handbook,
  document: Document,
  target: Target,
  name: string,
  locate: () => Place,
): Problem | undefined {
  if (target === undefined || target === "broken") return undefined;
  const targetAudience = "withheld" in target ? target.withheld : target.document.audience;
  if ("document" in target && mayRead(handbook.settings, document.audience, targetAudience)) return undefined;
  return problem("hidden-reference", locate(), { target: name, audience: document.audience, targetAudience });
}
