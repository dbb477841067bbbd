import type { CollectionName } from "#model/fields.ts";
export type Severity = "error" | "warning";

interface Rule<F> {
  severity: Severity;
  message: (facts: F) => string;
  mend: (facts: F) => string;
}

const error = <F = unknown>(message: (facts: F) => string, mend: (facts: F) => string): Rule<F> => ({ severity: "error", message, mend });
const warning = <F = unknown>(message: (facts: F) => string, mend: (facts: F) => string): Rule<F> => ({
  severity: "warning",
  message,
  mend,
});

const didYouMean = (nearest: string | undefined, otherwise: string) => (nearest ? `Did you mean "${nearest}"?` : otherwise);

/** What one document of a collection is called. */
const kinds: Record<CollectionName, string> = {
  stages: "stage",
  scripts: "script",
  objections: "objection",
  kpis: "KPI",
  paths: "path",
  lessons: "lesson",
  tools: "tool",
  roles: "role",
  terms: "term",
  guides: "guide",
  releases: "release note",
};

function nameKinds(collections: readonly CollectionName[]): string {
  return collections.length > 3 ? "document" : collections.map((one) => kinds[one]).join(" or ");
}

/** Every rule with its severity and wording. A rule's name never changes. */
export const rules = {
  // Files
  "invalid-file-name": error<{ name: string; suggestion?: string }>(
    ({ name }) => `"${name}" can't be the name of a document.`,
    ({ suggestion }) =>
      suggestion
        ? `Rename it to "${suggestion}".`
        : "Use lower-case letters, digits and hyphens, and end it with `.mdx`, such as `cold-call.mdx`.",
  ),
  "unknown-folder": error<{ kind: "language" | "collection"; name?: string; nearest?: string; known: string[] }>(
    ({ kind, name }) => (name === undefined ? `The file lies in no folder of a ${kind}.` : `No ${kind} is called "${name}".`),
    ({ nearest, known }) => didYouMean(nearest, `Put the file into one of the folders ${known.join(", ")}.`),
  ),
  "duplicate-id": error<{ id: string; other: string }>(
    ({ id, other }) => `"${id}" is also the id of ${other}.`,
    () => "Rename one of the two files; a different number in front, capitals or another form of the same letters are not enough.",
  ),
  "invalid-encoding": error<{ character?: string }>(
    ({ character }) => (character ? `The file holds the invisible character ${character}.` : "The file is not UTF-8 text."),
    ({ character }) => (character ? "Delete that character." : "Save the file again with the encoding UTF-8."),
  ),
  "too-large": error<{ kilobytes: number; largest: number }>(
    ({ kilobytes, largest }) => `The file has ${kilobytes} KB of text; ${largest} KB is the most.`,
    () => "Split it into several documents.",
  ),
  "conflict-marker": error(
    () => "A merge conflict was left here.",
    () => "Choose one of the two versions and delete the lines with <<<<<<<, ======= and >>>>>>>.",
  ),
  "outside-root": error<{ target?: string }>(
    ({ target }) =>
      target ? `This is a link to ${target}, outside the content folder.` : "This is a link to a folder in which it lies itself.",
    ({ target }) => (target ? "Put the file itself into the content folder." : "Delete the link."),
  ),
  "unreadable-file": error<{ reason: string }>(
    ({ reason }) => `The file can't be read: ${reason}.`,
    () => "Check that it exists and that you may read it.",
  ),

  // Frontmatter
  "missing-frontmatter": error(
    () => "The document has no frontmatter.",
    () => "Begin the file with a line `---`, the fields, and another line `---`.",
  ),
  "invalid-yaml": error<{ reason: string }>(
    ({ reason }) => `The fields can't be read here: ${reason}.`,
    () => "Check the indentation and the quotes; put a text into quotes where it holds a colon followed by a space.",
  ),
  "duplicate-key": error<{ key: string }>(
    ({ key }) => `"${key}" stands here twice.`,
    () => "Delete one of the two.",
  ),
  "invalid-field": error<{ field: string; reason: string; mend: string }>(
    ({ field, reason }) => `\`${field}\` ${reason}.`,
    ({ mend }) => mend,
  ),
  "unknown-field": error<{ field: string; nearest?: string }>(
    ({ field }) => `There is no field called \`${field}\` here.`,
    ({ nearest }) => didYouMean(nearest, "Delete it."),
  ),
  "missing-owner": error(
    () => "The document has no owner.",
    () => "Add `owner:` with the id of a role, such as `owner: sales-manager`.",
  ),
  "unknown-audience": error<{ audience: string; nearest?: string; known: string[] }>(
    ({ audience }) => `There is no audience called "${audience}".`,
    ({ nearest, known }) => didYouMean(nearest, `The settings know: ${known.join(", ")}.`),
  ),

  // References and links
  "unknown-reference": error<{ collections: readonly CollectionName[]; id: string; nearest?: string }>(
    ({ collections, id }) => `There is no ${nameKinds(collections)} called "${id}".`,
    ({ nearest }) => didYouMean(nearest, "Create it, or correct the id."),
  ),
  "hidden-reference": error<{ target: string; audience: string; targetAudience: string }>(
    ({ target, audience, targetAudience }) =>
      targetAudience === "draft"
        ? `${target} is a draft, so readers won't find it.`
        : `Readers of this document (${audience}) may not see ${target} (${targetAudience}).`,
    ({ targetAudience }) =>
      targetAudience === "draft"
        ? "Remove the reference, or delete `draft` from the target."
        : "Remove the reference, widen the audience of the target, or narrow the audience of this document.",
  ),
  "broken-link": error<{ url: string; nearest?: string }>(
    ({ url }) => `The link "${url}" leads to no document.`,
    ({ nearest }) => didYouMean(nearest, "Write the path of a file relative to this one, such as `../scripts/cold-call.mdx`."),
  ),
  "broken-anchor": error<{ path: string; anchor: string; nearest?: string }>(
    ({ path, anchor }) => `${path === "" ? "This document" : `"${path}"`} has no heading "${anchor}".`,
    ({ nearest }) => didYouMean(nearest, "Write the anchor of a heading that is there, or leave it out."),
  ),
  "forbidden-link": error<{ url: string; scheme: string }>(
    ({ scheme }) => `Links that begin with "${scheme}" are not allowed.`,
    () => "Use https:, http:, mailto:, tel: or the path of a file of the handbook.",
  ),
  "missing-image": error<{ src: string }>(
    ({ src }) => `The image "${src}" does not exist.`,
    () => "Put the file beside this document and write its path relative to it.",
  ),
  "invalid-image": error<{ src: string; reason: string; mend?: "local" | "inline" }>(
    ({ src, reason }) => `The image "${src}" can't be used: ${reason}.`,
    ({ mend }) =>
      mend === "local"
        ? "Save it as a file beside this document and write its path relative to it."
        : mend === "inline"
          ? "Write it as `![what it shows](picture.png)`."
          : "Use a PNG, JPEG, WebP, AVIF, GIF or plain SVG file.",
  ),
  "missing-alt": error<{ src: string }>(
    ({ src }) => `The image "${src}" has no description.`,
    () => "Say between the square brackets what it shows, for readers who can't see it.",
  ),
  "duplicate-redirect": error<{ from: string; other: string }>(
    ({ from, other }) => `"${from}" already leads to ${other}.`,
    () => "Keep the redirect in one document only.",
  ),

  // Body
  "unclosed-tag": error<{ reason: string }>(
    ({ reason }) => `The text can't be read from here on: ${reason}.`,
    () => "Close every <Tag> with </Tag> and every { with }; write a plain < as &lt; and a plain { as \\{.",
  ),
  "too-deep": error<{ deepest: number }>(
    ({ deepest }) => `Here lists, quotes or components lie more than ${deepest} deep in one another.`,
    () => "Take the inner ones out.",
  ),
  "forbidden-code": error<{ kind: "import" | "export" | "expression" | "spread"; code: string }>(
    ({ kind, code }) =>
      kind === "expression"
        ? `Content can't run code, and {${code}} is not the name of a variable.`
        : `Content can't run code, and this is ${kind === "spread" ? "a spread" : `an ${kind}`}: ${code}.`,
    ({ kind }) =>
      kind === "expression"
        ? "Write {name} with a name from `variables`, plain text as an attribute's value, or \\{ for a brace."
        : kind === "spread"
          ? "Write each attribute by its name."
          : "Delete the line; the components of the handbook are there without it.",
  ),
  "unknown-component": error<{ name: string; nearest?: string; known: string[] }>(
    ({ name }) => `There is no component called <${name}>.`,
    ({ nearest, known }) => didYouMean(nearest, `The components are: ${known.join(", ")}.`),
  ),
  "misplaced-component": error<{ name: string; parent: string }>(
    ({ name, parent }) => `<${name}> has no meaning outside <${parent}>.`,
    ({ name, parent }) => `Put <${name}> directly into a <${parent}>.`,
  ),
  "stray-content": error<{ name: string; only: string }>(
    ({ name, only }) => `<${name}> can hold nothing but <${only}>.`,
    ({ name, only }) => `Put this into a <${only}>, or before or after the <${name}>.`,
  ),
  "unexpected-content": error<{ name: string }>(
    ({ name }) => `<${name}> can't hold text.`,
    ({ name }) => `Write it as \`<${name} … />\`, and put the text beside it.`,
  ),
  "invalid-attribute": error<{ name: string; attribute: string; reason: string; mend: string }>(
    ({ name, attribute, reason }) => `\`${attribute}\` of <${name}> ${reason}.`,
    ({ mend }) => mend,
  ),
  "forbidden-html": error<{ name: string; attribute?: string }>(
    ({ name, attribute }) => (attribute ? `\`${attribute}\` is not allowed on <${name}>.` : `<${name}> is not allowed here.`),
    ({ attribute }) => (attribute ? "Delete the attribute." : "Use Markdown or a component of the handbook instead."),
  ),
  "unknown-variable": error<{ name: string; nearest?: string }>(
    ({ name }) => `The document declares no variable called "${name}".`,
    ({ nearest, name }) =>
      didYouMean(
        nearest,
        /^[A-Za-z][A-Za-z0-9]*$/.test(name)
          ? `Add it to the frontmatter: \`variables: { ${name}: { label: …, example: … } }\`.`
          : "Give it a name of Latin letters in `variables` and write that between the braces, or write \\{ for a plain brace.",
      ),
  ),
  "unused-variable": warning<{ name: string }>(
    ({ name }) => `The variable "${name}" is declared but not used.`,
    ({ name }) => `Write {${name}} where it belongs, or delete it from \`variables\`.`,
  ),

  // The sales process
  "duplicate-order": error<{ order: number; other: string }>(
    ({ order, other }) => `${other} is already number ${order} of the process.`,
    () => "Give each stage an `order` of its own.",
  ),
  "unreachable-stage": error<{ title: string }>(
    ({ title }) => `No stage leads to "${title}".`,
    () => "Name it in `next` of the stage before it.",
  ),
  "dead-end-stage": error<{ title: string }>(
    ({ title }) => `The process stops at "${title}" without an outcome.`,
    () => "Name the following stage in `next`, or say in `ends` how the process ends here.",
  ),
  "unreachable-step": error<{ step: string }>(
    ({ step }) => `No way through the conversation leads to "${step}".`,
    () => 'Let a `When` point to it (`to="#…"`), or delete the step.',
  ),
  "dead-end-step": error<{ step: string }>(
    ({ step }) => `The conversation stops at "${step}" without an outcome.`,
    () => "End it with a `Branch` whose `When`s name a step, a document (`to`) or an outcome (`outcome`).",
  ),
  "unknown-outcome": error<{ outcome: string; nearest?: string; known: string[] }>(
    ({ outcome }) => `The document declares no outcome called "${outcome}".`,
    ({ nearest, known }) =>
      didYouMean(
        nearest,
        known.length > 0 ? `Its outcomes are: ${known.join(", ")}.` : "Only scripts have outcomes; name a step or a document in `to`.",
      ),
  ),
  "late-consent": error(
    () => "The conversation is recorded, but consent is not asked for first.",
    () => "Begin the first step with `<Say consent>` that asks whether recording is all right.",
  ),

  // KPIs
  "invalid-formula": error<{ reason: string; nearest?: string }>(
    ({ reason }) => `The formula can't be computed: ${reason}.`,
    ({ nearest }) => didYouMean(nearest, "Use names of `inputs`, numbers, + - * / ^ and brackets."),
  ),
  "unused-input": warning<{ name: string }>(
    ({ name }) => `The formula does not use the input "${name}".`,
    () => "Use it in the formula or delete it.",
  ),
  "failing-example": error<{ expected: number; actual: number } | { missing: string }>(
    (facts) => {
      if ("missing" in facts) return `The example gives no value for "${facts.missing}".`;
      const { expected, actual } = facts;
      return `The example expects ${expected}, but the formula gives ${Number.isFinite(actual) ? actual : "no number, because it divides by zero"}.`;
    },
    (facts) =>
      "missing" in facts ? "Add it to `inputs` of the example." : "Correct the example's inputs, its expected value, or the formula.",
  ),
  "missing-value": warning<{ kpi: string; field: "targets" | "thresholds" }>(
    ({ kpi, field }) => `The KPI "${kpi}" has no ${field === "targets" ? "target" : "thresholds"}, so readers see a dash here.`,
    ({ field }) => `Add \`${field}\` to the KPI, or write here what readers should know.`,
  ),
  "formula-cycle": error<{ cycle: string[] }>(
    ({ cycle }) => `These KPIs are computed from one another: ${cycle.join(" → ")}.`,
    () => "Remove `kpi` from one of the inputs.",
  ),

  // Onboarding
  "path-cycle": error<{ cycle: string[] }>(
    ({ cycle }) => `These paths require one another: ${cycle.join(" → ")}.`,
    () => "Remove one of them from `requires`.",
  ),
  "missing-practice": warning<{ day: number }>(
    ({ day }) => `No practice leads to the milestone of day ${day}.`,
    () => "Add a step of kind `practice` or `field` that is due by then.",
  ),

  // Care
  "review-overdue": warning<{ due: string }>(
    ({ due }) => `The review was due on ${due}.`,
    () => "Review it and set `reviewed`, or change `reviewEvery`.",
  ),
  "missing-translation": warning<{ locale: string; file: string }>(
    ({ locale }) => `The document has no version in ${locale}.`,
    ({ file }) => `Add ${file}; until then its readers see this text.`,
  ),

  // History
  "shallow-history": warning<{ date: string; commit: string }>(
    ({ date, commit }) => `History before ${date} (commit ${commit}) is not in this clone.`,
    () =>
      "Fetch it with `git fetch --unshallow`; in GitHub Actions set `fetch-depth: 0` for the checkout, in GitLab CI set `GIT_DEPTH: 0`.",
  ),
  "partial-clone": warning(
    () => "Texts of earlier revisions are not in this clone.",
    () => "Fetch them with `git fetch --refetch --no-filter`, or clone without `--filter`.",
  ),
  "unreadable-snapshot": error<{ ref: string; nearest?: string }>(
    ({ ref }) => `The repository has no tag, branch or commit called "${ref}".`,
    ({ nearest }) =>
      didYouMean(
        nearest,
        "Correct it, or fetch it with `git fetch --tags`; without `at`, the edition is the handbook as this note found it.",
      ),
  ),
  "shallow-snapshot": warning(
    () => "The edition can't be read, because this clone lacks history that belongs to it.",
    () => "Fetch the whole history with `git fetch --unshallow --tags`.",
  ),
  "stray-snapshot": warning<{ ref: string; file: string; others: number }>(
    ({ ref, file, others }) =>
      `"${ref}" holds a text that never landed on the main line: ${file}${others > 0 ? `, and ${others} more` : ""}.`,
    () =>
      "Merge it, or let `at` name a commit of the main line; until then the edition has the nearest revision in its place, if there is one.",
  ),

  "unaffected-document": warning<{ names: string[] }>(
    ({ names }) => `The note says that ${names.join(", ")} changed, and in this edition ${names.length === 1 ? "it" : "they"} did not.`,
    () => "Take it out of `affects`, or let the change land before the note, or with it.",
  ),

  // Settings
  "missing-settings": error(
    () => "The content folder has no `handbook.yaml`.",
    () => "Create it with at least `title`, `url`, `locales`, `audiences` and `audience`.",
  ),
  "invalid-settings": error<{ field: string; reason: string; mend: string }>(
    ({ field, reason }) => `\`${field}\` ${reason}.`,
    ({ mend }) => mend,
  ),
  "invalid-synonyms": error<{ field: string; reason: string; mend: string }>(
    ({ field, reason }) => `\`${field}\` ${reason}.`,
    ({ mend }) => mend,
  ),
  "duplicate-synonym": error<{ word: string; line: number }>(
    ({ word, line }) => `"${word}" is also in the ring of line ${line}.`,
    () => "Delete it here, or make one ring of the two.",
  ),
  "missing-file": error<{ file: string }>(
    ({ file }) => `The content folder has no file "${file}".`,
    () => "Put it there, or correct its path from the content folder.",
  ),
  "low-contrast": error<{ colour: string; scheme: "light" | "dark"; contrast: string }>(
    ({ colour, scheme, contrast }) =>
      `${colour} can't be read well on a ${scheme} page: its contrast is ${contrast} to 1, and 4.5 to 1 is needed.`,
    ({ scheme }) => (scheme === "light" ? "Choose a darker colour." : "Choose a lighter colour."),
  ),
} satisfies Record<string, Rule<never>>;

export type RuleName = keyof typeof rules;
