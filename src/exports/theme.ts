import { themeFile } from "#handbook/addresses.ts";
import type { Handbook } from "#handbook/handbook.ts";
import { writeTheme } from "#handbook/theme.ts";

/** The style sheet of the owners, where they have one. */
export function listThemeFiles(handbook: Handbook): { file: string; text: string }[] {
  const text = writeTheme(handbook);
  return text === undefined ? [] : [{ file: themeFile(text), text }];
}
