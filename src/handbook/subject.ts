import type { Revision } from "#history/revisions.ts";
import type { Locale } from "#model/fields.ts";

/** What the author of a change called it. */
export interface Subject {
  text: string;
  /** The language of the text, where it is not the one that was asked for. */
  lang: Locale | undefined;
}

/** The subject of a change for readers of one language: as it was translated, or else as it was written. */
export function readSubject({ subject, translations }: Pick<Revision, "subject" | "translations">, locale: Locale): Subject {
  const translated = translations?.[locale];
  if (translated) return { text: translated, lang: undefined };
  const written = guessLanguage(subject);
  return { text: subject, lang: written === locale ? undefined : written };
}

/** Git does not know in what language people write. */
function guessLanguage(text: string): Locale | undefined {
  if (/\p{Script=Han}/u.test(text)) return "zh-CN";
  return /\p{L}/u.test(text) ? "en" : undefined;
}
