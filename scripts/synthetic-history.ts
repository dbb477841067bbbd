import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { makeSyntheticHandbook } from "./synthetic-handbook.ts";

/** Makes a repository in `folder` with `revisions` revisions of `documents` documents; the same counts give the same commits. */
export function writeSyntheticHistory(folder: string, documents: number, revisions: number): void {
  const texts = new Map(makeSyntheticHandbook(documents));
  const commits = [writeCommit(0, "Begin", [...texts])];
  const files = [...texts.keys()].filter((one) => one.endsWith(".mdx"));
  for (let number = 1; number <= revisions - files.length; number++) {
    const file = files[(number * 7919) % files.length]!;
    const text = editText(texts.get(file)!, number);
    texts.set(file, text);
    commits.push(writeCommit(number, `Change ${file}`, [[file, text]]));
  }
  mkdirSync(folder, { recursive: true });
  git(folder, ["init", "--quiet", "--initial-branch=main"]);
  git(folder, ["fast-import", "--quiet"], Buffer.concat(commits));
  git(folder, ["reset", "--quiet", "--hard", "main"]);
}

/** Changes one document and commits it. */
export function addRevision(folder: string, documents: number): void {
  const [file, text] = makeSyntheticHandbook(documents).find(([one]) => one.endsWith(".mdx"))!;
  const commit = writeCommit(1e6, `Change ${file}`, [[file, `${text}\nOne commit more.\n`]], "from refs/heads/main^0\n");
  git(folder, ["fast-import", "--quiet"], commit);
  git(folder, ["reset", "--quiet", "--hard", "main"]);
}

/** https://git-scm.com/docs/git-fast-import */
function writeCommit(number: number, subject: string, files: readonly [string, string][], from = ""): Buffer {
  const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`;
  const person = `committer Li Wei <li@example.com> ${1_700_000_000 + number * 60} +0000\n`;
  const changes = files.map(([file, text]) => `M 100644 inline ${file}\n${data(text)}`);
  return Buffer.from(`commit refs/heads/main\n${person}${data(subject)}${from}${changes.join("")}\n`);
}

/** Says something else in one paragraph, so that the text stays as long as it was. */
function editText(text: string, number: number): string {
  const lines = text.split("\n");
  const start = lines.indexOf("---", 1);
  const plain = [...lines.keys()].filter((index) => index > start && /^\p{L}[^|<[{]*[\s。][^|<[{]{9,}$/u.test(lines[index]!));
  const chosen = plain[number % plain.length];
  if (chosen === undefined) return text;
  const parts = lines[chosen]!.split(/(?<=[\s。])/u);
  const move = 1 + (number % Math.max(1, parts.length - 1));
  lines[chosen] = [...parts.slice(move), ...parts.slice(0, move)].join("").trim();
  return lines.join("\n");
}

function git(folder: string, args: readonly string[], input: Buffer = Buffer.alloc(0)): void {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
  execFileSync("git", args, { cwd: folder, input, env, stdio: ["pipe", "ignore", "pipe"] });
}
