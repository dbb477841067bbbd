import { hash } from "node:crypto";
import type { ResolvedText } from "#handbook/body.ts";
import type { CompilableBody } from "#model/body.ts";
import type { Locale } from "#model/fields.ts";

/** The text of a document, of today or of earlier, with all that it leads to: enough to render it. */
export interface Text {
  /** The hash of the rest. */
  key: string;
  readonly body: CompilableBody;
  locale: Locale;
  /** JSON holds the key alone, so that the hash of a page that shows many texts costs little. */
  toJSON(): string;
}

/**
 * Makes a text written in `locale` of all that its body leads to; `name` names the source, which is read where the text is
 * rendered.
 */
export function makeText(resolved: ResolvedText, locale: Locale, name: string, source: () => string): Text {
  const key = hash("sha1", JSON.stringify([locale, name, resolved]), "base64url");
  return {
    key,
    locale,
    get body() {
      return { source: source(), ...resolved };
    },
    toJSON: () => key,
  };
}
