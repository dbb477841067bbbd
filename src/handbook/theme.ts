import type { Handbook } from "#handbook/handbook.ts";

/** Writes the style sheet that makes the site look like the owners': their colours, then their own rules. */
export function writeTheme({ settings, theme }: Pick<Handbook, "settings" | "theme">): string | undefined {
  const { accent, accentDark } = settings.theme ?? {};
  const colours =
    accent || accentDark ? `:root { --accent: light-dark(${accent ?? accents.light}, ${accentDark ?? accents.dark}); }\n` : "";
  const text = `${colours}${theme.stylesheet ?? ""}`;
  return text === "" ? undefined : text;
}

/** The accent colours and pages of `layouts/tokens.css`; a test holds the two together. */
export const accents = { light: "#0a5c57", dark: "#6fd0c4" } as const;
export const papers = { light: "#fbfaf7", dark: "#15171a" } as const;
