import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cacheFolder } from "../scripts/generator.ts";
import { listFiles } from "./built-site.ts";
import { project, run } from "./command.ts";

const base = join(project, "tests/fixtures/base");
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "sopbook-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("builds a handbook that lies elsewhere into a folder that lies elsewhere", () => {
  const { content, out } = prepare("elsewhere");
  const { status, stdout } = build(content, out);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^Built \d+ documents? in \d languages? .*\nThe site is in /);
  expect(listFiles(out)).toEqual(
    expect.arrayContaining(["index.html", "404.html", "handbook.json", "llms.txt", "sitemap.xml", "feed.xml", "pagefind/terms.en.json"]),
  );
});

test("makes the same bytes in another folder and time zone", () => {
  const one = prepare("same-one");
  const two = prepare("same-two");
  expect(build(one.content, one.out, [], { TZ: "Asia/Shanghai" }).status).toBe(0);
  expect(build(two.content, two.out, [], { TZ: "America/Los_Angeles" }).status).toBe(0);
  expect(fingerprint(two.out)).toEqual(fingerprint(one.out));
});

test("makes the same bytes again when nothing has changed, and when a change is taken back", () => {
  const { content, out } = prepare("again");
  build(content, out);
  const first = fingerprint(out);
  const file = findDocument(content);
  const text = readFileSync(file, "utf8");
  writeFileSync(file, `${text}\nOne more sentence.\n`);
  expect(build(content, out).status).toBe(0);
  expect(fingerprint(out)).not.toEqual(first);
  writeFileSync(file, text);
  expect(build(content, out).status).toBe(0);
  expect(fingerprint(out)).toEqual(first);
});

test("leaves the site alone when nothing has changed, and mends one that was tampered with", () => {
  const { content, out } = prepare("current");
  build(content, out);
  const first = fingerprint(out);
  const home = join(out, "index.html");
  const { mtimeMs } = statSync(home);
  expect(build(content, out).stdout).toContain("nothing had changed");
  expect(statSync(home).mtimeMs).toBe(mtimeMs);
  writeFileSync(home, "tampered");
  rmSync(join(out, "404.html"));
  expect(build(content, out).stdout).not.toContain("nothing had changed");
  expect(fingerprint(out)).toEqual(first);
});

test("indexes a language anew only where an article of it changed", () => {
  const { content, out } = prepare("indexed");
  build(content, out);
  const cache = join(cacheFolder(realpathSync(content)), "internal", "search");
  const times = () => readdirSync(cache).map((name) => statSync(join(cache, name)).mtimeMs);
  const before = { times: times(), site: fingerprint(out) };
  const file = findDocument(content);
  const text = readFileSync(file, "utf8");
  // The page says it around the article.
  writeFileSync(file, text.replace(/^reviewed: .*$/m, "reviewed: 2026-11-02"));
  expect(build(content, out).status).toBe(0);
  expect(times()).toEqual(before.times);
  const changed = fingerprint(out).filter((one) => !before.site.includes(one));
  expect(changed.length).toBeGreaterThan(0);
  expect(changed.filter((one) => one.includes("pagefind/"))).toEqual([]);
  writeFileSync(file, `${text}\nOne more sentence.\n`);
  expect(build(content, out).status).toBe(0);
  expect(times()).not.toEqual(before.times);
});

test("makes pages anew that were damaged in what an earlier build kept", () => {
  const { content, out } = prepare("damaged");
  build(content, out);
  const first = fingerprint(out);
  rmSync(out, { recursive: true });
  const cache = join(cacheFolder(realpathSync(content)), "internal");
  for (const name of ["pages.pack", "search/en.pack"]) {
    const bytes = readFileSync(join(cache, name));
    bytes.fill(0, 0, Math.floor(bytes.length / 2));
    writeFileSync(join(cache, name), bytes);
  }
  expect(build(content, out).status).toBe(0);
  expect(fingerprint(out)).toEqual(first);
});

test("leaves the last site as it was when the content has an error", () => {
  const { content, out } = prepare("failing");
  build(content, out);
  const before = fingerprint(out);
  const file = findDocument(content);
  writeFileSync(file, `${readFileSync(file, "utf8")}\n{process.exit(0)}\n`);
  const { status, stderr } = build(content, out);
  expect(status).toBe(1);
  expect(stderr).toContain("forbidden-code");
  expect(fingerprint(out)).toEqual(before);
  expect(readdirSync(join(out, "..")).filter((one) => one.includes(".building"))).toEqual([]);
});

test("removes the page of a document that was removed", () => {
  const { content, out } = prepare("removed");
  const path = join(content, "en/guides/extra-guide.mdx");
  mkdirSync(join(content, "en/guides"), { recursive: true });
  writeFileSync(path, guide("Extra guide"));
  build(content, out);
  expect(existsSync(join(out, "guides/extra-guide/index.html"))).toBe(true);
  rmSync(path);
  expect(build(content, out).status).toBe(0);
  expect(existsSync(join(out, "guides/extra-guide/index.html"))).toBe(false);
});

test("keeps every word of a restricted document out of a site for a wider audience", () => {
  const { content, out } = prepare("audience");
  mkdirSync(join(content, "en/guides"), { recursive: true });
  writeFileSync(join(content, "en/guides/secret-plan.mdx"), guide("Zanzibarplan", "internal", "The margin is xylophonic."));
  expect(build(content, out, ["--audience", "internal"]).status).toBe(0);
  expect(listFilesWith(out, "xylophonic")).not.toEqual([]);
  expect(build(content, out, ["--audience", "public"]).status).toBe(0);
  for (const word of ["xylophonic", "Zanzibarplan", "secret-plan"]) expect(listFilesWith(out, word)).toEqual([]);
});

test("refuses to build over files that are not a site of its own", () => {
  const { content } = prepare("foreign");
  const out = join(folder, "foreign", "photos");
  mkdirSync(out);
  writeFileSync(join(out, "holiday.txt"), "mine");
  const { status, stderr } = build(content, out);
  expect(status).toBe(2);
  expect(stderr).toContain("holds files that are not a site built by Sopbook");
  expect(readFileSync(join(out, "holiday.txt"), "utf8")).toBe("mine");
});

test("puts the whole site below the base path of the settings", () => {
  const { content, out } = prepare("base-path");
  const settings = join(content, "handbook.yaml");
  writeFileSync(
    settings,
    readFileSync(settings, "utf8")
      .replace(/^base:.*\n/m, "")
      .concat("\nbase: /sales/handbook/\n"),
  );
  expect(build(content, out).status).toBe(0);
  const home = readFileSync(join(out, "index.html"), "utf8");
  const addresses = [...home.matchAll(/\b(?:href|src)="(\/[^"]*)"/g)].map((one) => one[1] ?? "");
  expect(addresses.length).toBeGreaterThan(5);
  expect(addresses.filter((one) => !one.startsWith("/sales/handbook/"))).toEqual([]);
});

test("compiles pages for readers, with their content policy, wherever it is started from", () => {
  const { content, out } = prepare("from-tests");
  // A base path of its own, because what was compiled is kept.
  const settings = join(content, "handbook.yaml");
  writeFileSync(settings, readFileSync(settings, "utf8").concat("\nbase: /from-tests/\n"));
  expect(build(content, out, [], { NODE_ENV: "test", VITEST: "true" }).status).toBe(0);
  expect(readFileSync(join(out, "index.html"), "utf8")).toContain(
    `<meta http-equiv="Content-Security-Policy" content="default-src 'self'; script-src 'self'; style-src 'self';`,
  );
});

function prepare(name: string): { content: string; out: string } {
  const content = join(folder, name, "content");
  cpSync(base, content, { recursive: true });
  return { content, out: join(folder, name, "site") };
}

function build(content: string, out: string, args: string[] = [], env: Record<string, string> = {}) {
  return run("build", ["--content", content, "--out", out, ...args], env);
}

function findDocument(content: string): string {
  const file = listFiles(content).find((one) => one.endsWith(".mdx"));
  if (!file) throw new Error("The base handbook has no document.");
  return join(content, file);
}

function guide(title: string, audience = "internal", text = "Some text."): string {
  return `---\ntitle: ${title}\nsummary: What it is.\nowner: sales-rep\nreviewed: 2026-11-01\naudience: ${audience}\nkind: how-to\n---\n\n${text}\n`;
}

function fingerprint(out: string): string[] {
  return listFiles(out).map(
    (file) =>
      `${file} ${createHash("sha256")
        .update(readFileSync(join(out, file)))
        .digest("hex")}`,
  );
}

function listFilesWith(out: string, word: string): string[] {
  return listFiles(out).filter((file) => file.includes(word) || readFileSync(join(out, file)).includes(word));
}
