import type { Locale } from "#model/fields.ts";

interface BookWords {
  contents: string;
  /** What the book holds, below its title. */
  edition: (documents: number) => string;
  newest: string;
}

/** Words of the handbook printed as one document. */
export const bookWords: Record<Locale, BookWords> = {
  "zh-CN": { contents: "目录", edition: (documents) => `共 ${documents} 篇`, newest: "最近改动" },
  en: {
    contents: "Contents",
    edition: (documents) => (documents === 1 ? "1 document" : `${documents} documents`),
    newest: "Latest change",
  },
};
