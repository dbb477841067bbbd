import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished } from "vitest";
import type { LogCache } from "#history/log.ts";
import { type History, readHistory, type Revision } from "#history/revisions.ts";
import { listBlobs, openTexts, type Told } from "#history/texts.ts";

interface CommitOptions {
  author?: string;
  email?: string;
  /** Arguments of `git commit`. */
  args?: string[];
}

/** A throw-away repository that tells a story: write → commit on a day → write → commit … Paths are those from the content folder. */
export class Repository {
  /** Its top folder. */
  readonly top: string;
  /** The content folder. */
  readonly root: string;
  readonly #told = new Map<string, string>();
  readonly #cache: LogCache = {
    read: (key) => JSON.parse(this.#told.get(key) ?? "null") ?? undefined,
    write: (key, value) => void this.#told.set(key, JSON.stringify(value)),
  };

  constructor(top = makeFolder(), { content = "content", args = [] as string[], clone = false } = {}) {
    this.top = top;
    this.root = join(top, content);
    if (clone) return;
    mkdirSync(this.root, { recursive: true });
    this.git("init", "--quiet", "--initial-branch=main", ...args, top);
  }

  write(file: string, text: string | Buffer): this {
    mkdirSync(dirname(join(this.root, file)), { recursive: true });
    writeFileSync(join(this.root, file), text);
    return this;
  }

  move(from: string, to: string): this {
    mkdirSync(dirname(join(this.root, to)), { recursive: true });
    renameSync(join(this.root, from), join(this.root, to));
    return this;
  }

  remove(file: string): this {
    rmSync(join(this.root, file), { recursive: true });
    return this;
  }

  /** Commits all that was written, at noon of `day`, and returns the commit. */
  commit(day: string, message: string | Buffer, { author = "Li Wei", email = "li@example.com", args = [] }: CommitOptions = {}): string {
    const date = day.startsWith("@") ? day : `${day}T12:00:00Z`;
    this.git("add", "--all");
    this.run(["commit", "--quiet", "--allow-empty-message", "--cleanup=verbatim", "--file=-", ...args], message, {
      GIT_AUTHOR_NAME: author,
      GIT_AUTHOR_EMAIL: email,
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_DATE: date,
    });
    return this.git("rev-parse", "HEAD");
  }

  /** Merges branches at noon of `day`, as a forge does. */
  merge(day: string, message: string, ...branches: string[]): string {
    const date = `${day}T12:00:00Z`;
    this.run(["merge", "--quiet", "--no-ff", "-m", message, ...branches], "", { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date });
    return this.git("rev-parse", "HEAD");
  }

  /** Clones it into another folder. */
  clone(...args: string[]): Repository {
    const top = makeFolder();
    this.git("-c", "protocol.file.allow=always", "clone", "--quiet", ...args, `file://${this.top}`, top);
    return new Repository(top, { content: this.root.slice(this.top.length + 1), clone: true });
  }

  git(...args: string[]): string {
    return this.run(args).trim();
  }

  /** Makes an object of git with bytes that no command would write. */
  store(type: "commit" | "blob", content: string | Buffer): string {
    return this.run(["hash-object", "-t", type, "-w", "--literally", "--stdin"], content).trim();
  }

  /** Reads it as it is, and with what git said of it before, which must be the same. */
  read(): History {
    const history = readHistory(this.root);
    expect(readHistory(this.root, this.#cache)).toEqual(history);
    return history;
  }

  private run(args: string[], input: string | Buffer = "", env: NodeJS.ProcessEnv = {}): string {
    return execFileSync("git", args, {
      cwd: this.top,
      input,
      encoding: "utf8",
      stdio: ["pipe", "pipe", "pipe"],
      env: { ...process.env, ...person, ...env },
    });
  }
}

const person = {
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_AUTHOR_NAME: "Li Wei",
  GIT_AUTHOR_EMAIL: "li@example.com",
  GIT_COMMITTER_NAME: "Forge",
  GIT_COMMITTER_EMAIL: "forge@example.com",
};

/** A folder that is removed when the test has ended. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "sopbook-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Each document with its revisions in one line each: `r2 2026-06-25 changed Mend the price`. */
export function tell({ documents }: History): Record<string, string[]> {
  return Object.fromEntries(documents.map(({ file, gone, revisions }) => [gone ? `${file} (gone)` : file, revisions.map(tellRevision)]));
}

export function tellRevision({ number, date, kind, file, subject }: Revision): string {
  return `r${number} ${date.slice(0, 10)} ${kind}${kind === "moved" ? ` to ${file}` : ""}: ${subject}`;
}

/** The texts of some documents that are there, by their blobs. */
export function readTexts(root: string, documents: readonly Told[]): Map<string, string> {
  const texts = openTexts(root, documents);
  const present = [...listBlobs(documents)].filter((one) => texts.has(one));
  return new Map(present.map((one) => [one, texts.read(one)]));
}
