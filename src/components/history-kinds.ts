import { capitalize, type Told } from "#diff/tell.ts";
import { changeWords } from "#i18n/changes.ts";
import { historyWords } from "#i18n/history.ts";
import type { Locale } from "#model/fields.ts";

/** What a revision changed, as the history can be filtered by it: `text`, `tables`, `pictures` and `field-<name>`. */
export function listKinds({ blocks, fields }: Told): string[] {
  const found = Object.values(blocks).flatMap((counts) => counts.map(({ kind }) => kindOf[kind] ?? "text"));
  return [...new Set([...found, ...fields.map(({ name }) => nameKind(name))])];
}

const kindOf: Partial<Record<string, "tables" | "pictures">> = {
  row: "tables",
  column: "tables",
  cell: "tables",
  table: "tables",
  picture: "pictures",
};

/** Names of fields that were written long ago may hold spaces. */
function nameKind(field: string): string {
  return `field-${encodeURIComponent(field)}`;
}

/** What readers call a kind. */
export function labelKind(kind: string, locale: Locale): string {
  if (kind === "text" || kind === "tables" || kind === "pictures") return historyWords[locale].filter[kind];
  const name = decodeURIComponent(kind.slice("field-".length));
  const { names } = changeWords[locale].table;
  return Object.hasOwn(names, name) ? capitalize(names[name]!) : name;
}
