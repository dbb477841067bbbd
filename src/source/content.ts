import type { Address, Document } from "#model/document.ts";
import type { Locale } from "#model/fields.ts";
import { type Problem, problem, sortProblems } from "#model/problem.ts";
import type { Settings } from "#model/settings.ts";
import { type DocumentFacts, makeDocument, readDocument } from "#source/document.ts";
import { foldId, type Named, readFileName } from "#source/file-name.ts";
import { listFiles, readText } from "#source/files.ts";
import { type Picture, readPicture } from "#source/image.ts";
import { isExternal } from "#source/policy.ts";
import { readSettings } from "#source/settings.ts";
import { readSynonyms, type Synonyms } from "#source/synonyms.ts";
import { readTheme, type Theme } from "#source/theme.ts";
import type { Yaml } from "#source/yaml.ts";

/** Everything the content folder says, before anything refers to anything. */
export interface Content {
  /** Absolute path of the content folder. */
  root: string;
  settings: Settings;
  documents: Document[];
  /** Documents that have problems so grave that they can't be shown. */
  broken: Broken[];
  /** Pictures that documents use, by their path from the content folder. */
  pictures: ReadonlyMap<string, Picture>;
  theme: Theme;
  synonyms: Synonyms;
  /** The place of a setting. */
  locateSetting: Yaml["locate"];
  problems: Problem[];
}

export interface Broken {
  address: Address;
  file: string;
}

/** What earlier builds read of documents: an answer must be what reading the same text in the same file would give. */
export type ReadCached = (source: string, file: string, settings: Settings, read: () => DocumentFacts) => DocumentFacts;

/** Reads the content folder at `root`; only settings that can't be read leave nothing to go on with. */
export function readContent(
  root: string,
  readCached: ReadCached = (_source, _file, _settings, read) => read(),
): Content | { problems: Problem[] } {
  const read = readSettings(root);
  if ("problems" in read) return read;
  const { settings, locate } = read;
  const { files, problems } = listFiles(root);
  const known = new Set(files);
  const content = {
    root,
    settings,
    documents: [] as Document[],
    broken: [] as Broken[],
    pictures: new Map<string, Picture>(),
    theme: readTheme(root, settings, known, locate, problems),
    synonyms: readSynonyms(root, known, problems),
    locateSetting: locate,
    problems,
  };

  const taken = new Map<string, string>();
  for (const file of files.filter((one) => isMeantAsDocument(one, settings.locales))) {
    const named = readFileName(file, settings.locales);
    if ("problem" in named) problems.push(named.problem);
    else readInto(content, file, named, taken, readCached);
  }
  for (const document of content.documents) readPictures(document, root, known, content.pictures, problems);
  content.documents.sort(compareDocuments);
  return { ...content, problems: sortProblems(problems) };
}

function readInto(
  content: Omit<Content, "pictures">,
  file: string,
  named: Named,
  taken: Map<string, string>,
  readCached: ReadCached,
): void {
  const { settings, documents, broken, problems } = content;
  const { address } = named;
  const key = `${address.locale}/${address.collection}/${foldId(address.id)}`;
  const other = taken.get(key);
  if (other) {
    problems.push(problem("duplicate-id", { file, line: 1, column: 1 }, { id: address.id, other }));
    broken.push({ address, file });
    return;
  }
  taken.set(key, file);
  const text = readText(content.root, file);
  if ("problem" in text) {
    problems.push(text.problem);
    broken.push({ address, file });
    return;
  }
  const facts = readCached(text.text, file, settings, () => readDocument(text.text, file, address.collection, settings));
  problems.push(...facts.problems);
  const document = makeDocument(facts, text.text, file, named, settings);
  if (document) documents.push(document);
  else broken.push({ address, file });
}

function isMeantAsDocument(file: string, locales: readonly Locale[]): boolean {
  if (/\.mdx$/i.test(file)) return true;
  return /\.(?:md|markdown)$/i.test(file) && locales.some((locale) => file.startsWith(`${locale}/`));
}

function readPictures(
  document: Document,
  root: string,
  files: ReadonlySet<string>,
  pictures: Map<string, Picture>,
  problems: Problem[],
): void {
  const figures = document.body.elements.flatMap((one) =>
    one.name === "Figure" && typeof one.attributes["src"] === "string"
      ? [{ src: one.attributes["src"], line: one.line, column: one.column }]
      : [],
  );
  for (const { src, line, column } of [...document.body.images, ...figures]) {
    if (isExternal(src)) continue;
    const place = { file: document.file, line, column };
    const file = resolvePath(document.file, src);
    if (!file || !files.has(file)) {
      problems.push(problem("missing-image", place, { src }));
      continue;
    }
    try {
      if (!pictures.has(file)) pictures.set(file, readPicture(root, file));
      document.pictures.push(file);
    } catch (cause) {
      problems.push(problem("invalid-image", place, { src, reason: (cause as Error).message }));
    }
  }
}

/** The path from the content folder of `url` as written in `file`, without its anchor; undefined where it leaves the folder. */
export function resolvePath(file: string, url: string): string | undefined {
  const parts = file.split("/").slice(0, -1);
  let path: string;
  try {
    path = decodeURIComponent(url.replace(/[?#].*$/s, ""));
  } catch {
    return undefined;
  }
  if (path === "") return file;
  if (path.startsWith("/")) return undefined;
  for (const part of path.split("/")) {
    if (part === "..") {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

/** The anchor of `url` as a heading's slug, without its `#`; undefined where it has none. */
export function readAnchor(url: string): string | undefined {
  const anchor = /#(.*)$/s.exec(url)?.[1];
  try {
    return anchor && decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}

const collator = new Intl.Collator("en", { numeric: true });

function compareDocuments(a: Document, b: Document): number {
  return (
    collator.compare(a.address.locale, b.address.locale) ||
    collator.compare(a.address.collection, b.address.collection) ||
    (a.position === b.position ? 0 : a.position - b.position) ||
    collator.compare(a.address.id, b.address.id) ||
    (a.address.id < b.address.id ? -1 : 1)
  );
}
