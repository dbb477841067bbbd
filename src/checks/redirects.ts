import { outputFile, redirectFile } from "#handbook/addresses.ts";
import { findDocument, type Handbook } from "#handbook/handbook.ts";
import { planPages } from "#handbook/plan.ts";
import { type Problem, problem } from "#model/problem.ts";

/** An old path leads to one document, and is not the path of a page that is there. */
export function checkRedirects(handbook: Handbook): Problem[] {
  const { settings } = handbook;
  const redirecting = handbook.documents.filter((one) => one.data.redirectFrom);
  if (redirecting.length === 0) return [];
  const taken = new Map(
    planPages(handbook).map((address) => {
      const document = address.page === "document" ? findDocument(handbook, address.locale, address.collection, address.id) : undefined;
      return [fold(outputFile(settings, address)), document?.file ?? "a page of its own"] as const;
    }),
  );
  return redirecting.flatMap((document) =>
    (document.data.redirectFrom ?? []).flatMap((from, index) => {
      const file = fold(redirectFile(settings, from));
      const other = taken.get(file);
      taken.set(file, other ?? document.file);
      return other ? [problem("duplicate-redirect", document.locate(["redirectFrom", index]), { from, other })] : [];
    }),
  );
}

/** Names that a file system may take for the same. */
function fold(file: string): string {
  return file.normalize("NFC").toLowerCase();
}
