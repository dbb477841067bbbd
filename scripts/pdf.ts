import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Option } from "commander";
import { type Browser, chromium, type Page } from "playwright-core";
import { getDocumentProxy } from "unpdf";
import { listNewest } from "#handbook/changes-page.ts";
import { pathOf } from "#handbook/addresses.ts";
import { type Book, planBookOf, planWholeBook } from "#handbook/book.ts";
import type { Handbook } from "#handbook/handbook.ts";
import { formatDate } from "#handbook/values.ts";
import { bookWords } from "#i18n/book.ts";
import { collectionWords } from "#i18n/collections.ts";
import { documentWords } from "#i18n/document.ts";
import { isCollectionName } from "#model/collections.ts";
import { type Locale, localeNames } from "#model/fields.ts";
import { type BuildOptions, runBuild } from "./build.ts";
import { chromiumArguments, provideChromium } from "./chromium.ts";
import { addContentOptions, defineCommand, exitCodes, Failure, runCommand } from "./command.ts";
import { project } from "./generator.ts";
import { assembleBook, type Cover, fillPageNumbers } from "./pdf-page.ts";
import { serveSite } from "./serve.ts";

interface PdfOptions extends Omit<BuildOptions, "out"> {
  out: string;
  locale?: Locale;
  document?: string;
}

const command = addContentOptions(
  defineCommand("pdf", "Prints the handbook, an onboarding path with what it reads, or one document as a PDF."),
)
  .option("--out <file>", "The file to write.", "handbook.pdf")
  .addOption(new Option("--locale <locale>", "The language; without it, the default one.").choices(localeNames))
  .option("--document <collection/id>", "Print only this document, or this path with the documents of its steps.")
  .action(runPdf);

await runCommand(command);

async function runPdf(options: PdfOptions): Promise<void> {
  const site = join(project, ".sopbook", "pdf-site");
  const handbook = await runBuild({ ...options, out: site });
  const locale = options.locale ?? handbook.settings.locales[0] ?? "en";
  const book = planBook(handbook, locale, options.document);
  const { url, server } = await serveSite(site, handbook.settings.base, 0);
  const browser = await chromium.launch({ executablePath: provideChromium(), args: chromiumArguments });
  try {
    const pdf = await printBook(
      browser,
      new URL(pathOf(handbook.settings, { page: "home", locale }), url).href,
      book,
      describeCover(handbook, book),
    );
    writeFileSync(options.out, pdf);
    console.log(`The PDF is in ${options.out} (${(pdf.length / 1e6).toFixed(1)} MB).`);
  } finally {
    await browser.close();
    server.close();
  }
}

function planBook(handbook: Handbook, locale: Locale, document: string | undefined): Book {
  if (!handbook.settings.locales.includes(locale)) throw new Failure(exitCodes.usage, `The handbook has no pages in ${locale}.`);
  if (document === undefined) return planWholeBook(handbook, locale);
  const [collection = "", id = ""] = document.split("/");
  const book = isCollectionName(collection) ? planBookOf(handbook, locale, collection, id) : undefined;
  if (!book)
    throw new Failure(exitCodes.usage, `There is no document "${document}". Write its collection and id, such as \`stages/demo\`.`);
  return book;
}

function describeCover(handbook: Handbook, book: Book): Cover {
  const words = bookWords[book.locale];
  const count = book.chapters.reduce((sum, one) => sum + one.documents.length, 0);
  const { named, audience, audiences } = documentWords[book.locale];
  const newest = listNewest(handbook, book.locale, 1).changes[0]?.revision.date;
  return {
    contents: words.contents,
    lines: [
      words.edition(count),
      ...(newest ? [named(words.newest, formatDate(newest, book.locale))] : []),
      named(audience, audiences[handbook.audience] ?? handbook.audience),
    ],
    chapters: book.chapters.map(({ collection }) => collectionWords[book.locale][collection].many),
  };
}

/** Prints twice: the first print tells on which page each document begins, the second shows it in the contents. */
async function printBook(browser: Browser, home: string, book: Book, cover: Cover): Promise<Buffer> {
  const page = await browser.newPage({ bypassCSP: true, colorScheme: "light" });
  await page.emulateMedia({ media: "print" });
  await page.goto(home);
  // Style sheets of documents are not those of the home page.
  await page.goto(new URL(book.chapters[0]?.documents[0]?.path ?? "", home).href);
  await page.evaluate(assembleBook, { book, cover });
  await page.addStyleTag({ content: readFileSync(new URL("./pdf.css", import.meta.url), "utf8") });
  await page.evaluate(fillPageNumbers, await findPageNumbers(await printPage(page, book.title)));
  return printPage(page, book.title);
}

function printPage(page: Page, title: string): Promise<Buffer> {
  const style = "font-size: 8px; width: 100%; padding: 0 16mm; display: flex; justify-content: space-between; color: #444";
  const escaped = title.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return page.pdf({
    format: "A4",
    preferCSSPageSize: false,
    printBackground: true,
    outline: true,
    tagged: true,
    displayHeaderFooter: true,
    headerTemplate: "<span></span>",
    footerTemplate: `<div style="${style}"><span>${escaped}</span><span><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>`,
    margin: { top: "18mm", bottom: "20mm", left: "16mm", right: "16mm" },
  });
}

/** The page, from 1, on which each anchor that something links to stands. */
async function findPageNumbers(pdf: Buffer): Promise<Record<string, number>> {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const destinations = await document.getDestinations();
  const pages: Record<string, number> = {};
  for (const [name, destination] of Object.entries(destinations)) {
    const reference: unknown = Array.isArray(destination) ? destination[0] : undefined;
    if (reference !== null && typeof reference === "object") pages[name] = (await document.getPageIndex(reference as never)) + 1;
  }
  return pages;
}
