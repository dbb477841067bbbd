import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { type Problem, problem } from "#model/problem.ts";

export interface Listing {
  /** Paths from the content folder, with slashes, sorted. */
  files: string[];
  problems: Problem[];
}

/** Lists every file below `root`, leaving out hidden ones and links that lead out of it. */
export function listFiles(root: string): Listing {
  const listing: Listing = { files: [], problems: [] };
  const realRoot = realpathSync(root);
  visit(root, realRoot, "", new Set([realRoot]), listing);
  listing.files.sort();
  return listing;
}

function visit(root: string, realRoot: string, folder: string, above: Set<string>, listing: Listing): void {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    if (entry.name.startsWith(".")) continue;
    const file = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isSymbolicLink()) visitLink(root, realRoot, file, above, listing);
    else if (entry.isDirectory()) visit(root, realRoot, file, above, listing);
    else if (entry.isFile()) listing.files.push(file);
  }
}

function visitLink(root: string, realRoot: string, file: string, above: Set<string>, listing: Listing): void {
  const place = { file, line: 1, column: 1 };
  let target: string;
  try {
    target = realpathSync(join(root, file));
  } catch {
    listing.problems.push(problem("unreadable-file", place, { reason: "it is a link to a file that does not exist" }));
    return;
  }
  const fromRoot = relative(realRoot, target);
  if (fromRoot.startsWith("..") || fromRoot.startsWith(sep) || above.has(target)) {
    listing.problems.push(problem("outside-root", place, { target: fromRoot || "the content folder itself" }));
  } else if (statSync(target).isDirectory()) {
    visit(root, realRoot, file, new Set([...above, target]), listing);
  } else {
    listing.files.push(file);
  }
}

const decoder = new TextDecoder("utf-8", { fatal: true });

/** Reads a file as UTF-8 text with LF line ends and without a byte order mark; what is wrong with it comes as a problem. */
export function readText(root: string, file: string): { text: string } | { problem: Problem } {
  const place = { file, line: 1, column: 1 };
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(root, file));
  } catch (cause) {
    return { problem: problem("unreadable-file", place, { reason: (cause as Error).message }) };
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0) return { problem: problem("invalid-encoding", { file, ...pointAt(bytes.toString("latin1"), nul) }, { reason: "nul" }) };
  let text: string;
  try {
    text = decoder.decode(bytes).replaceAll("\r\n", "\n");
  } catch {
    const valid = firstInvalidByte(bytes);
    return { problem: problem("invalid-encoding", { file, ...pointAt(bytes.toString("latin1"), valid) }, { reason: "utf-8" }) };
  }
  const marker = /^(?:<{7} .*|={7}|>{7} .*)$/m.exec(text);
  if (marker && /^<{7} /m.test(text) && /^>{7} /m.test(text)) {
    return { problem: problem("conflict-marker", { file, ...pointAt(text, marker.index) }, {}) };
  }
  return { text };
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
