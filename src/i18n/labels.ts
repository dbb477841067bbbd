import type { Locale } from "#model/fields.ts";
import type { Data } from "#model/collections.ts";

type Stage = Data<"stages">;
type Kpi = Data<"kpis">;
type Path = Data<"paths">;
type Release = Data<"releases">;

interface Labels {
  by: Record<Stage["entry"][number]["by"], string>;
  level: Record<Stage["activities"][number]["level"], string>;
  channel: Record<Data<"scripts">["channel"], string>;
  objection: Record<Data<"objections">["category"], string>;
  unit: Record<Kpi["unit"], string>;
  direction: Record<Kpi["direction"], string>;
  basis: Record<Kpi["time"]["basis"], string>;
  grain: Record<Kpi["time"]["grain"], string>;
  cadence: Record<Kpi["cadence"], string>;
  leadLag: Record<Kpi["leadLag"], string>;
  band: Record<"green" | "amber" | "red", string>;
  focus: Record<Path["milestones"][number]["focus"], string>;
  step: Record<Path["steps"][number]["kind"], string>;
  mode: Record<Data<"lessons">["mode"], string>;
  tool: Record<Data<"tools">["kind"], string>;
  guide: Record<Data<"guides">["kind"], string>;
  action: Record<Release["action"], string>;
  /** By how much and how soon a release matters, from 1. */
  tier: readonly [string, string, string, string];
  customerSafe: Record<"yes" | "no", string>;
}

/** What readers call the values that a field may have. */
export const labels: Record<Locale, Labels> = {
  "zh-CN": {
    by: { buyer: "客户做到", rep: "我们做到" },
    level: { must: "必做", should: "应做", may: "可做" },
    channel: { phone: "电话", im: "即时消息", email: "邮件", meeting: "会面", video: "视频会议", social: "社交平台" },
    objection: {
      price: "价格",
      budget: "预算",
      authority: "决策权",
      need: "需求",
      timing: "时机",
      trust: "信任",
      competition: "竞争对手",
      "status-quo": "维持现状",
      technical: "技术",
      legal: "合同与法务",
    },
    unit: { percent: "%", currency: "元", days: "天", hours: "小时", minutes: "分钟", count: "数量", score: "分", ratio: "倍" },
    direction: { up: "越高越好", down: "越低越好", range: "在区间内最好" },
    basis: { cohort: "按同一批进入的算", period: "按这段时间内发生的算" },
    grain: { day: "按天看", week: "按周看", month: "按月看", quarter: "按季度看", year: "按年看" },
    cadence: { daily: "每天", weekly: "每周", monthly: "每月", quarterly: "每季度" },
    leadLag: { leading: "先行指标：事前就能看出苗头", lagging: "结果指标：事后才知道" },
    band: { green: "绿", amber: "黄", red: "红" },
    focus: { learn: "学", do: "做", own: "独立" },
    step: { theory: "阅读", practice: "演练", field: "实战", admin: "手续" },
    mode: { read: "阅读", watch: "看视频", practice: "演练" },
    tool: {
      crm: "CRM",
      im: "即时通讯",
      telephony: "电话",
      demo: "演示",
      document: "文档",
      calculator: "测算",
      dashboard: "看板",
      template: "模板",
      other: "其他",
    },
    guide: { strategy: "策略", policy: "制度", playbook: "打法", "how-to": "做法" },
    action: { none: "知道就行", read: "读一遍", retrain: "重新演练" },
    tier: ["大，马上生效", "大", "小", "仅文字订正"],
    customerSafe: { yes: "可对客户使用", no: "不可对客户使用" },
  },
  en: {
    by: { buyer: "Shown by the buyer", rep: "Shown by us" },
    level: { must: "Must", should: "Should", may: "Optional" },
    channel: { phone: "Phone", im: "Messenger", email: "Email", meeting: "Meeting", video: "Video call", social: "Social network" },
    objection: {
      price: "Price",
      budget: "Budget",
      authority: "Authority",
      need: "Need",
      timing: "Timing",
      trust: "Trust",
      competition: "Competition",
      "status-quo": "Status quo",
      technical: "Technical",
      legal: "Legal",
    },
    unit: {
      percent: "%",
      currency: "¥",
      days: "days",
      hours: "hours",
      minutes: "minutes",
      count: "count",
      score: "points",
      ratio: "ratio",
    },
    direction: { up: "Higher is better", down: "Lower is better", range: "Best within a range" },
    basis: { cohort: "for those who started together", period: "for what happened in that time" },
    grain: { day: "by day", week: "by week", month: "by month", quarter: "by quarter", year: "by year" },
    cadence: { daily: "Every day", weekly: "Every week", monthly: "Every month", quarterly: "Every quarter" },
    leadLag: { leading: "Leading: warns beforehand", lagging: "Lagging: known afterwards" },
    band: { green: "Green", amber: "Amber", red: "Red" },
    focus: { learn: "Learn", do: "Do", own: "Own" },
    step: { theory: "Reading", practice: "Practice", field: "Field", admin: "Admin" },
    mode: { read: "Reading", watch: "Video", practice: "Practice" },
    tool: {
      crm: "CRM",
      im: "Messenger",
      telephony: "Telephony",
      demo: "Demo",
      document: "Document",
      calculator: "Calculator",
      dashboard: "Dashboard",
      template: "Template",
      other: "Other",
    },
    guide: { strategy: "Strategy", policy: "Policy", playbook: "Playbook", "how-to": "How-to" },
    action: { none: "Know about it", read: "Read it", retrain: "Practise again" },
    tier: ["Large, at once", "Large", "Small", "Wording only"],
    customerSafe: { yes: "Usable with customers", no: "Not for customers" },
  },
};
