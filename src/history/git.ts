import { execFileSync } from "node:child_process";

/** Git could not answer; `kind` says whether there is nothing to ask or something is wrong. */
export class GitError extends Error {
  readonly kind: "absent" | "failed";
  constructor(kind: "absent" | "failed", message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}

/** Runs git in `folder` and returns what it prints; `input` may come from content, `args` never do. */
export function git(folder: string, args: readonly string[], input = ""): string {
  return gitBytes(folder, args, input).toString("utf8");
}

/** The same for output that is not text. */
export function gitBytes(folder: string, args: readonly string[], input = ""): Buffer {
  try {
    return execFileSync("git", ["--no-pager", ...overrules.flatMap((one) => ["-c", one]), ...args], {
      cwd: folder,
      input,
      maxBuffer: 1024 ** 3,
      stdio: ["pipe", "pipe", "pipe"],
      env: { ...environment(), ...settings },
    });
  } catch (cause) {
    const { code, stderr, message } = cause as NodeJS.ErrnoException & { stderr?: Buffer };
    if (code === "ENOENT") throw new GitError("absent", "git is not installed", { cause });
    const said = stderr?.toString("utf8").trim() || message;
    throw new GitError(absent.test(said) ? "absent" : "failed", said, { cause });
  }
}

/** Runs `read`, or returns undefined where there is no repository or nothing in it. */
export function unlessAbsent<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof GitError && cause.kind === "absent") return undefined;
    throw cause;
  }
}

const absent = /not a git repository \(or any|does not have any commits yet|bad default revision/i;

/** Settings of a repository that would run programs, read other files or change what git prints are overruled. */
const overrules = [
  "core.fsmonitor=false",
  "core.hooksPath=/dev/null",
  "core.attributesFile=/dev/null",
  "diff.orderFile=/dev/null",
  "log.showRoot=true",
  "log.showSignature=false",
  "mailmap.blob=",
  "mailmap.file=/dev/null",
  "trailer.separators=:",
];

/** Nothing is fetched: a clone that lacks objects would else run the programs that its settings name for that. */
const settings = {
  GIT_ALLOW_PROTOCOL: "none",
  GIT_NO_LAZY_FETCH: "1",
  GIT_OPTIONAL_LOCKS: "0",
  GIT_TERMINAL_PROMPT: "0",
  LC_ALL: "C",
};

const kept = /^GIT_(?:CONFIG_|CEILING_DIRECTORIES$|DISCOVERY_ACROSS_FILESYSTEM$|EXEC_PATH$|TEST_)/;

/** Without git's own variables, because a hook that starts a build sets `GIT_DIR` to another repository. */
function environment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_") || kept.test(name)));
}
