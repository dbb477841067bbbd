import { HtmlValidate } from "html-validate";
import type { BuiltPage } from "./built-site.ts";

const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // How Astro writes HTML, which is valid but not what this rule prefers.
    "void-style": "off",
    "no-trailing-whitespace": "off",
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    "doctype-style": "off",
    // Anchors are those of the forge, where a heading may begin with a digit.
    "valid-id": ["error", { relaxed: true }],
    // Tables that CSS shows as cards say what their parts are, because some browsers forget it.
    "no-redundant-role": "off",
    // Titles of documents are the owners' to choose.
    "long-title": "off",
  },
});

/** What is not valid HTML, one line each. */
export async function findInvalidHtml(pages: readonly BuiltPage[]): Promise<string[]> {
  const findings: string[] = [];
  for (const { file, html } of pages) {
    const report = await validator.validateString(html, file);
    for (const { messages } of report.results)
      findings.push(...messages.map((one) => `${file}:${one.line}:${one.column} ${one.ruleId} ${one.message}`));
  }
  return findings;
}
