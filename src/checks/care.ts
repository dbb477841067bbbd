import type { Handbook } from "#handbook/handbook.ts";
import { findReviewDue } from "#handbook/review.ts";
import type { Document } from "#model/document.ts";
import { type Problem, problem } from "#model/problem.ts";
import { documentKey } from "#source/audience.ts";

/** Documents are reviewed in time and stand there in every language. */
export function checkCare(handbook: Handbook, today: string): Problem[] {
  const broken = new Set(handbook.broken.map(documentKey));
  const isThere = (key: string) => handbook.byKey.has(key) || handbook.withheld.has(key) || broken.has(key);
  return handbook.documents.flatMap((document) => [
    ...findOverdue(handbook, document, today),
    ...findMissingTranslations(handbook, document, isThere),
  ]);
}

function findOverdue({ settings }: Handbook, document: Document, today: string): Problem[] {
  const due = findReviewDue(settings, document);
  return due && due < today ? [problem("review-overdue", document.locate(["reviewed"]), { due })] : [];
}

function findMissingTranslations({ settings }: Handbook, { address, file }: Document, isThere: (key: string) => boolean): Problem[] {
  return settings.locales
    .filter((locale) => !isThere(documentKey({ address: { ...address, locale } })))
    .map((locale) => {
      const missing = `${locale}${file.slice(address.locale.length)}`;
      return problem("missing-translation", { file, line: 1, column: 1 }, { locale, file: missing });
    });
}
