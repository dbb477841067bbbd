import type { CollectionName, Locale } from "#model/fields.ts";

interface CollectionWords {
  /** The collection as a heading. */
  many: string;
  /** One document of it. */
  one: string;
  /** What it is for, in one sentence. */
  purpose: string;
}

/** What readers call the collections. */
export const collectionWords: Record<Locale, Record<CollectionName, CollectionWords>> = {
  "zh-CN": {
    stages: { many: "销售流程", one: "阶段", purpose: "从线索到续约：何时进、做什么、何时出。" },
    scripts: { many: "话术", one: "话术", purpose: "拿起就能说：电话、企业微信、邮件、会面。" },
    objections: { many: "异议应对", one: "异议", purpose: "客户这么说：先问什么、怎么答、下一步。" },
    kpis: { many: "指标", one: "指标", purpose: "怎么算、目标多少、变差了怎么办。" },
    paths: { many: "上岗路径", one: "路径", purpose: "新人按天走的学习与实战安排。" },
    lessons: { many: "课程", one: "课程", purpose: "讲清楚、考一考、练一练。" },
    tools: { many: "工具", one: "工具", purpose: "哪件事用哪个工具，打不开怎么办。" },
    roles: { many: "岗位", one: "岗位", purpose: "我负责什么、能定什么、该读什么。" },
    terms: { many: "术语表", one: "术语", purpose: "同一个词，全队同一个意思。" },
    guides: { many: "指南与制度", one: "指南", purpose: "目标、规矩，手册怎么维护。" },
    releases: { many: "更新说明", one: "更新", purpose: "哪里变了，从哪天起，要做什么。" },
  },
  en: {
    stages: { many: "Sales process", one: "Stage", purpose: "From lead to renewal: when to enter a stage, what to do, when to leave." },
    scripts: { many: "Scripts", one: "Script", purpose: "Words ready to use: phone, WeCom, email, meetings." },
    objections: { many: "Objections", one: "Objection", purpose: "When the customer says this: what to ask, answer and do next." },
    kpis: { many: "KPIs", one: "KPI", purpose: "How each is worked out, where it should be, what to do when it slips." },
    paths: { many: "Onboarding paths", one: "Path", purpose: "What a new hire learns and practises, day by day." },
    lessons: { many: "Lessons", one: "Lesson", purpose: "The theory, a quiz, a practice." },
    tools: { many: "Tools", one: "Tool", purpose: "Which tool for which job, and what to do when it is down." },
    roles: { many: "Roles", one: "Role", purpose: "What I do, what I decide, what I should read." },
    terms: { many: "Glossary", one: "Term", purpose: "One word, one meaning for the whole team." },
    guides: { many: "Guides and policies", one: "Guide", purpose: "Goals, rules, and how this handbook is kept." },
    releases: { many: "Release notes", one: "Release note", purpose: "What changed, from when, and what to do about it." },
  },
};
