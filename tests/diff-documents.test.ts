import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { merge } from "./fixtures/diff/page.ts";

describe("the difference of documents as people change them", () => {
  it("shows what changed in an English script", () => {
    expect(listMarked("cold-call")).toEqual([
      '<li class="when" data-change="removed"><p class="when-says"><del>“I\'m in a meeting.”</del></p>',
      '<div class="when-then"><p><del>“Sorry to disturb you. Today at 16:30, or tomorrow at 10:00?” Note the time and hang up.</del></p>',
      '<p class="when-outcome"><del>Outcome: <strong>call-back</strong></del></p>',
      '<h2 data-change="changed"><del>Say what</del><ins>What</ins> we hold<ins> about them</ins></h2>',
      '<div class="when-then"><p data-change="changed">Go on,<del> a little</del> slower<del> than before</del>.</p>',
      '<div class="spoken-text"><p data-change="changed">We make <span class="variable" title="Example">[product]</span>, cloud software for orders and stock. I noticed that <span class="variable" title="Example">[company]</span> <span class="variable" title="Example">[trigger]</span>. With <del>several</del><ins>2 or more</ins> warehouses, sales<ins> people</ins> often promises goods that are not on the shelf.</p>',
      '<li class="when" data-change="changed"><p class="when-says">“We already have a system.”</p>',
      '<a class="when-next" href="../objections/build-in-house.mdx" data-change="changed">../objections/<del>using-a-competitor.mdx</del><ins>build-in-house.mdx</ins></a><span class="change-note"> href: ../objections/using-a-competitor.mdx → ../objections/build-in-house.mdx </span></li>',
      '<div class="spoken-text"><p data-change="changed">You said that <span class="variable" title="Example">[pain]</span>. I suggest <del>25 minutes</del><ins>20 minutes</ins> by phone. We follow one order through <span class="variable" title="Example">[company]</span>, and I tell you honestly whether we can help. Thursday at 10:00, or Friday at 15:00?</p>',
      '</copy-text><div class="callout" data-kind="dont" data-change="changed"><p class="cue" data-change="changed"><del>Do</del><ins>Don’t</ins></p>',
      '<p data-change="changed">Name two times, then stay silent. Send the invitation while you are still on the phone.<ins> Never talk on.</ins></p>',
      '<ul><li class="when" data-change="moved" id="change_50"><span class="change-note"> moved up </span><p class="when-says">“Not now.”</p>',
      '<li data-change="left"><a href="#change_50">to above</a></li>',
    ]);
  });

  it("shows what changed in a Chinese stage", () => {
    expect(listMarked("demo")).toEqual([
      '<p data-change="changed"><term-tip data-title="演示"><a class="term" href="/terms/demo">演示</a></term-tip>不是表演，是<ins>一场</ins>考试，题目是客户在需求纪要里出的。</p>',
      '<p data-change="changed">需求纪要确认、时间约好，进入这个阶段，CRM 里就改成<strong>已演示</strong>；演示真正做没做，看<strong>演示日期</strong>填没填。<ins>客户没来也不算。</ins></p>',
      '<th data-change="changed">谁<ins>主讲</ins></th>',
      '<td data-change="changed">定<del>报价和</del>方案讲解的时间</td>',
      '<td data-change="changed">销售代表<ins>和顾问</ins></td>',
      '<tr data-change="added"><td><ins>45</ins></td>',
      "<td><ins>道谢</ins></td>",
      "<td><ins>两人</ins></td>",
      '<p data-change="changed">做不到<ins>，</ins>就一句话：“澜单做不到。”有第二条路再接着说。敢说一个不，前面三个行才值钱。</p>',
      '<p data-change="changed">完整流程和各种岔路看<a href="../scripts/demo-meeting.mdx">产品演示会</a>。最常碰到：<a href="../objections/too-complicated.mdx">太复杂</a>、<a href="../objections/integration.mdx">系统对接</a>、<a href="../objections/data-security.mdx">数据安全</a>。</p>',
      '<p data-change="changed"><span class="change-note"> split off </span>都记下来，短的当场答，长的带回去<ins>，第二天</ins>答。</p>',
      '<ul class="contains-task-list"><li class="task-list-item" data-change="moved" id="change_32"><span class="change-note"> moved up </span><input type="checkbox" disabled> 方案讲解进了日程，管钱的人在里面</li>',
      '<li class="task-list-item" data-change="changed"><input type="checkbox" disabled> 报价哪天发定了（<del>2 个工作日</del><ins>3 个工作日</ins>内）</li>',
      '<li data-change="left"><a href="#change_32">to above</a></li>',
    ]);
  });
});

/** The pieces of the merged document, cut where blocks end, in which there is a mark. */
function listMarked(name: string): string[] {
  const [before, after] = ["before", "after"].map((side) =>
    readFileSync(new URL(`fixtures/diff/${name}-${side}.html`, import.meta.url), "utf8"),
  );
  const pieces = merge(before!, after!).split(/(?<=<\/(?:p|h2|li|td|th|tr|div)>)/);
  return pieces.map((piece) => piece.trim()).filter((piece) => /data-change|change-note|<ins>|<del>/.test(piece));
}
