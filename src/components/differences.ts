import { hash } from "node:crypto";
import type { Change } from "#diff/change.ts";
import { diffArticles, version } from "#diff/difference.ts";
import type { FieldChange } from "#diff/field-change.ts";
import { diffFields } from "#diff/fields.ts";
import { findFirstSentence } from "#diff/first-sentence.ts";
import { summarizeChanges } from "#diff/summary.ts";
import { nameFields, type Told } from "#diff/tell.ts";
import { element, type TreeNode } from "#diff/tree.ts";
import type { RenderText } from "#components/render-text.ts";
import { type Shown, showFields } from "#components/field-view.ts";
import type { Past } from "#handbook/past.ts";
import type { Locale } from "#model/fields.ts";
import { getKept } from "../site.ts";

/** What changed from one revision to another. */
export interface Difference {
  changes: Change[];
  fields: FieldChange[];
}

/** Compares two revisions as pages of `locale` show them. */
export async function comparePasts(before: Past, after: Past, locale: Locale, render: RenderText): Promise<Difference> {
  const [old, now] = await Promise.all([before, after].map((one) => readNodes(one, render)));
  return { changes: diffArticles(old!, now!), fields: diffFields(showPast(before, locale), showPast(after, locale)) };
}

/** Says in numbers and names what changed; worked out once, and kept between builds. */
export async function tellPasts(before: Past, after: Past, locale: Locale, render: RenderText): Promise<Told> {
  const kept = getKept().read(nameTold(before, after, locale)) as Told | undefined;
  return kept ?? tellDifference(before, after, locale, await comparePasts(before, after, locale, render));
}

/** The same of a difference that is known. */
export function tellDifference(before: Past, after: Past, locale: Locale, { changes, fields }: Difference): Told {
  const told = { blocks: summarizeChanges(changes), fields: nameFields(fields), sentence: findFirstSentence(changes, fields) };
  getKept().write(nameTold(before, after, locale), told);
  return told;
}

function nameTold(before: Past, after: Past, locale: Locale): string {
  return hash("sha1", `told\0${version}\0${locale}\0${before.key}\0${after.key}`, "base64url");
}

/** The text of a revision as a tree; one that is no MDX as it was written. */
export async function readNodes({ text, raw }: Past, render: RenderText): Promise<readonly TreeNode[]> {
  if (text) return (await render(text)).nodes;
  return raw === undefined ? [] : [element("pre", { class: "old-raw" }, [raw])];
}

/** The fields of a revision as readers see them; frontmatter that is no YAML counts as one field. */
export function showPast({ data, frontmatter, collection, titles }: Past, locale: Locale): Record<string, Shown> {
  if (!data) return frontmatter === undefined ? {} : { frontmatter };
  const known = shown.get(data) ?? [];
  const found = known.find((one) => one.locale === locale && one.collection === collection && one.titles === titles);
  const fields = found?.fields ?? showFields(data, { collection, locale, titles });
  if (!found) shown.set(data, [...known, { collection, locale, titles, fields }]);
  return fields;
}

/** What was shown of fields: revisions of a document that have the same ones share them. */
const shown = new WeakMap<object, (Pick<Past, "collection" | "titles"> & { locale: Locale; fields: Record<string, Shown> })[]>();
