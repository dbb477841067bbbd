import { posix } from "node:path";
import { judgeTarget, type Target, type Targets } from "#checks/targets.ts";
import { listElementLinks } from "#handbook/backlinks.ts";
import type { Handbook } from "#handbook/handbook.ts";
import type { Document } from "#model/document.ts";
import { findNearest } from "#model/nearest.ts";
import { type Place, type Problem, problem } from "#model/problem.ts";
import { readAnchor, resolvePath } from "#source/content.ts";
import { isExternal } from "#source/policy.ts";
import { placeAttribute } from "#source/tag.ts";

/** Every path that a text links to must be that of a document which the same readers may see, with its heading. */
export function checkLinks(handbook: Handbook, targets: Targets): Problem[] {
  return handbook.documents.flatMap((document) => [
    ...document.body.links.flatMap(({ url, line, column }) =>
      judge(handbook, targets, document, url, () => ({ file: document.file, line, column })),
    ),
    ...document.body.elements.flatMap((element) =>
      listElementLinks(element).flatMap((url) => judge(handbook, targets, document, url, () => placeAttribute(document, element, "to"))),
    ),
  ]);
}

function judge(handbook: Handbook, targets: Targets, document: Document, url: string, locate: () => Place): Problem[] {
  if (isExternal(url)) return [];
  const path = url === "" ? undefined : resolvePath(document.file, url);
  const target: Target = path === undefined ? undefined : path === document.file ? { document } : targets.findFile(path);
  if (!target) return [problem("broken-link", locate(), { url, nearest: findNearestFile(document, targets, url) })];
  const hidden = judgeTarget(handbook, document, target, path ?? url, locate);
  if (hidden) return [hidden];
  return typeof target === "object" && "document" in target ? judgeAnchor(target.document, url, locate) : [];
}

function judgeAnchor({ body }: Document, url: string, locate: () => Place): Problem[] {
  const anchor = readAnchor(url);
  if (anchor === undefined || body.headings.some((one) => one.slug === anchor)) return [];
  const nearest = findNearest(
    anchor,
    body.headings.map((one) => one.slug),
  );
  return [problem("broken-anchor", locate(), { path: url.replace(/#.*$/s, ""), anchor: `#${anchor}`, nearest: nearest && `#${nearest}` })];
}

/** The path, relative to the document, of the same document in another language or of the file with the nearest name. */
function findNearestFile(document: Document, targets: Targets, url: string): string | undefined {
  const written = url.replace(/[?#].*$/s, "");
  const folder = posix.dirname(document.file);
  const translated = targets.files.find((one) => withoutLocale(one) === withoutLocale(posix.join(folder, written)));
  if (translated) return posix.relative(folder, translated);
  return findNearest(
    written,
    targets.files.map((one) => posix.relative(folder, one)),
  );
}

function withoutLocale(file: string): string {
  return file.slice(file.indexOf("/"));
}
