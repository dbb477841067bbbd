import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkFolder, copyBase, write } from "./content-folder.ts";

let folder: string;
let content: string;

beforeEach(() => {
  ({ folder, content } = copyBase());
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const script = "en/scripts/cold-call.mdx";
/** The first line of the text below the frontmatter. */
const first = 18;
const say = "<Say consent>\n\nHello, {customer}.\n\n</Say>";
const end = branch('<When says="a" outcome="no">x</When>');

test("goes on from a step to the one below it, unless every reaction leads elsewhere", () => {
  expect(
    check("## A", say, "## B", "Text.", "## C", branch('<When says="a">x</When>', '<When says="b" outcome="no">x</When>'), "## D", end),
  ).toEqual([]);
});

test("follows reactions forwards, backwards and into the parts of a step", () => {
  expect(
    check(
      "## A",
      say,
      branch('<When says="a" to="#part">x</When>'),
      "## B",
      end,
      "## C",
      "### Part",
      branch('<When says="a" to="cold-call.mdx#b">x</When>'),
    ),
  ).toEqual([]);
});

test("finds steps to which no way leads", () => {
  expect(
    check(
      "## A",
      say,
      branch('<When says="a" to="#d">x</When>'),
      "## B",
      "Text.",
      "## C",
      branch('<When says="a" to="#b">x</When>'),
      "## D",
      end,
    ),
  ).toEqual([
    ["unreachable-step", first + 14, 'No way through the conversation leads to "B".'],
    ["unreachable-step", first + 18, 'No way through the conversation leads to "C".'],
  ]);
});

test("finds where the last step stops without an outcome", () => {
  expect(check("## A", say)).toEqual([["dead-end-step", first, 'The conversation stops at "A" without an outcome.']]);
  expect(check("## A", say, branch('<When says="a" outcome="no">x</When>', '<When says="b">x</When>'))).toEqual([
    ["dead-end-step", first + 12, 'The conversation stops at "A" without an outcome.'],
  ]);
  expect(check("## A", say, end, "<Note>Call back.</Note>")).toEqual([
    ["dead-end-step", first, 'The conversation stops at "A" without an outcome.'],
  ]);
  expect(check("## A", say, "<Branch>\n\nNothing yet.\n\n</Branch>")).toEqual([
    ["dead-end-step", first, 'The conversation stops at "A" without an outcome.'],
  ]);
});

test("takes a script without headings for one step", () => {
  expect(check(say, end)).toEqual([]);
  expect(check(say)).toEqual([["dead-end-step", 2, 'The conversation stops at "Cold call" without an outcome.']]);
});

test("knows the outcomes of the script only", () => {
  expect(check("## A", say, branch('<When says="a" outcome="maybe">x</When>'))).toEqual([
    ["unknown-outcome", first + 10, 'The document declares no outcome called "maybe".'],
  ]);
  const guide = "en/guides/pricing.mdx";
  write(content, guide, `${readFileSync(join(content, guide), "utf8")}\n${end}\n`);
  expect(checkFolder(content).find((one) => one.file === guide && one.rule === "unknown-outcome")).toEqual({
    rule: "unknown-outcome",
    severity: "error",
    file: guide,
    line: 18,
    column: 16,
    message: 'The document declares no outcome called "no".',
    mend: "Only scripts have outcomes; name a step or a document in `to`.",
  });
});

test.each([
  ["is not said at all", ["## A", "<Ask>{customer}?</Ask>", end], first + 2],
  ["comes second", ["## A", "<Ask>How are you?</Ask>", say, end], first + 2],
  ["comes in the second step", ["## A", "Text.", "## B", say, end], first],
  ["comes behind words above the first step", ["<Say>{customer}!</Say>", "## A", say, end], first],
])("wants consent first where it %s", (_what, text, line) => {
  expect(check(...text)).toEqual([["late-consent", line, "The conversation is recorded, but consent is not asked for first."]]);
});

test("lets notes stand above the first step, and asks for no consent where nothing is recorded", () => {
  expect(check("<Note>Breathe.</Note>", "## A", say, end)).toEqual([]);
  write(content, script, read().replace("recorded: true", "recorded: false"));
  expect(check("## A", "<Say>{customer}!</Say>", end)).toEqual([]);
});

function branch(...reactions: string[]): string {
  return `<Branch>\n\n${reactions.join("\n\n")}\n\n</Branch>`;
}

function read(): string {
  return readFileSync(join(content, script), "utf8");
}

function check(...text: string[]) {
  const frontmatter = /^---[^]*?\n---\n/.exec(read())?.[0] ?? "";
  write(content, script, `${frontmatter}\n${text.join("\n\n")}\n`);
  // The guide links to a heading that these scripts do not have.
  return checkFolder(content).flatMap(({ rule, file, line, message }) => (file === script ? [[rule, line, message]] : []));
}
