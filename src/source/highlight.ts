import type { Element } from "hast";
import type { ShikiTransformer } from "shiki";

/** Marks up code with classes (`token-keyword` …), because the content policy of the page allows no inline styles. */
export async function highlight(code: string, language: string | undefined): Promise<Element> {
  const { bundledLanguages, codeToHast, theme } = await (loaded ??= load());
  const lang = language && Object.hasOwn(bundledLanguages, language) ? language : "text";
  // Without a limit of time, because a slow machine must make the same pages; so very long lines stay plain.
  const limits = { tokenizeTimeLimit: 0, tokenizeMaxLineLength: 1000 };
  const root = await codeToHast(code, { lang, theme, transformers: [stylesToClasses], ...limits });
  return root.children[0] as Element;
}

/** Where there is code, because many handbooks hold none. */
async function load() {
  const { bundledLanguages, codeToHast, createCssVariablesTheme } = await import("shiki");
  return { bundledLanguages, codeToHast, theme: createCssVariablesTheme({ variablePrefix: "--code-" }) };
}

let loaded: ReturnType<typeof load> | undefined;

const stylesToClasses: ShikiTransformer = {
  name: "styles-to-classes",
  pre(node) {
    delete node.properties["style"];
    node.properties["class"] = "code";
    node.properties["tabindex"] = "0";
  },
  span(node) {
    const name = /--code-(?:token-)?([a-z-]+)/.exec(String(node.properties["style"] ?? ""))?.[1];
    delete node.properties["style"];
    if (name && name !== "foreground") node.properties["class"] = `token-${name}`;
  },
};
