import { papers } from "#handbook/theme.ts";
import type { Handbook } from "#handbook/handbook.ts";
import { type Problem, problem } from "#model/problem.ts";

const needed = 4.5;

/** Accent colours that text on the page could not be read in. */
export function checkTheme({ settings, locateSetting }: Pick<Handbook, "settings" | "locateSetting">): Problem[] {
  const judge = (key: "accent" | "accentDark", scheme: "light" | "dark") => {
    const colour = settings.theme?.[key];
    const contrast = colour === undefined ? needed : computeContrast(colour, papers[scheme]);
    if (contrast >= needed) return [];
    return [problem("low-contrast", locateSetting(["theme", key]), { colour: colour ?? "", scheme, contrast: contrast.toFixed(1) })];
  };
  return [...judge("accent", "light"), ...judge("accentDark", "dark")];
}

/** Contrast ratio of two colours `#rrggbb`, from 1 to 21 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). */
export function computeContrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [computeLuminance(one), computeLuminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Relative luminance from 0 to 1 (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance). */
function computeLuminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
