import { git, GitError } from "#history/git.ts";
import { readName, readNames } from "#history/message.ts";
import { readObjects } from "#history/objects.ts";
import { settingsFile } from "#source/settings.ts";

/** One commit of the main line: what it did to the texts of the repository. */
export interface Landing {
  commit: string;
  /** ISO 8601 in UTC, between the years 0 and 9999. */
  date: string;
  author: string | undefined;
  approvals: string[];
  /** The whole message. */
  message: string;
  changes: FileChange[];
}

/** A file before and after a commit; both are there where it was changed or renamed. */
export interface FileChange {
  from: FileState | undefined;
  to: FileState | undefined;
}

export interface FileState {
  /** Path in the repository. */
  path: string;
  blob: string;
}

export interface Log {
  /** Oldest first. */
  landings: Landing[];
  /** Whether the clone lacks texts, so that only files that were renamed without a change were recognised. */
  partial: boolean;
}

/** Keeps plain data between commands. */
export interface LogCache {
  /** Undefined where nothing is kept. */
  read(key: string): unknown;
  write(key: string, value: unknown): void;
}

/**
 * Reads the main line of the repository around `root`: first parents only, so that a merged request is one landing. What
 * git said of a commit stays so under the same `circumstances`, so that with a cache only what came since is asked for.
 */
export function readLog(root: string, circumstances: string, cache?: LogCache): Log {
  if (!cache) return readSince(root);
  const newest = listNewest(root);
  const keyOf = (commit: string) => JSON.stringify(["log", commit, circumstances]);
  let known: Landing[] | undefined;
  const before = newest.find((commit) => (known = readKept(cache, keyOf, commit)));
  if (known && before === newest[0]) return { landings: known, partial: false };
  const { landings, partial } = readSince(root, before);
  if (newest[0] && !partial) cache.write(keyOf(newest[0]), { before, landings } satisfies Part);
  return { landings: [...(known ?? []), ...landings], partial };
}

/** The landings since the commit `before`, or since the first one. */
interface Part {
  before?: string | undefined;
  landings: Landing[];
}

/** The landings up to a commit, oldest first; undefined where some are not kept. */
function readKept(cache: LogCache, keyOf: (commit: string) => string, commit: string): Landing[] | undefined {
  const parts: Landing[][] = [];
  for (let last: string | undefined = commit; last !== undefined;) {
    const part = cache.read(keyOf(last)) as Part | undefined;
    if (!part) return undefined;
    parts.push(part.landings);
    last = part.before;
  }
  return parts.reverse().flat();
}

/** The newest commits of the main line, the last one first. */
function listNewest(root: string): string[] {
  return git(root, ["rev-list", "--first-parent", "--max-count=1000", "--default", "HEAD"]).trim().split("\n");
}

/** The format separates by NUL, which neither a message nor a name nor a path can hold. */
function readSince(root: string, commit?: string): Log {
  try {
    return { landings: parseLog(root, git(root, logArguments("-M", commit))), partial: false };
  } catch (cause) {
    if (!(cause instanceof GitError) || cause.kind === "absent") throw cause;
    return { landings: parseLog(root, git(root, logArguments("-M100%", commit))), partial: true };
  }
}

const fields = ["%H", "%at", "%aN", "%B", "%(trailers:key=Reviewed-by,key=Approved-by,valueonly,unfold)"];

/** Files of the whole repository, because the content folder itself may have been renamed. */
const files = [settingsFile, ".mdx", ".md", ".markdown"].map((ending) => `:(top)*${ending}`);

function logArguments(renames: string, since?: string): string[] {
  const format = `--format=${fields.map((one) => `${one}%x00`).join("")}`;
  return [
    "log",
    "-z",
    "--first-parent",
    "--diff-merges=first-parent",
    "--raw",
    "--no-abbrev",
    "--no-relative",
    renames,
    "-l1000",
    "--no-ext-diff",
    "--no-textconv",
    "--encoding=UTF-8",
    format,
    ...(since ? [`${since}..HEAD`] : []),
    "--",
    ...files,
  ];
}

function parseLog(root: string, printed: string): Landing[] {
  const tokens = printed.split("\0");
  const landings: Landing[] = [];
  let index = 0;
  while (index + fields.length < tokens.length) {
    const [commit = "", seconds = "", author = "", message = "", trailers = ""] = tokens.slice(index, (index += fields.length));
    const landing: Landing = {
      commit,
      date: readDate(seconds),
      author: readName(author),
      approvals: readNames(trailers),
      message,
      changes: [],
    };
    if (tokens[index] === "") index++;
    while (/^\n?:/.test(tokens[index] ?? "")) {
      const [fromMode = "", toMode = "", fromBlob = "", toBlob = "", status = ""] = (tokens[index++] ?? "").replace(/^\n?:/, "").split(" ");
      const from = tokens[index++] ?? "";
      const to = /^[RC]/.test(status) ? (tokens[index++] ?? "") : from;
      landing.changes.push({ from: readState(fromMode, from, fromBlob), to: readState(toMode, to, toBlob) });
    }
    landings.push(landing);
  }
  return readMissingDates(root, landings.reverse());
}

/** Only ordinary files: neither links nor submodules hold the text of a document. */
function readState(mode: string, path: string, blob: string): FileState | undefined {
  return mode.startsWith("100") ? { path, blob } : undefined;
}

/** Git prints no date that it can't read, such as one before 1970. */
function readMissingDates(root: string, landings: Landing[]): Landing[] {
  const objects = readObjects(
    root,
    landings.filter((one) => one.date === "").map((one) => one.commit),
  );
  for (const landing of landings) {
    if (landing.date !== "") continue;
    const header = objects.get(landing.commit)?.toString("latin1") ?? "";
    landing.date = readDate(/^author .* (-?\d+) [+-]\d+$/m.exec(header)?.[1] ?? "0");
  }
  return landings;
}

const earliest = Date.parse("0000-01-01T00:00:00Z");
const latest = Date.parse("9999-12-31T23:59:59Z");

/** Years outside 0 to 9999 have no common written form, so they become the nearest moment that has one. */
function readDate(seconds: string): string {
  if (seconds === "") return "";
  return new Date(Math.min(Math.max(Number(seconds) * 1000, earliest), latest)).toISOString();
}
