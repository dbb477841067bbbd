import type { Handbook } from "#handbook/handbook.ts";
import { describeShell, type Shell } from "#handbook/shell.ts";

/** What a reader sees whose address leads nowhere; the server can't know the language, so it speaks all of them. */
export interface MissingPage {
  /** What surrounds the page in each language, that of the handbook first. */
  shells: [Shell, ...Shell[]];
}

export function describeMissingPage(handbook: Handbook): MissingPage {
  const [first = "en", ...others] = handbook.settings.locales;
  const describe = (locale: typeof first): Shell => ({
    ...describeShell(handbook, { page: "home", locale }),
    page: "missing",
    canonical: undefined,
    noindex: true,
    alternates: [],
  });
  return { shells: [describe(first), ...others.map(describe)] };
}
