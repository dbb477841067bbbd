import type { Locale } from "#model/fields.ts";

interface BookWords {
  contents: string;
  /** What the book holds, below its title. */
  edition: (documents: number) => string;
  printedFor: string;
}

/** Words of the handbook printed as one document. */
export const bookWords: Record<Locale, BookWords> = {
  "zh-CN": { contents: "目录", edition: (documents) => `共 ${documents} 篇`, printedFor: "阅读范围" },
  en: { contents: "Contents", edition: (documents) => `${documents} documents`, printedFor: "For" },
};
