import { countProblems, writeReport } from "#checks/report.ts";
import type { Handbook } from "#handbook/handbook.ts";
import { readSettings } from "#source/settings.ts";
import { type Built, buildSite } from "./build-site.ts";
import {
  addContentOptions,
  addStrictOption,
  type ContentOptions,
  defineCommand,
  exitCodes,
  Failure,
  findContentFolder,
  runCommand,
  showPath,
} from "./command.ts";
import { startProgress } from "./progress.ts";
import { readChecked } from "./read-checked.ts";
import { openRenderer } from "./renderer.ts";

export interface BuildOptions extends ContentOptions {
  out: string;
  draft?: boolean;
  strict?: boolean;
}

const command = addStrictOption(addContentOptions(defineCommand("build", "Builds the handbook into a folder of static files.")))
  .option("--draft", "Show drafts too, and changes that are not committed as pending revisions.")
  .option("--out <folder>", "Where to build.", "dist")
  .action(async (options: BuildOptions) => void (await runBuild(options)));

if (import.meta.main) await runCommand(command);

/** Reads, checks and builds; prints what was made and where. */
export async function runBuild(options: BuildOptions): Promise<Handbook> {
  const progress = startProgress();
  try {
    const root = findContentFolder(options);
    progress.step("Reading the content");
    prepareRenderer(root);
    const drafts = options.draft ?? false;
    const { handbook, problems } = readChecked(root, { ...options, drafts });
    progress.pause();
    if (problems.length > 0) console.error(`${writeReport(problems, showPath(root), "text")}\n`);
    if (!handbook || countProblems(problems).errors > 0) {
      throw new Failure(exitCodes.content, "Nothing was built; the last site stays as it was.");
    }
    const built = await buildSite(handbook, { out: options.out, drafts, progress });
    progress.pause();
    console.log(`${describe(built, progress.seconds())}\nThe site is in ${options.out}.`);
    return handbook;
  } finally {
    progress.pause();
  }
}

/** Compiles the pages, where that is to be done, in a process beside the reading of the content. */
function prepareRenderer(root: string): void {
  const read = readSettings(root);
  if ("settings" in read) openRenderer(read.settings.base).catch(() => {});
}

function describe({ documents, pages, words, locales, bytes, unchanged }: Built, seconds: number): string {
  const number = new Intl.NumberFormat("en");
  const one = (count: number, word: string) => `${number.format(count)} ${word}${count === 1 ? "" : "s"}`;
  return `Built ${one(documents, "document")} in ${one(locales, "language")} (${one(words, "word")}) as ${one(pages, "page")}, ${(bytes / 1e6).toFixed(1)} MB, in ${seconds.toFixed(1)} s${unchanged ? "; nothing had changed" : ""}.`;
}
