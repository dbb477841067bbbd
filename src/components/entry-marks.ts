import type { Entry } from "#handbook/collection-page.ts";
import { formatDate } from "#handbook/values.ts";
import { entryWords } from "#i18n/entries.ts";
import { labels } from "#i18n/labels.ts";
import type { Locale } from "#model/fields.ts";

/** What tells the entries of a list apart, in words, without what the title says already. */
export function tellMarks({ title, mark, stage }: Entry, locale: Locale): { text: string; lang?: Locale | undefined }[] {
  const words = entryWords[locale];
  const own = labels[locale];
  const kind = (text: string) => (title.toLowerCase().includes(text.toLowerCase()) ? [] : [{ text }]);
  switch (mark?.fact) {
    case "channel":
      return [{ text: own.channel[mark.channel] }, ...(stage ? [{ text: stage.title, lang: stage.lang }] : [])];
    case "category":
      return [{ text: own.objection[mark.category] }];
    case "target":
      return [{ text: words.target(mark.value, mark.per) }];
    case "length":
      return [
        ...(mark.role ? [{ text: mark.role.title, lang: mark.role.lang }] : []),
        { text: mark.length },
        { text: words.steps(mark.steps) },
      ];
    case "minutes":
      return [{ text: words.minutes(mark.minutes) }, { text: own.mode[mark.mode] }];
    case "tool":
      return mark.kind === "other" ? [] : kind(own.tool[mark.kind]);
    case "guide":
      return kind(own.guide[mark.kind]);
    case "effective":
      return [{ text: words.effective(formatDate(mark.date, locale)) }];
    case undefined:
      return [];
  }
}
