import { documentWords } from "#i18n/document.ts";
import type { CompilableBody } from "#model/body.ts";
import type { Locale } from "#model/fields.ts";
import { compileBody, type CompiledBody } from "#source/compile.ts";

/** Compiles a text for a page of its own language; with `anchors`, headings lead to themselves, as only those of today do. */
export function compileText(body: CompilableBody, locale: Locale, options?: { anchors?: boolean }): Promise<CompiledBody> {
  const { footnotes, backToReference, table } = documentWords[locale];
  return compileBody(body, { footnotes, backToReference, table }, options);
}
