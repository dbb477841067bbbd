import { pathOf, picturePath } from "#handbook/addresses.ts";
import { listElementLinks, listElementReferences } from "#handbook/backlinks.ts";
import { parseFormula, toMathml, toText } from "#handbook/formula.ts";
import { findDocument, type Handbook } from "#handbook/handbook.ts";
import { knownPath } from "#handbook/switcher.ts";
import { formatRange, formatValue } from "#handbook/values.ts";
import { type CompilableBody, elementKey } from "#model/body.ts";
import type { Document, Element } from "#model/document.ts";
import type { Locale } from "#model/fields.ts";
import { readAnchor, resolvePath } from "#source/content.ts";
import { forbiddenScheme, isExternal } from "#source/policy.ts";

/** Finds the document that a link of the text of `document` leads to, and the anchor to use there; undefined where there is none. */
export type FindTarget = (
  handbook: Handbook,
  document: Document,
  url: string,
) => { target: Document | undefined; anchor: string } | undefined;

const findTarget: FindTarget = ({ byFile }, document, url) => {
  const anchor = /#.*$/s.exec(url)?.[0] ?? "";
  const target = byFile.get(resolvePath(document.file, url) ?? "");
  return url === anchor ? { target: undefined, anchor } : target && { target, anchor };
};

/** All of a body but its source. */
export type ResolvedText = Omit<CompilableBody, "source">;

/** The text of `document` with everything that it leads to, for a page of `locale`. */
export function resolveBody(handbook: Handbook, document: Document, locale: Locale): CompilableBody {
  return { source: document.source, ...resolveText(handbook, document, locale) };
}

/** Looks up everything that the text of `document` leads to, for a page of `locale`. */
export function resolveText(handbook: Handbook, document: Document, locale: Locale, find = findTarget): ResolvedText {
  const { settings } = handbook;
  const links: CompilableBody["links"] = {};
  for (const { url } of document.body.links) {
    const path = resolveLink(handbook, document, url, locale, find);
    if (path) links[url] = path;
  }
  const image = (src: string) => {
    const picture = handbook.pictures.get(resolvePath(document.file, src) ?? "");
    return picture && { src: picturePath(settings, picture), width: picture.width, height: picture.height };
  };
  return {
    slugs: document.body.headings.map((one) => one.slug),
    links,
    images: Object.fromEntries(document.body.images.flatMap(({ src }) => (image(src) ? [[src, image(src)!]] : []))),
    elements: Object.fromEntries(
      document.body.elements.map((one) => [
        elementKey(one.name, one.attributes),
        resolveElement(handbook, document, one, locale, image, find),
      ]),
    ),
    variables: document.data.variables ?? {},
    ...(isWritten(document) && { written: true as const }),
  };
}

/** Whether customers read what the document says, instead of hearing it. */
export function isWritten({ data }: Pick<Document, "data">): boolean {
  return "channel" in data && ["im", "email", "social"].includes(data.channel);
}

/** The path a link of the text leads to: a page, an anchor, a place elsewhere; undefined where there is none. */
export function resolveLink(handbook: Handbook, document: Document, url: string, locale: Locale, find = findTarget): string | undefined {
  if (isExternal(url)) return forbiddenScheme(url) ? undefined : url;
  const found = find(handbook, document, url);
  if (!found?.target) return found?.anchor;
  return `${knownPath(handbook, readingLocale(found.target, document, locale), found.target)}${found.anchor}`;
}

/** A link within the same language stays in the language of the page; one to another language goes there. */
function readingLocale({ address }: Document, from: Document, locale: Locale): Locale {
  return address.locale === from.address.locale ? locale : address.locale;
}

type Attributes = Record<string, string | true>;
type FindImage = (src: string) => { src: string; width: number; height: number } | undefined;

function resolveElement(
  handbook: Handbook,
  document: Document,
  element: Element,
  locale: Locale,
  image: FindImage,
  find: FindTarget,
): Attributes {
  const attributes: Attributes = { ...element.attributes };
  for (const url of listElementLinks(element)) {
    delete attributes["to"];
    const path = resolveLink(handbook, document, url, locale, find);
    if (!path) continue;
    attributes["href"] = path;
    const target = find(handbook, document, url)?.target;
    if (target)
      Object.assign(attributes, {
        title: target.data.title,
        summary: target.data.summary,
        collection: target.address.collection,
        ...languageOf(target, document),
      });
    const heading = url.startsWith("#") ? document.body.headings.find((one) => one.slug === readAnchor(url)) : undefined;
    if (heading) attributes["title"] = heading.text;
  }
  for (const { collection, id } of listElementReferences(element)) {
    const target = findDocument(handbook, document.address.locale, collection, id);
    if (target) Object.assign(attributes, describeReference(handbook, target, element, locale), languageOf(target, document));
  }
  if (element.name === "When") addOutcome(document, attributes);
  if (element.name === "Figure" && typeof attributes["src"] === "string") {
    const { src, width, height } = image(attributes["src"]) ?? {};
    Object.assign(attributes, { src: src ?? "", width: String(width ?? ""), height: String(height ?? "") });
  }
  return attributes;
}

/** The language of a target's title, where it is not that of the text. */
function languageOf(target: Document, document: Document): { lang?: Locale } {
  return target.address.locale === document.address.locale ? {} : { lang: target.address.locale };
}

function addOutcome(document: Document, attributes: Attributes): void {
  const outcomes = "outcomes" in document.data ? document.data.outcomes : [];
  const outcome = outcomes.find((one) => one.id === attributes["outcome"]);
  if (outcome) attributes["outcome"] = outcome.label;
}

function describeReference(handbook: Handbook, target: Document, element: Element, locale: Locale): Attributes {
  const { data } = target;
  const href = pathOf(handbook.settings, { page: "document", ...target.address, locale });
  const attributes: Attributes = { href, title: data.title };
  if ("definition" in data) attributes["definition"] = data.definition;
  if ("formula" in data && element.name === "Formula") {
    const { formula } = parseFormula(data.formula);
    const labels = Object.fromEntries(Object.entries(data.inputs).map(([name, input]) => [name, input.label]));
    Object.assign(attributes, { mathml: toMathml(formula, labels), text: toText(formula, labels) });
  }
  if ("formula" in data && element.name === "KpiValue")
    attributes["value"] = formatKpiValue(target as Document<"kpis">, String(element.attributes["show"] ?? "target"), locale);
  return attributes;
}

function formatKpiValue({ data }: Document<"kpis">, show: string, locale: Locale): string {
  const value = (one: number | [number, number] | undefined) =>
    one === undefined ? "–" : Array.isArray(one) ? formatRange(...one, data.unit, locale) : formatValue(one, data.unit, locale);
  switch (show) {
    case "green":
      return value(data.thresholds?.green);
    case "amber":
      return value(data.thresholds?.amber);
    case "example":
      return value(data.example.expected);
    default:
      return value(data.targets?.at(-1)?.value);
  }
}
