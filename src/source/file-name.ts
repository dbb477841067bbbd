import { type CollectionName, collectionNames, idPattern, type Locale, localeNames } from "#model/fields.ts";
import { isCollectionName } from "#model/collections.ts";
import type { Address } from "#model/document.ts";
import { findNearest } from "#model/nearest.ts";
import { type Place, type Problem, problem } from "#model/problem.ts";

export interface Named {
  address: Address;
  /** The number in front of the name, or Infinity. */
  position: number;
}

/** Reads a document's address from its path `<locale>/<collection>/<number>-<id>.mdx`. */
export function readFileName(file: string, locales: readonly Locale[]): Named | { problem: Problem } {
  const place = { file, line: 1, column: 1 };
  const [folder = "", subfolder = "", ...rest] = file.split("/");
  const name = rest.join("/");
  const locale = locales.find((one) => one === folder);
  if (!locale) return { problem: judgeFolder("language", file === folder ? undefined : folder, locales, place) };
  if (!isCollectionName(subfolder) || name === "") {
    return { problem: judgeFolder("collection", name === "" ? undefined : subfolder, collectionNames, place) };
  }
  const [, number, id = ""] = /^(?:(\d+)-)?(.*)\.mdx$/s.exec(name) ?? [];
  if (!idPattern.test(id) || id !== id.normalize("NFC")) {
    return { problem: problem("invalid-file-name", place, { name, suggestion: suggest(name) }) };
  }
  return {
    address: { locale, collection: subfolder satisfies CollectionName, id },
    position: number ? Number(number) : Number.POSITIVE_INFINITY,
  };
}

const read = new Map<string, ReturnType<typeof readFileName>>();

/** The same for a document of any language, each path once: texts of the past lie at the same ones and lead to the same ones. */
export function readAnyFileName(file: string): ReturnType<typeof readFileName> {
  const known = read.get(file) ?? readFileName(file, localeNames);
  read.set(file, known);
  return known;
}

function judgeFolder(kind: "language" | "collection", name: string | undefined, known: readonly string[], place: Place): Problem {
  return problem("unknown-folder", place, {
    kind,
    name,
    nearest: name === undefined ? undefined : findNearest(name, known),
    known: [...known],
  });
}

/** The nearest name that would do, or undefined where nothing of the name is left. */
function suggest(name: string): string | undefined {
  const id = name
    .normalize("NFC")
    .replace(/\.(?:mdx?|markdown|txt)$/i, "")
    .toLowerCase()
    .replace(/[^\p{Ll}\p{Lo}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  return idPattern.test(id) ? `${id}.mdx` : undefined;
}

/** Ids that a file system or a reader may take for the same: case and accent form are ignored. */
export function foldId(id: string): string {
  return id.normalize("NFKC").toLowerCase();
}
