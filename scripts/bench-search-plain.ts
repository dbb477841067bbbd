import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { close, createIndex } from "pagefind";
import type { Locale } from "#model/fields.ts";
import { plainPagefind } from "./bench-search-box.ts";
import type { SearchSite } from "./bench-search-measure.ts";
import { termsFile } from "./search-language.ts";

/** The languages of the sample handbook, each with the name of its page here. */
const pages: Record<Locale, string> = { "zh-CN": "index.html", en: "en/index.html" };

/** Makes, in `folder`, a site of bare pages with the index of a built one and Pagefind's own engine, which a handbook does without. */
export async function makePlainPagefind(site: string, folder: string): Promise<SearchSite> {
  const own = join(folder, "pagefind");
  const engine = join(folder, "engine");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "en"), { recursive: true });
  cpSync(join(site, "pagefind"), own, { recursive: true });
  const { index } = await createIndex();
  if (!index) throw new Error("Pagefind did not start.");
  for (const [locale, file] of Object.entries(pages)) {
    const page = `<!doctype html><html lang="${locale}"><head><title>Pagefind</title></head><body><h1>Pagefind</h1></body></html>`;
    writeFileSync(join(folder, file), page);
    await index.addHTMLFile({ sourcePath: file, content: page });
  }
  await index.writeFiles({ outputPath: engine });
  await close();
  for (const name of readdirSync(engine))
    if (/^(?:pagefind(?:-worker)?\.js|wasm\..+)$/.test(name)) cpSync(join(engine, name), join(own, name));
  const entry = JSON.parse(readFileSync(join(engine, "pagefind-entry.json"), "utf8")) as Entry;
  for (const [language, one] of Object.entries(entry.languages)) {
    const terms = JSON.parse(readFileSync(join(site, "pagefind", termsFile(language)), "utf8")) as { index: string };
    one.hash = terms.index;
  }
  writeFileSync(join(own, "pagefind-entry.json"), JSON.stringify(entry));
  rmSync(engine, { recursive: true });
  return { box: plainPagefind("/"), folder, base: "/", index: /^pagefind\// };
}

interface Entry {
  languages: Record<string, { hash: string }>;
}
