import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Locale } from "#model/fields.ts";
import { seeded } from "./seeded.ts";

/** A file of a synthetic handbook: its path in the content folder and its text. */
export type SyntheticFile = [file: string, text: string];

/** Writes a handbook of `count` documents of about 600 words, half of them in each language; the same count gives the same bytes. */
export function writeSyntheticHandbook(folder: string, count: number): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [file, text] of makeSyntheticHandbook(count)) {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

export function makeSyntheticHandbook(count: number): SyntheticFile[] {
  const each = Math.floor(count / 2);
  return [
    ["handbook.yaml", settings],
    ...(["zh-CN", "en"] as const).flatMap((locale) => Array.from({ length: each }, (_, index) => makeDocument(locale, index, each))),
  ];
}

const settings = `title: { zh-CN: 合成手册, en: Synthetic handbook }
url: https://bench.example.com
locales: [zh-CN, en]
audiences: [internal]
audience: internal
repository: { forge: github, url: https://github.com/example/bench }
feedback: [{ channel: issue }]
`;

/** Document 0 is the role that owns all, document 1 a KPI; the rest are guides, scripts and objections. */
function makeDocument(locale: Locale, index: number, each: number): SyntheticFile {
  const random = seeded(index * 2 + (locale === "en" ? 1 : 0));
  const collection = collectionOf(index);
  const words = makeWords(locale, random);
  const target = 2 + Math.floor(random() * Math.max(1, each - 2));
  const link = `../${collectionOf(target)}/${nameOf(target)}.mdx`;
  const frontmatter = [
    `title: "${words.title()} ${index}"`,
    `summary: "${words.sentence().slice(0, 150)}"`,
    "owner: role-0",
    "reviewed: 2026-11-01",
    "audience: internal",
    `aliases: ["${words.title()}", "${words.title()}"]`,
    ...fields(collection, words),
  ].join("\n");
  return [`${locale}/${collection}/${nameOf(index)}.mdx`, `---\n${frontmatter}\n---\n\n${makeBody(collection, words, link)}`];
}

function collectionOf(index: number): string {
  if (index === 0) return "roles";
  if (index === 1) return "kpis";
  if (index === 2) return "stages";
  return ["guides", "scripts", "objections", "guides", "terms"][index % 5] ?? "guides";
}

function nameOf(index: number): string {
  return `${collectionOf(index).replace(/s$/, "")}-${index}`;
}

type Words = ReturnType<typeof makeWords>;

function fields(collection: string, { sentence, title }: Words): string[] {
  switch (collection) {
    case "roles":
      return [`mission: "${sentence()}"`, `responsibilities: ["${sentence()}", "${sentence()}"]`];
    case "kpis":
      return [
        `question: "${sentence()}"`,
        "kind: ratio",
        "formula: won / (won + lost) * 100",
        `inputs: { won: { label: "${title()}", unit: count }, lost: { label: "${title()}", unit: count } }`,
        "unit: percent",
        "direction: up",
        "time: { basis: period, window: 1 month, grain: month }",
        "cadence: monthly",
        "leadLag: lagging",
        `caveats: "${sentence()}"`,
        "targets: [{ value: 28, from: 2026-01-01 }]",
        "example: { inputs: { won: 1, lost: 3 }, expected: 25 }",
      ];
    case "stages":
      return [
        "order: 1",
        `purpose: "${sentence()}"`,
        `customerOutcome: "${sentence()}"`,
        `entry: [{ text: "${sentence()}", by: rep }]`,
        `exit: [{ text: "${sentence()}", by: buyer }]`,
        `activities: [{ do: "${sentence()}", standard: "${sentence()}" }]`,
        `followUp: { firstTouch: 10 minutes, cadence: [1, 3, 7], maxAttempts: 4, stopWhen: "${title()}" }`,
        "kpis: [kpi-1]",
        `ends: "${title()}"`,
      ];
    case "scripts":
      return [
        "channel: phone",
        "stage: stage-2",
        `goal: "${sentence()}"`,
        "roles: [role-0]",
        `variables: { customer: { label: "${title()}", example: "${title()}" } }`,
        `outcomes: [{ id: done, label: "${title()}" }]`,
      ];
    case "objections":
      return [
        `says: ["${sentence()}", "${sentence()}"]`,
        "category: price",
        `concern: "${sentence()}"`,
        `clarify: ["${sentence()}"]`,
        `short: "${title()}"`,
        "stages: [stage-2]",
        `nextStep: "${sentence()}"`,
      ];
    case "terms":
      return [`definition: "${sentence()}"`];
    default:
      return ["kind: how-to", "roles: [role-0]"];
  }
}

function makeBody(collection: string, { paragraph, sentence, title }: Words, link: string): string {
  const section = (index: number) => `## ${title()} ${index}

${paragraph()}

${paragraph()} [${title()}](${link})

- ${sentence()}
- **${title()}** ${sentence()}
- [ ] ${title()}

| ${title()} | ${title()} |
| --- | --- |
| ${sentence()} | ${title()} |
| ${sentence()} | ${title()} |

<Say>

${sentence()}${collection === "scripts" ? " {customer}" : ""}

</Say>

<Note title="${title()}">

${sentence()} <KpiValue kpi="kpi-1" />

</Note>
`;
  const end =
    collection === "scripts" ? `\n<Branch>\n\n<When says="${title()}" outcome="done">\n\n${sentence()}\n\n</When>\n\n</Branch>\n` : "";
  return [1, 2, 3, 4].map(section).join("\n") + end;
}

function makeWords(locale: Locale, random: () => number) {
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? "";
  const some = (least: number, most: number) =>
    Array.from({ length: least + Math.floor(random() * (most - least + 1)) }, () => pick(vocabulary[locale]));
  const glue = locale === "en" ? " " : "";
  const title = () => some(2, 3).join(glue);
  const sentence = () => `${some(7, 12).join(glue)}${locale === "en" ? "." : "。"}`;
  const paragraph = () => Array.from({ length: 3 }, sentence).join(locale === "en" ? " " : "");
  return { title, sentence, paragraph };
}

const vocabulary: Record<Locale, readonly string[]> = {
  en: "customer deal call price value team budget decision stage follow question answer proposal meeting contract discount quarter forecast pipeline lead response target quota champion finance manager stock order warehouse season risk proof renewal review week offer reason plan result contact need process system cost growth margin partner service report signal close trust next early clear short agree measure compare improve confirm prepare listen explain".split(
    " ",
  ),
  "zh-CN":
    "客户 商机 电话 价格 价值 团队 预算 决策 阶段 跟进 问题 回答 方案 会面 合同 折扣 季度 预测 管道 线索 响应 目标 配额 支持者 财务 经理 库存 订单 仓库 旺季 风险 证据 续约 复盘 本周 报价 理由 计划 结果 联系 需求 流程 系统 成本 增长 毛利 伙伴 服务 报表 信号 成交 信任 下一步 提前 清楚 简短 同意 衡量 比较 改进 确认 准备 倾听 说明".split(
      " ",
    ),
};
