import { expect, test } from "vitest";
import { compileBody } from "#source/compile.ts";
import { runBody } from "./jsx.ts";

const words = { footnotes: "Footnotes", backToReference: "Back to {reference}", table: "Table" };

test("names the cells of a table that is too wide for a phone by their columns", async () => {
  const source = "| Role | Wants | Fears | We *bring* |\n|---|---|---|---|\n| [IT](it.mdx) lead | Clean interfaces | Being left alone | |";
  expect(await compile(source)).toBe(
    '<div class="table" role="group" tabindex="0" aria-label="Table"><table role="table">' +
      '<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Role</th><th role="columnheader" scope="col">Wants</th>' +
      '<th role="columnheader" scope="col">Fears</th><th role="columnheader" scope="col">We <em>bring</em></th></tr></thead>' +
      '<tbody role="rowgroup"><tr role="row"><td role="cell">IT lead</td><td role="cell" data-label="Wants">Clean interfaces</td>' +
      '<td role="cell" data-label="Fears">Being left alone</td><td role="cell" data-label="We bring"></td></tr></tbody></table></div>',
  );
});

test.each([
  ["two columns", `| a | b |\n|---|---|\n| ${"What goes on for long ".repeat(9)} | b |`],
  ["three columns of short texts", "| a | b | c |\n|---|---|---|\n| What goes on a bit | What goes on a bit | What goes on a bit |"],
  [
    "figures below long names",
    "| Step | Compared with the step before | The team, a quarter | A rep, a quarter |\n|---|---|---|---|\n| Proposal | 60% | 126 | 16 |",
  ],
  [
    "figures below long Chinese names",
    "| 步骤 | 跟上一步相比的比例 | 全队每个季度多少 | 每人每个季度多少 |\n|---|---|---|---|\n| 方案 | 60% | 126 | 16 |",
  ],
  ["figures that stand side by side", "| Step | Green | Amber | Red |\n|---|---|---|---|\n| Won | 28% | 22% | 21% |"],
  ["short words in Chinese", "| 步骤 | 绿 | 黄 | 红 |\n|---|---|---|---|\n| 已确认需求 | 三成 | 两成 | 一成 |"],
])("leaves a table with %s as it is", async (_what, source) => {
  expect(await compile(source)).not.toMatch(/role="(?:table|row|cell)"|data-label/);
});

test("names the cells of three columns where they would be a word wide", async () => {
  expect(await compile(`| a | b | c |\n|---|---|---|\n| ${"What goes on for long ".repeat(3)} | b | c |`)).toContain(
    '<td role="cell" data-label="c">c</td>',
  );
  expect(
    await compile("| 客户给我们 | 最多换 | 怎么算数 |\n|---|---|---|\n| 签约后 5 个工作日内付清首年 | 2% | 付款条款写明，逾期恢复原价 |"),
  ).toContain('<td role="cell" data-label="怎么算数">');
});

test("names a number in the first column too, because as a title it would say nothing", async () => {
  const source =
    "| From day | Step | What you do | Done when |\n|---|---|---|---|\n| 4 | Call back | Listen to six real calls | The buddy has your notes |";
  expect(await compile(source)).toContain('<td role="cell" data-label="From day">4</td><td role="cell" data-label="Step">');
});

test("says where the names are no longer than a number or a letter", async () => {
  const source = "| Criterion | 1 | 2 | 3 |\n|---|---|---|---|\n| Rates (critical) | two are right | four are right | all are right |";
  expect(await compile(source)).toContain('<table role="table" data-labels="short">');
});

test("counts a Chinese character as two letters", async () => {
  const row = (text: string) => `| a | b | c | d |\n|---|---|---|---|\n${`| ${text} `.repeat(4)}|`;
  expect(await compile(row("八个字母"))).not.toContain("data-label");
  expect(await compile(row("十一个字母吧"))).toContain("data-label");
  expect(await compile(row("12 letters, yes"))).toContain("data-label");
});

async function compile(source: string): Promise<string> {
  return runBody(await compileBody({ source, slugs: [], links: {}, images: {}, elements: {}, variables: {} }, words));
}
