import { copyFileSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { describeCollectionPage } from "#handbook/collection-page.ts";
import { describeDocumentPage } from "#handbook/document-page.ts";
import { describeHomePage } from "#handbook/home-page.ts";
import { planPages } from "#handbook/plan.ts";
import { type RuleName, rules } from "#model/rules.ts";
import { checkFolder, copyBase, fixtures, readFolder, write } from "./content-folder.ts";

let folder: string;
let content: string;

beforeEach(() => {
  ({ folder, content } = copyBase());
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Case {
  /** Where the broken file of the rule's name goes. */
  at: string;
  /** Makes what can't stand in a repository, instead of copying the broken file. */
  make?: () => void;
  severity?: "warning";
  /** Where the problem shows, when it is not the broken file. */
  file?: string;
  problem: [line: number, column: number, message: string, mend: string];
}

const guide = "en/guides/pricing.mdx";
const script = "en/scripts/cold-call.mdx";
const kpi = "en/kpis/win-rate.mdx";
const path = "en/paths/onboarding.mdx";
const settings = "handbook.yaml";

/** Rules of the history: a file can't break them, only a repository can. `history-clones.test.ts`, `history-editions.test.ts` and `editions.test.ts` test them. */
const ofHistory = [
  "shallow-history",
  "partial-clone",
  "unreadable-snapshot",
  "shallow-snapshot",
  "stray-snapshot",
  "unaffected-document",
] as const satisfies RuleName[];

type RuleOfFiles = Exclude<RuleName, (typeof ofHistory)[number]>;

/** Without settings nothing can be shown. */
const unreadable: RuleOfFiles[] = ["missing-settings", "invalid-settings"];

const cases: Record<RuleOfFiles, Case> = {
  "invalid-file-name": {
    at: "en/guides/Price List.mdx",
    problem: [1, 1, '"Price List.mdx" can\'t be the name of a document.', 'Rename it to "price-list.mdx".'],
  },
  "unknown-folder": {
    at: "en/guide/discounts.mdx",
    problem: [1, 1, 'No collection is called "guide".', 'Did you mean "guides"?'],
  },
  "duplicate-id": {
    at: "en/guides/20-pricing.mdx",
    file: guide,
    problem: [
      1,
      1,
      '"pricing" is also the id of en/guides/20-pricing.mdx.',
      "Rename one of the two files; a different number in front, capitals or another form of the same letters are not enough.",
    ],
  },
  "invalid-encoding": {
    at: guide,
    problem: [10, 4, "The file is not UTF-8 text.", "Save the file again with the encoding UTF-8."],
  },
  "too-large": {
    at: guide,
    make: () => write(content, guide, "Name the price once.\n".repeat(250_000)),
    problem: [1, 1, "The file has 5127 KB of text; 256 KB is the most.", "Split it into several documents."],
  },
  "conflict-marker": {
    at: guide,
    problem: [
      12,
      1,
      "A merge conflict was left here.",
      "Choose one of the two versions and delete the lines with <<<<<<<, ======= and >>>>>>>.",
    ],
  },
  "outside-root": {
    at: "en/guides/discounts.mdx",
    make: () => {
      copyFileSync(join(fixtures, "broken/outside-root.mdx"), join(folder, "outside-root.mdx"));
      symlinkSync(join(folder, "outside-root.mdx"), join(content, "en/guides/discounts.mdx"));
    },
    problem: [1, 1, "This is a link to ../outside-root.mdx, outside the content folder.", "Put the file itself into the content folder."],
  },
  "unreadable-file": {
    at: "en/guides/discounts.mdx",
    make: () => symlinkSync("nowhere.mdx", join(content, "en/guides/discounts.mdx")),
    problem: [
      1,
      1,
      "The file can't be read: it is a link to a file that does not exist.",
      "Check that it exists and that you may read it.",
    ],
  },
  "missing-frontmatter": {
    at: guide,
    problem: [1, 1, "The document has no frontmatter.", "Begin the file with a line `---`, the fields, and another line `---`."],
  },
  "invalid-yaml": {
    at: guide,
    problem: [
      2,
      8,
      "The fields can't be read here: a value holds a colon followed by a space, or a line is indented too far.",
      "Check the indentation and the quotes; put a text into quotes where it holds a colon followed by a space.",
    ],
  },
  "duplicate-key": { at: guide, problem: [8, 1, '"title" stands here twice.', "Delete one of the two."] },
  "invalid-field": {
    at: guide,
    problem: [5, 1, '`reviewed` can\'t be "1 October".', "Write a date as year-month-day, such as `2026-03-01`."],
  },
  "unknown-field": { at: guide, problem: [8, 1, "There is no field called `tag` here.", 'Did you mean "tags"?'] },
  "missing-owner": {
    at: guide,
    problem: [2, 1, "The document has no owner.", "Add `owner:` with the id of a role, such as `owner: sales-manager`."],
  },
  "unknown-audience": { at: guide, problem: [6, 1, 'There is no audience called "intern".', 'Did you mean "internal"?'] },
  "unknown-reference": { at: guide, problem: [8, 9, 'There is no role called "sales-rap".', 'Did you mean "sales-rep"?'] },
  "hidden-reference": {
    at: guide,
    problem: [
      10,
      25,
      "Readers of this document (public) may not see kpis/win-rate (internal).",
      "Remove the reference, widen the audience of the target, or narrow the audience of this document.",
    ],
  },
  "broken-link": {
    at: guide,
    problem: [10, 9, 'The link "../scripts/cold-cal.mdx" leads to no document.', 'Did you mean "../scripts/cold-call.mdx"?'],
  },
  "broken-anchor": {
    at: guide,
    problem: [10, 9, '"../scripts/cold-call.mdx" has no heading "#reasons".', 'Did you mean "#reason"?'],
  },
  "forbidden-link": {
    at: guide,
    problem: [
      10,
      10,
      'Links that begin with "javascript:" are not allowed.',
      "Use https:, http:, mailto:, tel: or the path of a file of the handbook.",
    ],
  },
  "missing-image": {
    at: guide,
    problem: [10, 1, 'The image "plan.svg" does not exist.', "Put the file beside this document and write its path relative to it."],
  },
  "invalid-image": {
    at: guide,
    problem: [
      10,
      1,
      'The image "https://acorn.example/plans.png" can\'t be used: it is not a file of the content folder.',
      "Save it as a file beside this document and write its path relative to it.",
    ],
  },
  "missing-alt": {
    at: guide,
    problem: [
      10,
      12,
      'The image "plans.svg" has no description.',
      "Say between the square brackets what it shows, for readers who can't see it.",
    ],
  },
  "duplicate-redirect": {
    at: guide,
    problem: [8, 26, '"/stages/demo/" already leads to en/stages/20-demo.mdx.', "Keep the redirect in one document only."],
  },
  "unclosed-tag": {
    at: guide,
    problem: [
      12,
      1,
      "The text can't be read from here on: expected a closing tag for `<Say>` (12:1).",
      "Close every <Tag> with </Tag> and every { with }; write a plain < as &lt; and a plain { as \\{.",
    ],
  },
  "too-deep": {
    at: guide,
    problem: [10, 101, "Here lists, quotes or components lie more than 100 deep in one another.", "Take the inner ones out."],
  },
  "forbidden-code": {
    at: guide,
    problem: [
      10,
      14,
      "Content can't run code, and {process.exit(0)} is not the name of a variable.",
      "Write {name} with a name from `variables`, plain text as an attribute's value, or \\{ for a brace.",
    ],
  },
  "unknown-component": { at: guide, problem: [10, 1, "There is no component called <Sai>.", 'Did you mean "Say"?'] },
  "misplaced-component": {
    at: guide,
    problem: [10, 1, "<When> has no meaning outside <Branch>.", "Put <When> directly into a <Branch>."],
  },
  "stray-content": {
    at: guide,
    problem: [12, 1, "<Tabs> can hold nothing but <Tab>.", "Put this into a <Tab>, or before or after the <Tabs>."],
  },
  "unexpected-content": {
    at: guide,
    problem: [10, 15, "<KpiValue> can't hold text.", "Write it as `<KpiValue … />`, and put the text beside it."],
  },
  "invalid-attribute": { at: guide, problem: [10, 7, "`titel` of <Note> is not known.", 'Did you mean "title"?'] },
  "forbidden-html": {
    at: guide,
    problem: [10, 7, "<b> is not allowed here.", "Use Markdown or a component of the handbook instead."],
  },
  "unknown-variable": { at: guide, problem: [11, 19, 'The document declares no variable called "custmer".', 'Did you mean "customer"?'] },
  "unused-variable": {
    at: guide,
    severity: "warning",
    problem: [
      8,
      14,
      'The variable "customer" is declared but not used.',
      "Write {customer} where it belongs, or delete it from `variables`.",
    ],
  },
  "duplicate-order": {
    at: "en/stages/20-demo.mdx",
    problem: [7, 1, "en/stages/10-lead.mdx is already number 1 of the process.", "Give each stage an `order` of its own."],
  },
  "unreachable-stage": {
    at: "en/stages/10-lead.mdx",
    problem: [2, 1, 'No stage leads to "Lead".', "Name it in `next` of the stage before it."],
  },
  "dead-end-stage": {
    at: "en/stages/30-closing.mdx",
    problem: [
      2,
      1,
      'The process stops at "Closing" without an outcome.',
      "Name the following stage in `next`, or say in `ends` how the process ends here.",
    ],
  },
  "unreachable-step": {
    at: script,
    problem: [34, 1, 'No way through the conversation leads to "Reason".', 'Let a `When` point to it (`to="#…"`), or delete the step.'],
  },
  "dead-end-step": {
    at: script,
    problem: [
      46,
      1,
      'The conversation stops at "Reason" without an outcome.',
      "End it with a `Branch` whose `When`s name a step, a document (`to`) or an outcome (`outcome`).",
    ],
  },
  "unknown-outcome": { at: script, problem: [44, 22, 'The document declares no outcome called "boked".', 'Did you mean "booked"?'] },
  "late-consent": {
    at: script,
    problem: [
      20,
      1,
      "The conversation is recorded, but consent is not asked for first.",
      "Begin the first step with `<Say consent>` that asks whether recording is all right.",
    ],
  },
  "invalid-formula": {
    at: kpi,
    problem: [9, 1, "The formula can't be computed: it stops in the middle.", "Use names of `inputs`, numbers, + - * / ^ and brackets."],
  },
  "unused-input": {
    at: kpi,
    severity: "warning",
    problem: [12, 3, 'The formula does not use the input "lost".', "Use it in the formula or delete it."],
  },
  "failing-example": {
    at: kpi,
    problem: [
      21,
      3,
      "The example expects 26.8, but the formula gives 28.6.",
      "Correct the example's inputs, its expected value, or the formula.",
    ],
  },
  "missing-value": {
    at: guide,
    severity: "warning",
    problem: [
      10,
      40,
      'The KPI "win-rate" has no target, so readers see a dash here.',
      "Add `targets` to the KPI, or write here what readers should know.",
    ],
  },
  "formula-cycle": {
    at: kpi,
    problem: [12, 43, "These KPIs are computed from one another: win-rate → win-rate.", "Remove `kpi` from one of the inputs."],
  },
  "path-cycle": {
    at: path,
    problem: [15, 12, "These paths require one another: onboarding → onboarding.", "Remove one of them from `requires`."],
  },
  "missing-practice": {
    at: path,
    severity: "warning",
    problem: [11, 7, "No practice leads to the milestone of day 5.", "Add a step of kind `practice` or `field` that is due by then."],
  },
  "review-overdue": {
    at: guide,
    severity: "warning",
    problem: [5, 1, "The review was due on 2026-11-01.", "Review it and set `reviewed`, or change `reviewEvery`."],
  },
  "missing-translation": {
    at: "en/guides/discounts.mdx",
    severity: "warning",
    problem: [1, 1, "The document has no version in zh-CN.", "Add zh-CN/guides/discounts.mdx; until then its readers see this text."],
  },
  "missing-settings": {
    at: settings,
    make: () => rmSync(join(content, settings)),
    problem: [
      1,
      1,
      "The content folder has no `handbook.yaml`.",
      "Create it with at least `title`, `url`, `locales`, `audiences` and `audience`.",
    ],
  },
  "invalid-settings": { at: settings, problem: [7, 1, '`audience` can\'t be "intern".', "Name one of: public, internal."] },
  "invalid-synonyms": {
    at: "synonyms.yaml",
    file: "synonyms.yaml",
    problem: [3, 5, "`rings.2` is not right.", "Name at least two words that mean the same."],
  },
  "duplicate-synonym": {
    at: "synonyms.yaml",
    file: "synonyms.yaml",
    problem: [3, 15, '"Closing" is also in the ring of line 2.', "Delete it here, or make one ring of the two."],
  },
  "missing-file": {
    at: settings,
    problem: [9, 3, 'The content folder has no file "logo.svg".', "Put it there, or correct its path from the content folder."],
  },
  "low-contrast": {
    at: settings,
    problem: [
      9,
      3,
      "#f2c14e can't be read well on a light page: its contrast is 1.6 to 1, and 4.5 to 1 is needed.",
      "Choose a darker colour.",
    ],
  },
};

test("has nothing to say about a handbook in which all is well", () => {
  expect(checkFolder(content)).toEqual([]);
});

test.each(Object.entries(cases) as [RuleOfFiles, Case][])(
  "tells of %s, and of nothing else",
  (rule, { at, make, severity = "error", file = at, problem }) => {
    const [line, column, message, mend] = problem;
    if (make) make();
    else copyBroken(rule, at);
    expect(checkFolder(content)).toEqual([{ rule, severity, file, line, column, message, mend }]);
  },
);

test.each((Object.keys(cases) as RuleOfFiles[]).filter((rule) => !unreadable.includes(rule)))(
  "can show the rest of a handbook that has %s, as it does while someone writes it",
  (rule) => {
    const { at, make } = cases[rule];
    if (make) make();
    else copyBroken(rule, at);
    const handbook = readFolder(content);
    const shown = planPages(handbook).map((address) => {
      if (address.page === "document") return describeDocumentPage(handbook, address);
      return address.page === "collection" ? describeCollectionPage(handbook, address) : describeHomePage(handbook, address.locale);
    });
    expect(shown.length).toBeGreaterThan(30);
  },
);

test("has a broken file for every rule, and a rule for every broken file", () => {
  const files = globSync("*", { cwd: join(fixtures, "broken") }).map((file) => file.replace(/\.\w+$/, ""));
  const made = Object.entries(cases).flatMap(([rule, { make }]) => (make ? [rule] : []));
  expect([...new Set([...files, ...made, ...ofHistory])].sort()).toEqual(Object.keys(rules).sort());
});

test("tells of fifty bad files in one run, each at its place, and runs nothing of them", () => {
  const marker = join(folder, "marker");
  const frontmatter = /^---[^]*?\n---\n/.exec(readFileSync(join(content, guide), "utf8"))?.[0] ?? "";
  const code = `require("node:fs").writeFileSync(${JSON.stringify(marker)}, "")`;
  const bodies = [
    `{${code}}`,
    `export const made = ${code};`,
    `import "data:text/javascript,import fs from 'node:fs'"`,
    `<Say {...${code}} />`,
    `<Say\n  title={${code}}\n/>`,
  ];
  const places = [
    [10, 1],
    [10, 1],
    [10, 1],
    [10, 6],
    [11, 3],
  ];
  const files = Array.from({ length: 50 }, (_, index) => `en/guides/bad-${String(index).padStart(2, "0")}.mdx`);
  for (const [index, file] of files.entries()) write(content, file, `${frontmatter}\n${bodies[index % 5]}\n`);
  expect(checkFolder(content).map(({ rule, file, line, column }) => [rule, file, line, column])).toEqual(
    files.map((file, index) => ["forbidden-code", file, ...(places[index % 5] ?? [])]),
  );
  expect(existsSync(marker)).toBe(false);
});

function copyBroken(rule: RuleName, at: string): void {
  const [file = ""] = globSync(`${rule}.*`, { cwd: join(fixtures, "broken") });
  mkdirSync(dirname(join(content, at)), { recursive: true });
  copyFileSync(join(fixtures, "broken", file), join(content, at));
}
