import { execFileSync } from "node:child_process";

/** Git could not answer; `kind` says whether there is nothing to ask or something is wrong. */
export class GitError extends Error {
  readonly kind: "absent" | "failed";
  constructor(kind: "absent" | "failed", message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}

/** Settings of a repository that would run programs or change what git prints are overruled. */
const overrules = ["core.fsmonitor=false", "core.hooksPath=/dev/null", "core.quotePath=false", "log.showSignature=false", "log.showRoot=true"];

/** What git sets for the programs that its hooks run; it would lead to another repository. */
const surroundings = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY", "GIT_NAMESPACE"];

/** Runs git in `folder` and returns what it prints; arguments never come from content. */
export function git(folder: string, args: readonly string[]): string {
  try {
    return execFileSync("git", [...overrules.flatMap((one) => ["-c", one]), ...args], {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 1024 ** 3,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...withoutSurroundings(), GIT_OPTIONAL_LOCKS: "0", GIT_TERMINAL_PROMPT: "0", LC_ALL: "C" },
    });
  } catch (cause) {
    const { code, stderr } = cause as NodeJS.ErrnoException & { stderr?: string };
    if (code === "ENOENT") throw new GitError("absent", "git is not installed", { cause });
    const said = String(stderr ?? "").trim();
    const absent = /not a git repository|does not have any commits yet/i.test(said);
    throw new GitError(absent ? "absent" : "failed", said || "git failed", { cause });
  }
}

function withoutSurroundings(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !surroundings.includes(name)));
}
