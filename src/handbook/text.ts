import { createHash } from "node:crypto";
import type { CompilableBody } from "#model/body.ts";
import type { Locale } from "#model/fields.ts";

/** The text of a document, of today or of earlier, with all that it leads to: enough to render it. */
export interface Text {
  /** The hash of the rest. */
  key: string;
  body: CompilableBody;
  locale: Locale;
  /** JSON holds the key alone, so that the hash of a page that shows many texts costs little. */
  toJSON(): string;
}

/** Makes a text of a body that is written in `locale`. */
export function makeText(body: CompilableBody, locale: Locale): Text {
  const key = createHash("sha1")
    .update(JSON.stringify([locale, body]))
    .digest("base64url");
  return { key, body, locale, toJSON: () => key };
}
