import { expect, test } from "vitest";
import { collections } from "#model/collections.ts";
import type { CollectionName } from "#model/fields.ts";
import { settings } from "#model/settings.ts";
import { validate } from "#source/validate.ts";
import { readYaml } from "#source/yaml.ts";

const common = "title: A\nsummary: B.\nowner: sales-rep\nreviewed: 2026-10-01\n";
const kpi = `${common}question: C?\nkind: ratio\nformula: a\ninputs: { a: { label: a, unit: count } }\nunit: percent\ndirection: up\ntime: { basis: period, window: 3 months, grain: month }\ncadence: monthly\nleadLag: lagging\ncaveats: D\nexample: { inputs: { a: 1 }, expected: 1 }\n`;
const stage = `${common}order: 1\npurpose: A\ncustomerOutcome: B\nentry: [{ text: A, by: rep }]\nexit: [{ text: A, by: buyer }]\nactivities: [{ do: A, standard: B }]\nfollowUp: { firstTouch: 1 hour, cadence: [1], maxAttempts: 2, stopWhen: A }\nkpis: [win-rate]\n`;
const objection = `${common}says: [A]\ncategory: price\nconcern: A\nclarify: [A]\nshort: B\nstages: [demo]\nnextStep: C\n`;

test.each<[what: string, collection: CollectionName, text: string, line: number, column: number, message: string, mend: string]>([
  ["a field that is missing", "guides", common, 2, 1, "`kind` is missing.", "Add it."],
  [
    "a field below another that is missing",
    "stages",
    stage.replace(", by: rep", ""),
    9,
    9,
    "`entry.1.by` is missing.",
    "Add it. Who shows it: the buyer's act counts more than the rep's opinion.",
  ],
  ["an empty field", "guides", `${common.replace(" A", "")}kind: policy\n`, 2, 1, "`title` is empty, not text.", "Write text."],
  [
    "a text that is empty",
    "guides",
    `${common.replace(" A", ' " "')}kind: how-to\n`,
    2,
    1,
    "`title` is empty.",
    "Write something, or delete the field.",
  ],
  [
    "a text that is too long",
    "guides",
    `${common.replace("B.", "B".repeat(161))}kind: how-to\n`,
    3,
    1,
    "`summary` has 161 characters; 160 are allowed.",
    "Shorten it.",
  ],
  ["a number for a text", "guides", `${common.replace(" A", " 2026")}kind: how-to\n`, 2, 1, "`title` is 2026, not text.", "Write text."],
  ["a text for a list", "guides", `${common}kind: how-to\ntags: price\n`, 7, 1, '`tags` is "price", not a list.', "Write a list."],
  [
    "a list for a text",
    "guides",
    `${common}kind: [how-to]\n`,
    6,
    1,
    "`kind` can't be a list.",
    "Use one of: strategy, policy, playbook, how-to.",
  ],
  ["another word than those allowed", "guides", `${common}kind: howto\n`, 6, 1, '`kind` can\'t be "howto".', 'Did you mean "how-to"?'],
  [
    "a day that is not there",
    "guides",
    `${common.replace("10-01", "02-30")}kind: how-to\n`,
    5,
    1,
    '`reviewed` can\'t be "2026-02-30".',
    "Write a date as year-month-day, such as `2026-03-01`.",
  ],
  [
    "a length of time without a number",
    "guides",
    `${common}kind: how-to\nreviewEvery: monthly\n`,
    7,
    1,
    '`reviewEvery` can\'t be "monthly".',
    "Write a whole number and a unit, such as `10 minutes`, `14 days` or `3 months`.",
  ],
  [
    "an id with a blank",
    "guides",
    `${common}kind: how-to\nroles: [Sales Rep]\n`,
    7,
    9,
    '`roles.1` can\'t be "Sales Rep".',
    "Write the id of a document: its file name without `.mdx` and without the leading number.",
  ],
  [
    "a name of a variable in Chinese",
    "guides",
    `${common}kind: how-to\nvariables: { 客户: { label: A, example: B } }\n`,
    7,
    14,
    "`variables.客户` has a name that can't be used.",
    "A variable's name is Latin letters and digits, such as `customer`.",
  ],
  [
    "a name of a variable that JavaScript keeps for itself",
    "guides",
    `${common}kind: how-to\nvariables: { case: { label: A, example: B } }\n`,
    7,
    14,
    "`variables.case` has a name that can't be used.",
    "The name is a word of JavaScript; add another word to it, such as `caseName`.",
  ],
  [
    "a policy without its rule",
    "guides",
    `${common}kind: policy\nwhy: A\n`,
    2,
    1,
    "`rule` is missing.",
    "A policy needs its `rule` in one sentence.",
  ],
  [
    "a misspelt field in a list",
    "stages",
    stage.replace("standard: B", "standard: B, tol: crm"),
    11,
    36,
    "There is no field called `tol` here.",
    'Did you mean "tool"?',
  ],
  [
    "a number that is too small",
    "stages",
    stage.replace("order: 1", "order: 0"),
    6,
    1,
    "`order` is 0, too small.",
    "Write a number above 0.",
  ],
  [
    "a number that is not whole",
    "stages",
    stage.replace("order: 1", "order: 1.5"),
    6,
    1,
    "`order` is 1.5, not a whole number.",
    "Write a whole number.",
  ],
  ["an empty list", "stages", stage.replace("[win-rate]", "[]"), 13, 1, "`kpis` is empty.", "Add at least one entry."],
  [
    "criteria that the buyer shows none of",
    "stages",
    stage.replace("by: buyer", "by: rep"),
    10,
    1,
    "`exit` is not right.",
    "At least one exit criterion must be shown by the buyer (`by: buyer`).",
  ],
  [
    "a threshold that is a text",
    "kpis",
    `${kpi}thresholds: { green: high, amber: 1 }\n`,
    17,
    15,
    '`thresholds.green` can\'t be "high".',
    "Write a number or two numbers in square brackets.",
  ],
  [
    "both of two fields that exclude one another",
    "kpis",
    `${kpi}confusedWith: [{ kpi: a, name: B, difference: C }]\n`,
    17,
    16,
    "`confusedWith.1` is not right.",
    "Give either `kpi` or `name`.",
  ],
  [
    "an answer that is too long",
    "objections",
    objection.replace("short: B", `short: ${"价".repeat(81)}`),
    10,
    1,
    "`short` is not right.",
    "The short answer may have at most 40 words, or 80 characters of Chinese.",
  ],
])("says what is wrong with %s", (_what, collection, text, line, column, message, mend) => {
  const result = validate(collections[collection], readYaml(text, "a.mdx", 2), "invalid-field");
  expect("problems" in result ? result.problems.map((one) => [one.line, one.column, one.message, one.mend]) : []).toEqual([
    [line, column, message, mend],
  ]);
});

test.each([
  ["kpis", kpi],
  ["stages", stage],
  ["objections", objection],
] as const)("takes the fields of %s that are right", (collection, text) => {
  expect(validate(collections[collection], readYaml(text, "a.mdx", 2), "invalid-field")).toHaveProperty("data");
});

const own =
  "title: { en: A, zh-CN: B }\nurl: https://acorn.example\nlocales: [en, zh-CN]\naudiences: [public, internal]\naudience: internal\n";

test.each([
  [
    "an audience that is not listed",
    own.replace("audience: internal", "audience: intern"),
    5,
    1,
    '`audience` can\'t be "intern".',
    "Name one of: public, internal.",
  ],
  [
    "an audience in capitals",
    own.replace("[public", "[Public"),
    4,
    13,
    '`audiences.1` can\'t be "Public".',
    "Use small Latin letters, digits and hyphens.",
  ],
  ["an audience that stands twice", own.replace("[public", "[internal"), 4, 1, "`audiences` is not right.", "Name each audience once."],
  ["a language without a title", own.replace(", zh-CN: B", ""), 1, 1, "`title` is not right.", "Give the title in zh-CN too."],
  [
    "a language that the interface has no words for",
    own.replace("[en, zh-CN]", "[en, fr]"),
    3,
    15,
    '`locales.2` can\'t be "fr".',
    "Use one of: zh-CN, en.",
  ],
  [
    "an address that is none",
    own.replace("https://", ""),
    2,
    1,
    '`url` can\'t be "acorn.example".',
    "Write a whole web address, such as `https://crm.example.com`.",
  ],
  [
    "an address that runs code",
    own.replace("https://acorn.example", "javascript:alert(1)"),
    2,
    1,
    '`url` can\'t be "javascript:alert(1)".',
    "Write a whole web address, such as `https://crm.example.com`.",
  ],
  [
    "a base path without slashes",
    `${own}base: handbook\n`,
    6,
    1,
    '`base` can\'t be "handbook".',
    "Write a path that begins and ends with a slash, such as `/` or `/handbook/`.",
  ],
  [
    "a base path that leads up",
    `${own}base: /../\n`,
    6,
    1,
    '`base` can\'t be "/../".',
    "Write a path that begins and ends with a slash, such as `/` or `/handbook/`.",
  ],
  [
    "issues without a repository",
    `${own}feedback: [{ channel: issue }]\n`,
    6,
    1,
    "`feedback` is not right.",
    "Feedback by issue needs `repository`.",
  ],
  [
    "a channel that is not there",
    `${own}feedback: [{ channel: fax }]\n`,
    6,
    14,
    '`feedback.1.channel` can\'t be "fax".',
    "Use one of: issue, email.",
  ],
  [
    "a collection that is not there",
    `${own}review: { collections: { script: 1 month } }\n`,
    6,
    26,
    "There is no field called `script` here.",
    'Did you mean "scripts"?',
  ],
])("says what is wrong with settings that have %s", (_what, text, line, column, message, mend) => {
  const result = validate(settings, readYaml(text, "handbook.yaml"), "invalid-settings");
  expect("problems" in result ? result.problems.map((one) => [one.line, one.column, one.message, one.mend]) : []).toEqual([
    [line, column, message, mend],
  ]);
});
