import { expect, test } from "vitest";
import { Repository, tell } from "./repository.ts";

test("makes one revision of a merged branch, with its merge's message and date", () => {
  const story = new Repository();
  story.write("en/guides/demo.mdx", "one\n").commit("2026-06-01", "Write");
  story.git("checkout", "--quiet", "-b", "price");
  story.write("en/guides/demo.mdx", "two\n").commit("2026-06-02", "wip");
  story.write("en/guides/demo.mdx", "three\n").commit("2026-06-03", "more wip");
  story.git("checkout", "--quiet", "main");
  story.merge("2026-06-05", "Merge pull request #7 from example/price\n\nTighter price limits\n\nMore about it.", "price");
  const history = story.read();
  expect(tell(history)).toEqual({ "en/guides/demo.mdx": ["r1 2026-06-01 added: Write", "r2 2026-06-05 changed: Tighter price limits"] });
  expect(history.documents[0]?.revisions[1]?.request).toEqual({ kind: "pull", number: 7 });
});

test("makes one revision of an octopus merge", () => {
  const story = new Repository();
  story.write("en/guides/demo.mdx", "one\n").commit("2026-06-01", "Write");
  for (const name of ["price", "proof"]) {
    story.git("checkout", "--quiet", "-b", name, "main");
    story.write(`en/guides/${name}.mdx`, `${name}\n`).commit("2026-06-02", `Write about ${name}`);
  }
  story.git("checkout", "--quiet", "main");
  story.merge("2026-06-05", "Merge price and proof", "price", "proof");
  expect(tell(story.read())).toEqual({
    "en/guides/demo.mdx": ["r1 2026-06-01 added: Write"],
    "en/guides/price.mdx": ["r1 2026-06-05 added: Merge price and proof"],
    "en/guides/proof.mdx": ["r1 2026-06-05 added: Merge price and proof"],
  });
});

test("reads Chinese, spaced, quoted and newlined file names", () => {
  const story = new Repository();
  const names = [
    "zh-CN/guides/开场白.mdx",
    "zh-CN/guides/a b.mdx",
    'zh-CN/guides/"quoted" \\t.mdx',
    "zh-CN/guides/two\nlines.mdx",
    "zh-CN/guides/:colon.mdx",
  ];
  for (const name of names) story.write(name, `About ${name}\n`);
  story.commit("2026-06-01", "Write");
  story.move("zh-CN/guides/a b.mdx", "zh-CN/guides/价格.mdx").move('zh-CN/guides/"quoted" \\t.mdx', "zh-CN/guides/引用.mdx");
  story.move("zh-CN/guides/two\nlines.mdx", "zh-CN/guides/两行.mdx").move("zh-CN/guides/:colon.mdx", "zh-CN/guides/冒号.mdx");
  story.commit("2026-06-02", "Rename");
  const told = tell(story.read());
  expect(Object.keys(told).sort()).toEqual(
    ["zh-CN/guides/两行.mdx", "zh-CN/guides/价格.mdx", "zh-CN/guides/冒号.mdx", "zh-CN/guides/开场白.mdx", "zh-CN/guides/引用.mdx"].sort(),
  );
  expect(told["zh-CN/guides/开场白.mdx"]).toEqual(["r1 2026-06-01 added: Write"]);
  expect(told["zh-CN/guides/两行.mdx"]).toEqual(["r1 2026-06-01 added: Write", "r2 2026-06-02 moved to zh-CN/guides/两行.mdx: Rename"]);
});

test("keeps a hostile author and subject as data", () => {
  const story = new Repository();
  const marks = "\u001e\u001f\u001b[31m\u202e<script>alert(1)</script>";
  story
    .write("en/guides/demo.mdx", "one\n")
    .commit("2026-06-01", `${marks} :100644 100644 x\n\n:000000 100644 A\n\nReviewed-by: ${marks} <a@example.com>\n`, {
      author: `Eve ${marks}`,
    });
  expect(story.read().documents[0]?.revisions).toMatchObject([
    {
      author: "Eve [31m scriptalert(1)/script",
      subject: "[31m <script>alert(1)</script> :100644 100644 x",
      approvals: ["[31m alert(1)"],
      request: undefined,
    },
  ]);
});

test("never tells an e-mail address", () => {
  const story = new Repository();
  const trailers =
    "Reviewed-by: <a@example.com>\nReviewed-by: b@example.com\nApproved-by: Chen c@example.com\nReviewed-by: Chen <c@example.com>\n";
  story.write("en/guides/demo.mdx", "one\n").commit("2026-06-01", `Write\n\n${trailers}`, { author: "li@example.com" });
  expect(story.read().documents[0]?.revisions).toMatchObject([{ author: undefined, approvals: ["Chen"] }]);
});

test("calls people as .mailmap does", () => {
  const story = new Repository();
  story.write("en/guides/demo.mdx", "one\n").write("../.mailmap", "李伟 <li@example.com>\n").commit("2026-06-01", "Write");
  expect(story.read().documents[0]?.revisions).toMatchObject([{ author: "李伟" }]);
});

test("reads a commit in GBK", () => {
  const story = new Repository();
  story.git("config", "i18n.commitEncoding", "GBK");
  const subject = Buffer.from([0xd0, 0xde, 0xb8, 0xc4, 0xbc, 0xdb, 0xb8, 0xf1]);
  story.write("en/guides/demo.mdx", "one\n").commit("2026-06-01", subject);
  expect(tell(story.read())).toEqual({ "en/guides/demo.mdx": ["r1 2026-06-01 added: 修改价格"] });
});

test("reads a commit without a message", () => {
  const story = new Repository();
  story.write("en/guides/demo.mdx", "one\n").commit("2026-06-01", "", { args: ["--allow-empty-message"] });
  expect(tell(story.read())).toEqual({ "en/guides/demo.mdx": ["r1 2026-06-01 added: "] });
});

test("reads dates before 1970, after 9999 and beyond all calendars", () => {
  const story = new Repository();
  let parent = "";
  for (const [index, seconds] of ["-86400", "253402300800", "99999999999999999", "-99999999999999999", "never"].entries()) {
    story.write("en/guides/demo.mdx", `${index}\n`).git("add", "--all");
    const person = `A <a@example.com> ${seconds} +0000`;
    parent = story.store(
      "commit",
      `tree ${story.git("write-tree")}\n${parent && `parent ${parent}\n`}author ${person}\ncommitter ${person}\n\nWrite ${index}\n`,
    );
  }
  story.git("update-ref", "refs/heads/main", parent);
  expect(story.read().documents[0]?.revisions.map((one) => one.date)).toEqual([
    "1969-12-31T00:00:00.000Z",
    "9999-12-31T23:59:59.000Z",
    "9999-12-31T23:59:59.000Z",
    "0000-01-01T00:00:00.000Z",
    "1970-01-01T00:00:00.000Z",
  ]);
});
