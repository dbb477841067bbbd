import type { Severity } from "#model/problem.ts";

interface Rule<F> {
  severity: Severity;
  message: (facts: F) => string;
  mend: (facts: F) => string;
}

const error = <F = unknown>(message: (facts: F) => string, mend: (facts: F) => string): Rule<F> => ({ severity: "error", message, mend });
const warning = <F = unknown>(message: (facts: F) => string, mend: (facts: F) => string): Rule<F> => ({ severity: "warning", message, mend });

const didYouMean = (nearest: string | undefined, otherwise: string) => (nearest ? `Did you mean "${nearest}"?` : otherwise);

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
  "unknown-folder": error<{ name: string; nearest?: string; known: string[] }>(
    ({ name }) => `No collection or language is called "${name}".`,
    ({ nearest, known }) => didYouMean(nearest, `Put the file into one of: ${known.join(", ")}.`),
  ),
  "duplicate-id": error<{ id: string; other: string }>(
    ({ id, other }) => `"${id}" is also the id of ${other}.`,
    () => "Rename one of the two files; ids must differ by more than case, number or accent form.",
  ),
  "invalid-encoding": error<{ reason: "utf-8" | "nul" }>(
    ({ reason }) => (reason === "nul" ? "The file holds a NUL character." : "The file is not UTF-8 text."),
    ({ reason }) => (reason === "nul" ? "Delete that character." : "Save the file again with the encoding UTF-8."),
  ),
  "conflict-marker": error(
    () => "A merge conflict was left here.",
    () => "Choose one of the two versions and delete the lines with <<<<<<<, ======= and >>>>>>>.",
  ),
  "outside-root": error<{ target: string }>(
    ({ target }) => `This is a link to ${target}, outside the content folder.`,
    () => "Put the file itself into the content folder.",
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
    ({ reason }) => `This is not valid YAML: ${reason}.`,
    () => "Check the indentation and the quotes; put text that holds a colon followed by a space into quotes.",
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
  "unknown-reference": error<{ kind: string; id: string; nearest?: string }>(
    ({ kind, id }) => `There is no ${kind} called "${id}".`,
    ({ nearest, kind }) => didYouMean(nearest, `Create that ${kind} or correct the id.`),
  ),
  "hidden-reference": error<{ target: string; audience: string; targetAudience: string }>(
    ({ target, audience, targetAudience }) => `Readers of this document (${audience}) may not see ${target} (${targetAudience}).`,
    () => "Remove the reference, widen the audience of the target, or narrow the audience of this document.",
  ),
  "broken-link": error<{ url: string; nearest?: string }>(
    ({ url }) => `The link "${url}" leads to no document.`,
    ({ nearest }) => didYouMean(nearest, "Write the path of a file relative to this one, such as `../scripts/cold-call.mdx`."),
  ),
  "broken-anchor": error<{ url: string; anchor: string; nearest?: string }>(
    ({ url, anchor }) => `"${url}" has no heading with the anchor "${anchor}".`,
    ({ nearest }) => didYouMean(nearest, "Use the anchor of a heading of that document, or leave it out."),
  ),
  "forbidden-link": error<{ url: string; scheme: string }>(
    ({ scheme }) => `Links that begin with "${scheme}" are not allowed.`,
    () => "Use https:, http:, mailto:, tel: or the path of a file of the handbook.",
  ),
  "missing-image": error<{ src: string }>(
    ({ src }) => `The image "${src}" does not exist.`,
    () => "Put the file beside this document and write its path relative to it.",
  ),
  "invalid-image": error<{ src: string; reason: string }>(
    ({ src, reason }) => `The image "${src}" can't be used: ${reason}.`,
    () => "Use a PNG, JPEG, WebP, AVIF, GIF or plain SVG file.",
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
  "forbidden-code": error<{ kind: "import" | "export" | "expression" | "spread"; code: string }>(
    ({ kind, code }) =>
      kind === "expression"
        ? `Content can't run code, and {${code}} is more than the name of a variable.`
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
    ({ nearest, name }) => didYouMean(nearest, `Add it to the frontmatter: \`variables: { ${name}: { label: …, example: … } }\`.`),
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
    () => "Let a `When` point to it (`to=\"#…\"`), or delete the step.",
  ),
  "dead-end-step": error<{ step: string }>(
    ({ step }) => `The conversation stops at "${step}" without an outcome.`,
    () => "End it with a `Branch` whose `When`s name a step, a document (`to`) or an outcome (`outcome`).",
  ),
  "unknown-outcome": error<{ outcome: string; nearest?: string; known: string[] }>(
    ({ outcome }) => `The script declares no outcome called "${outcome}".`,
    ({ nearest, known }) => didYouMean(nearest, `Its outcomes are: ${known.join(", ")}.`),
  ),
  "late-consent": error(
    () => "The conversation is recorded, but consent is not asked for first.",
    () => "Begin the first step with `<Say consent>` that asks whether recording is all right.",
  ),

  // KPIs
  "invalid-formula": error<{ reason: string }>(
    ({ reason }) => `The formula can't be computed: ${reason}.`,
    () => "Use names of `inputs`, numbers, + - * / ^ and brackets.",
  ),
  "unused-input": warning<{ name: string }>(
    ({ name }) => `The formula does not use the input "${name}".`,
    () => "Use it in the formula or delete it.",
  ),
  "failing-example": error<{ expected: number; actual: string }>(
    ({ expected, actual }) => `The example expects ${expected}, but the formula gives ${actual}.`,
    () => "Correct the example's inputs, its expected value, or the formula.",
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
    () => "Fetch it with `git fetch --unshallow`; in GitHub Actions set `fetch-depth: 0` for the checkout, in GitLab CI set `GIT_DEPTH: 0`.",
  ),
  "partial-clone": warning(
    () => "Texts of earlier revisions are not in this clone.",
    () => "Fetch them with `git fetch --refetch --no-filter`, or clone without `--filter`.",
  ),
  "unreadable-snapshot": error<{ ref: string; nearest?: string }>(
    ({ ref }) => `The repository has no tag, branch or commit called "${ref}".`,
    ({ nearest }) => didYouMean(nearest, "Correct it, or fetch it with `git fetch --tags`; without `at`, the edition is the handbook as this note found it."),
  ),
  "shallow-snapshot": warning(
    () => "The edition can't be read, because this clone lacks history that belongs to it.",
    () => "Fetch the whole history with `git fetch --unshallow --tags`.",
  ),
  "stray-snapshot": warning<{ ref: string; file: string; others: number }>(
    ({ ref, file, others }) => `"${ref}" holds a text that never landed on the main line: ${file}${others > 0 ? `, and ${others} more` : ""}.`,
    () => "Merge it, or let `at` name a commit of the main line; until then the edition has the nearest revision in its place, if there is one.",
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
} satisfies Record<string, Rule<never>>;

export type RuleName = keyof typeof rules;
