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

/** All that a text leads to, with the hash of it. */
export interface Leads {
  key: string;
  resolved: ResolvedText;
}

export function makeLeads(resolved: ResolvedText): Leads {
  return { key: hash("sha1", JSON.stringify(resolved), "base64url"), resolved };
}

/** Makes a text written in `locale`; `name` names the source, which is read where the text is rendered. */
export function makeText(leads: Leads, locale: Locale, name: string, source: () => string): Text {
  const key = hash("sha1", `${locale}\0${name}\0${leads.key}`, "base64url");
  return {
    key,
    locale,
    get body() {
      return { source: source(), ...leads.resolved };
    },
    toJSON: () => key,
  };
}
