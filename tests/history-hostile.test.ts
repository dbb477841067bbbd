import { chmodSync, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readEditions } from "#history/editions.ts";
import { readPending } from "#history/pending.ts";
import { makeFolder, readTexts, Repository, tell } from "./repository.ts";

/** A program that leaves a trace when somebody runs it. */
function setTrap(): { program: string; trace: string } {
  const folder = makeFolder();
  const trace = join(folder, "trace");
  const program = join(folder, "trap");
  writeFileSync(program, `#!/bin/sh\necho "$0 $*" >> '${trace}'\n`);
  chmodSync(program, 0o755);
  return { program, trace };
}

function readAll(story: Repository) {
  const history = story.read();
  readTexts(story.root, history.documents);
  readPending(story.root, history);
  readEditions(story.root, history, []);
  return history;
}

test("runs no program that the settings of a repository name", () => {
  const story = new Repository();
  story.write("../.gitattributes", "*.mdx diff=trap filter=trap merge=trap\n");
  story.write("en/guides/demo.mdx", "one\n").commit("2026-06-01", "Write");
  story.write("en/guides/demo.mdx", "two\n").commit("2026-06-02", "Change");
  const signed = story
    .git("cat-file", "commit", "HEAD")
    .replace(/\n\n/, "\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n nonsense\n -----END PGP SIGNATURE-----\n\n");
  story.git("update-ref", "HEAD", story.store("commit", signed));

  const { program, trace } = setTrap();
  for (const name of [
    "core.fsmonitor",
    "core.sshCommand",
    "core.pager",
    "core.editor",
    "core.askPass",
    "core.alternateRefsCommand",
    "gpg.program",
    "gpg.ssh.program",
    "diff.external",
    "diff.trap.command",
    "diff.trap.textconv",
    "filter.trap.clean",
    "filter.trap.smudge",
    "filter.trap.process",
    "merge.trap.driver",
    "pager.log",
    "pager.cat-file",
    "credential.helper",
    "uploadpack.packObjectsHook",
    "alias.log",
    "alias.cat-file",
  ]) {
    story.git("config", name, name.startsWith("alias.") ? `!${program}` : program);
  }
  story.git("config", "log.showSignature", "true");
  story.git("config", "core.hooksPath", join(program, ".."));
  story.write("en/guides/demo.mdx", "three\n");
  expect(tell(readAll(story))).toEqual({ "en/guides/demo.mdx": ["r1 2026-06-01 added: Write", "r2 2026-06-02 changed: Change"] });
  expect(existsSync(trace)).toBe(false);
});

test.for(["ssh://example.com/handbook", "ext::trap", "a file"])("fetches nothing from %s, though texts are missing", (url) => {
  const origin = new Repository();
  origin.git("config", "uploadpack.allowFilter", "true");
  origin.write("en/guides/demo.mdx", "one\n").commit("2026-06-01", "Write");
  origin.write("en/guides/demo.mdx", "two\n").commit("2026-06-02", "Change");
  const clone = origin.clone("--filter=blob:none");
  const { program, trace } = setTrap();
  if (url !== "a file") clone.git("config", "remote.origin.url", url.replace("ext::trap", `ext::${program}`));
  clone.git("config", "remote.origin.uploadpack", program);
  clone.git("config", "core.sshCommand", program);
  for (const protocol of ["ext", "file", "ssh"]) clone.git("config", `protocol.${protocol}.allow`, "always");
  expect(tell(readAll(clone))).toEqual({ "en/guides/demo.mdx": ["r1 2026-06-01 added: Write", "r2 2026-06-02 changed: Change"] });
  expect(existsSync(trace)).toBe(false);
});

test("prints the same whatever the settings of a repository say of printing", () => {
  const story = new Repository();
  const text = "one\ntwo\nthree\nfour\nfive\n";
  story.write("en/guides/价格.mdx", text).write("en/guides/证据.mdx", text.toUpperCase()).commit("2026-06-01", "写");
  story.move("en/guides/价格.mdx", "en/guides/报价.mdx").write("en/guides/报价.mdx", `${text}six\n`);
  story.move("en/guides/证据.mdx", "en/guides/证明.mdx").write("en/guides/证明.mdx", `${text.toUpperCase()}SIX\n`);
  story.commit("2026-06-02", "改名\n\nReviewed-by: 张敏 <zhang@example.com>\n");
  const wanted = story.read();
  for (const [name, value] of [
    ["core.quotePath", "true"],
    ["core.abbrev", "4"],
    ["color.ui", "always"],
    ["diff.renames", "false"],
    ["diff.renameLimit", "1"],
    ["diff.orderFile", "/nowhere"],
    ["diff.noprefix", "true"],
    ["diff.relative", "true"],
    ["diff.submodule", "log"],
    ["diff.wsErrorHighlight", "all"],
    ["format.pretty", "oneline"],
    ["i18n.logOutputEncoding", "GBK"],
    ["log.date", "relative"],
    ["log.decorate", "full"],
    ["log.diffMerges", "off"],
    ["log.follow", "true"],
    ["log.mailmap", "false"],
    ["log.showRoot", "false"],
    ["mailmap.file", "/nowhere"],
    ["mailmap.blob", "HEAD:nowhere"],
    ["trailer.separators", "="],
  ] as const) {
    story.git("config", name, value);
  }
  expect(story.read()).toEqual(wanted);
  expect(tell(wanted)).toEqual({
    "en/guides/报价.mdx": ["r1 2026-06-01 added: 写", "r2 2026-06-02 moved to en/guides/报价.mdx: 改名"],
    "en/guides/证明.mdx": ["r1 2026-06-01 added: 写", "r2 2026-06-02 moved to en/guides/证明.mdx: 改名"],
  });
  expect(wanted.documents.map((one) => one.revisions[1]?.approvals)).toEqual([["张敏"], ["张敏"]]);
});
