import { pathOf } from "#handbook/addresses.ts";
import type { Handbook } from "#handbook/handbook.ts";
import { describeShell, type Shell } from "#handbook/shell.ts";
import type { Locale } from "#model/fields.ts";

/** What a reader sees whose address leads nowhere; the server can't know the language, so it speaks all of them. */
export interface MissingPage {
  shell: Shell;
  languages: { locale: Locale; home: string; search: string }[];
}

export function describeMissingPage(handbook: Handbook): MissingPage {
  const { settings } = handbook;
  const [locale = "en"] = settings.locales;
  return {
    shell: { ...describeShell(handbook, { page: "home", locale }), page: "missing", canonical: undefined, noindex: true, alternates: [] },
    languages: settings.locales.map((one) => ({
      locale: one,
      home: pathOf(settings, { page: "home", locale: one }),
      search: pathOf(settings, { page: "search", locale: one }),
    })),
  };
}
