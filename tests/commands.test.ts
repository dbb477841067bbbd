import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { project, run, start } from "./command.ts";

let folder: string;
let content: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "sopbook-"));
  content = join(folder, "content");
  cpSync(join(project, "tests/fixtures/base"), content, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(["start", "dev", "check", "build", "preview", "bench", "test"])("explains npm run %s with --help", (name) => {
  const { status, stdout } = run(name, ["--help"]);
  expect(status).toBe(0);
  expect(stdout).toContain(`Usage: npm run ${name} --`);
});

test("says so when there is nothing wrong", () => {
  expect(run("check", ["--content", content])).toMatchObject({ status: 0, stdout: "No problems.\n", stderr: "" });
});

test("prints problems as JSON and nothing else", () => {
  const broken = breakContent("json");
  const { status, stdout, stderr } = run("check", ["--content", broken, "--format", "json"]);
  expect(status).toBe(1);
  expect(stderr).toBe("");
  expect(JSON.parse(stdout)).toEqual({
    problems: [
      {
        rule: "missing-frontmatter",
        severity: "error",
        file: `${broken}/en/guides/empty.mdx`,
        line: 1,
        column: 1,
        message: "The document has no frontmatter.",
        mend: "Begin the file with a line `---`, the fields, and another line `---`.",
      },
    ],
    counts: { errors: 1, warnings: 0, files: 1 },
  });
});

test("prints problems as annotations of a pull request", () => {
  const broken = breakContent("github");
  expect(run("check", ["--content", broken, "--format", "github"]).stdout).toBe(
    `::error file=${broken}/en/guides/empty.mdx,line=1,col=1,title=missing-frontmatter::The document has no frontmatter. Begin the file with a line \`---\`, the fields, and another line \`---\`.\n`,
  );
});

test.each([
  {
    args: ["check", "--content", "no-such-folder"],
    status: 2,
    says: "There is no folder no-such-folder. Name the content folder with --content.",
  },
  { args: ["check", "--format", "xml"], status: 2, says: "Allowed choices are text, json, github" },
  { args: ["check", "--colour"], status: 2, says: "unknown option '--colour'" },
  { args: ["build", "--audience", "pubic"], status: 2, says: 'There is no audience called "pubic". Did you mean "public"?' },
  { args: ["preview", "--out", "no-such-site"], status: 2, says: "Build it first with `npm run build`." },
  { args: ["preview", "--port", "eighty"], status: 2, says: '"eighty" is not a port.' },
])("ends with $status when called as $args", ({ args: [name = "", ...rest], status, says }) => {
  const result = run(name, rest);
  expect(result.stderr).toContain(says);
  expect(result.status).toBe(status);
});

test("shows a change and a mistake while it serves, and goes on", async () => {
  const own = join(folder, "dev");
  cpSync(content, own, { recursive: true });
  const server = start("dev", ["--content", own, "--port", "0"]);
  try {
    let printed = "";
    server.stdout?.on("data", (chunk) => (printed += chunk));
    server.stderr?.on("data", (chunk) => (printed += chunk));
    const url = await waitFor(() => /The handbook is at (\S+)/.exec(printed)?.[1]);
    const shows = async (text: string) => (await (await fetch(url)).text()).includes(text);
    await waitFor(() => shows("Acorn Sales Handbook"));
    const file = join(own, "handbook.yaml");
    writeFileSync(file, readFileSync(file, "utf8").replace("Acorn Sales Handbook", "Oak Sales Handbook"));
    await waitFor(() => shows("Oak Sales Handbook"));
    writeFileSync(join(own, "en/guides/broken.mdx"), "no frontmatter");
    await waitFor(() => printed.includes("missing-frontmatter"));
    await waitFor(() => shows("missing-frontmatter"));
    expect(server.exitCode).toBeNull();
  } finally {
    server.kill("SIGTERM");
  }
});

function breakContent(name: string): string {
  const broken = join(folder, name);
  cpSync(content, broken, { recursive: true });
  writeFileSync(join(broken, "en/guides/empty.mdx"), "No frontmatter.\n");
  return broken;
}

async function waitFor<T>(look: () => T | Promise<T>): Promise<NonNullable<T>> {
  for (let tries = 0; tries < 300; tries++) {
    const found = await look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("It did not happen within 30 seconds.");
}
