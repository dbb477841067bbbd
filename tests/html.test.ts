import { HtmlValidate } from "html-validate";
import { expect, test } from "vitest";
import { listPages } from "./built-site.ts";

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
    // Titles of documents are the owners' to choose.
    "long-title": "off",
  },
});

test("is valid HTML on every page", async () => {
  const findings: string[] = [];
  for (const { file, html } of listPages()) {
    const report = await validator.validateString(html, file);
    for (const { messages } of report.results) findings.push(...messages.map((one) => `${file}:${one.line}:${one.column} ${one.ruleId} ${one.message}`));
  }
  expect(findings).toEqual([]);
}, 300_000);
