import { type Dirent, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { isAbsolute, join, relative } from "node:path";
import { type Problem, problem } from "#model/problem.ts";

export interface Listing {
  /** Paths from the content folder, with slashes, sorted. */
  files: string[];
  problems: Problem[];
}

/** Lists every file below `root`, leaving out hidden ones and links that lead out of it. */
export function listFiles(root: string): Listing {
  const listing: Listing = { files: [], problems: [] };
  visit(root, "", [realpathSync(root)], listing);
  listing.files.sort();
  return listing;
}

/** `above` holds the real paths of the folder and of those it lies in, so that no link leads around for ever. */
function visit(root: string, folder: string, above: readonly string[], listing: Listing): void {
  for (const entry of readFolder(root, folder, listing)) {
    if (entry.name.startsWith(".")) continue;
    const file = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isSymbolicLink()) visitLink(root, file, above, listing);
    else if (entry.isDirectory()) visit(root, file, [...above, join(above.at(-1) ?? root, entry.name)], listing);
    else if (entry.isFile()) listing.files.push(file);
  }
}

function readFolder(root: string, folder: string, listing: Listing): Dirent[] {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true });
  } catch (cause) {
    listing.problems.push(problem("unreadable-file", { file: folder, line: 1, column: 1 }, { reason: explain(cause) }));
    return [];
  }
}

function visitLink(root: string, file: string, above: readonly string[], listing: Listing): void {
  const place = { file, line: 1, column: 1 };
  let target: string;
  try {
    target = realpathSync(join(root, file));
  } catch {
    listing.problems.push(problem("unreadable-file", place, { reason: "it is a link to a file that does not exist" }));
    return;
  }
  const kind = statSync(target);
  const outside = judgeLink(root, file);
  if (outside) {
    listing.problems.push(outside);
  } else if (above.includes(target)) {
    listing.problems.push(problem("outside-root", place, {}));
  } else if (kind.isDirectory()) {
    visit(root, file, [...above, target], listing);
  } else if (kind.isFile()) {
    listing.files.push(file);
  }
}

/** A problem where `file` is a link that leads out of `root`. */
export function judgeLink(root: string, file: string): Problem | undefined {
  const [realRoot, target] = [realpathSync(root), realpathSync(join(root, file))];
  return isOutside(realRoot, target)
    ? problem("outside-root", { file, line: 1, column: 1 }, { target: relative(realRoot, target) })
    : undefined;
}

function isOutside(realRoot: string, target: string): boolean {
  const path = relative(realRoot, target);
  return path === ".." || /^\.\.[/\\]/.test(path) || isAbsolute(path);
}

const decoder = new TextDecoder("utf-8", { fatal: true });

/** Bytes; a longer text is read by nobody, and takes the parser minutes where someone means harm. */
const largest = 256 * 1024;

/** Reads a file as UTF-8 text with LF line ends and without a byte order mark; what is wrong with it comes as a problem. */
export function readText(root: string, file: string): { text: string } | { problem: Problem } {
  const place = { file, line: 1, column: 1 };
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(root, file));
  } catch (cause) {
    return { problem: problem("unreadable-file", place, { reason: explain(cause) }) };
  }
  if (bytes.length > largest)
    return { problem: problem("too-large", place, { kilobytes: Math.ceil(bytes.length / 1024), largest: largest / 1024 }) };
  let text: string;
  try {
    text = decoder.decode(bytes).replace(/\r\n?/g, "\n");
  } catch {
    const before = new TextDecoder().decode(bytes.subarray(0, firstInvalidByte(bytes)), { stream: true });
    return { problem: problem("invalid-encoding", { file, ...pointAt(before, before.length) }, {}) };
  }
  const control = controlCharacter.exec(text);
  if (control) {
    const code = control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    return { problem: problem("invalid-encoding", { file, ...pointAt(text, control.index) }, { character: `U+${code}` }) };
  }
  const marker = /^<{7} /m.exec(text);
  if (marker && /^>{7} /m.test(text)) return { problem: problem("conflict-marker", { file, ...pointAt(text, marker.index) }, {}) };
  return { text };
}

/** What no text needs and XML can't hold: controls but tab and line feed, and noncharacters. */
const controlCharacter = /[\u0000-\u0008\u000b-\u001f\u007f\ufdd0-\ufdef\ufffe\uffff]/;

function explain(cause: unknown): string {
  const { code = "" } = cause as NodeJS.ErrnoException;
  return reasons[code] ?? `the system says ${code || (cause as Error).message}`;
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "it is no longer there",
  EACCES: "your account may not open it",
  EPERM: "your account may not open it",
  EISDIR: "it is a folder",
};

/** The offset of a line and column, both from 1, in a text. */
export function offsetAt(text: string, { line, column }: Pick<Point, "line" | "column">): number {
  let start = 0;
  for (let number = 1; number < line; number++) start = text.indexOf("\n", start) + 1;
  return start + column - 1;
}

export interface Point {
  line: number;
  column: number;
  offset: number;
}

/** The point of an offset in a text that lies behind another point. */
export function pointAfter(from: Point, text: string, offset: number): Point {
  const lines = text.slice(from.offset, offset).split("\n");
  const last = lines.at(-1)?.length ?? 0;
  return { line: from.line + lines.length - 1, column: lines.length === 1 ? from.column + last : last + 1, offset };
}

/** Line and column, from 1, of an offset in a text. */
export function pointAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf("\n") + 1;
  return { line: before.split("\n").length, column: offset - lineStart + 1 };
}

function firstInvalidByte(bytes: Buffer): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, middle + 1), { stream: true });
      low = middle + 1;
    } catch {
      high = middle;
    }
  }
  return low;
}
