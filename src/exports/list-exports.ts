import { filePath, markdownFile, searchWordsPath } from "#handbook/addresses.ts";
import { listDifferenceFiles } from "#exports/edition-difference.ts";
import { writeEditionJson } from "#exports/edition-json.ts";
import { listFeeds } from "#exports/feed.ts";
import { writeHandbookJson } from "#exports/handbook-json.ts";
import { writeLlms, writeLlmsFull } from "#exports/llms.ts";
import { listMarkdownPages, type MarkdownPage, writeMarkdown } from "#exports/markdown.ts";
import { listRedirects } from "#exports/redirect.ts";
import { writeSearchWords } from "#exports/search-words.ts";
import { writeSitemap } from "#exports/sitemap.ts";
import { listThemeFiles } from "#exports/theme.ts";
import type { Handbook } from "#handbook/handbook.ts";
import type { Locale } from "#model/fields.ts";

/** A file of the output that is no page: `file` is its path there. */
export interface ExportFile {
  file: string;
  write(): string | Promise<string>;
}

/** Writes the Markdown copies of many documents; the build does it beside other work. */
export type WriteMarkdownPages = (pages: MarkdownPage[]) => Promise<ReadonlyMap<string, string>>;

/** Every file that is made from the handbook beside its pages and pictures. */
export function listExports(handbook: Handbook, writePages: WriteMarkdownPages = writeOneByOne): ExportFile[] {
  const { locales } = handbook.settings;
  let texts: Promise<ReadonlyMap<string, string>> | undefined;
  const markdown = () => (texts ??= writePages(listMarkdownPages(handbook)));
  const filesOf = (locale: Locale) =>
    handbook.documents.filter((one) => one.address.locale === locale).map((one) => markdownFile(handbook.settings, one.address));
  return [
    ...locales.flatMap((locale): ExportFile[] => [
      ...[...listFeeds(handbook, locale), ...listDifferenceFiles(handbook, locale)].map(({ path, write }) => ({
        file: fileAt(handbook, path),
        write,
      })),
      ...(handbook.editions.byLocale.get(locale) ?? []).map((one) => ({
        file: fileOf(handbook, `editions/${one.id}/edition.json`, locale),
        write: () => writeEditionJson(handbook, locale, one),
      })),
      { file: fileAt(handbook, searchWordsPath(handbook.settings, locale)), write: () => writeSearchWords(handbook, locale) },
      { file: fileOf(handbook, "llms.txt", locale), write: () => writeLlms(handbook, locale) },
      {
        file: fileOf(handbook, "llms-full.txt", locale),
        write: async () => writeLlmsFull(handbook, locale, filesOf(locale), await markdown()),
      },
      ...filesOf(locale).map((file) => ({ file, write: async () => (await markdown()).get(file) ?? "" })),
    ]),
    { file: "handbook.json", write: () => writeHandbookJson(handbook) },
    { file: "sitemap.xml", write: () => writeSitemap(handbook) },
    ...[...listRedirects(handbook), ...listThemeFiles(handbook)].map(({ file, text }) => ({ file, write: () => text })),
  ];
}

async function writeOneByOne(pages: MarkdownPage[]): Promise<ReadonlyMap<string, string>> {
  return new Map(pages.map((page) => [page.file, writeMarkdown(page)]));
}

function fileOf(handbook: Handbook, name: string, locale: Locale): string {
  return fileAt(handbook, filePath(handbook.settings, name, locale));
}

/** The file of the output at a path of the site. */
function fileAt({ settings }: Handbook, path: string): string {
  return decodeURI(path).slice(settings.base.length);
}
