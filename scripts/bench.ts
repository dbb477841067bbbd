import { Option } from "commander";
import { type Measurement, measureHandbook } from "./bench-handbook.ts";
import { measureHistory, writeHistoryReport } from "./bench-history.ts";
import { describeMachine } from "./bench-machine.ts";
import { measurePages } from "./bench-pages.ts";
import { makePagesReport, writePagesReport } from "./bench-pages-report.ts";
import { defaultPeersFolder, type Format, formats, type Sidebar, sidebars } from "./bench-peers.ts";
import { makeReport, writeReport } from "./bench-report.ts";
import { openStarlight } from "./bench-starlight.ts";
import { type PageType, pageTypes } from "./bench-targets.ts";
import { openVitePress } from "./bench-vitepress.ts";
import { defineCommand, exitCodes, Failure, runCommand } from "./command.ts";
import { type Progress, startProgress } from "./progress.ts";

interface BenchOptions {
  documents: string[];
  pages?: true;
  history?: true;
  pageTypes: PageType[];
  runs: string;
  json?: true;
  peers?: true;
  peersFolder: string;
  peersSidebar: Sidebar;
  peersFormat: Format;
}

const command = defineCommand(
  "bench",
  "Measures how long a synthetic handbook takes to build: cold, with nothing changed, with one document edited. Or measures pages in a browser.",
)
  .addOption(
    new Option("--documents <count...>", "How many documents of about 600 words; several counts are measured one after the other.").default(
      ["1000"],
      "1000",
    ),
  )
  .addOption(new Option("--pages", "Open pages of the handbook in content/ in Chromium as on a slow phone instead.").conflicts("documents"))
  .addOption(
    new Option("--history", "Build 300 documents with 6,000 revisions instead: cold, and with one commit more.").conflicts([
      "documents",
      "pages",
      "peers",
    ]),
  )
  .addOption(new Option("--page-types <type...>", "Which of them.").choices(pageTypes).default(pageTypes, "all"))
  .option("--runs <count>", "How often everything is measured.", "3")
  .option("--json", "Print JSON.")
  .option("--peers", "Also build the same text with Starlight, in turn, and compare; pages also with VitePress.")
  .addOption(
    new Option("--peers-folder <folder>", "Where to install them, outside this project.").default(
      defaultPeersFolder,
      "a folder for caches",
    ),
  )
  .addOption(
    new Option(
      "--peers-sidebar <what>",
      "What their sidebars link to: each collection, as our pages do, or each document, as Starlight does by itself.",
    )
      .choices(sidebars)
      .default("collections"),
  )
  .addOption(new Option("--peers-format <format>", "What Starlight reads the text from.").choices(formats).default("mdx"))
  .action(runBench);

// Ctrl+C reaches a command twice under npm; the second must not end the removal of what was made.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => undefined);
await runCommand(command);

async function runBench(options: BenchOptions): Promise<void> {
  const progress = startProgress();
  try {
    const { report, text } = await (options.history ? benchHistory : options.pages ? benchPages : benchBuilds)(options, progress);
    progress.pause();
    console.log(options.json ? JSON.stringify(report, undefined, 2) : text);
  } finally {
    progress.pause();
  }
}

async function benchBuilds(options: BenchOptions, progress: Progress) {
  const counts = options.documents.map(readDocuments);
  const runs = readRuns(options.runs);
  const machine = describeMachine();
  if (options.peers) progress.step("Preparing Starlight");
  const peer = options.peers ? openStarlight(options.peersFolder, options.peersSidebar, options.peersFormat) : undefined;
  const measurements: Measurement[] = [];
  for (const documents of counts) measurements.push(await measureHandbook(documents, runs, peer, progress.step));
  const report = makeReport(measurements, runs, machine);
  return { report, text: writeReport(report) };
}

async function benchHistory(options: BenchOptions, progress: Progress) {
  const report = await measureHistory(300, 6000, readRuns(options.runs), describeMachine(), progress.step);
  return { report, text: writeHistoryReport(report) };
}

async function benchPages(options: BenchOptions, progress: Progress) {
  const runs = readRuns(options.runs);
  const machine = describeMachine();
  if (options.peers) progress.step("Preparing Starlight and VitePress");
  const peers = options.peers
    ? [
        openStarlight(options.peersFolder, options.peersSidebar, options.peersFormat),
        openVitePress(options.peersFolder, options.peersSidebar),
      ]
    : [];
  const report = makePagesReport(await measurePages(options.pageTypes, runs, peers, progress.step), runs, machine);
  return { report, text: writePagesReport(report) };
}

/** Even, because half of the documents are in each language; fewer than ten don't hold one of each kind. */
function readDocuments(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 10 || count % 2 !== 0)
    throw new Failure(exitCodes.usage, `A handbook can't have "${text}" documents here. Name an even number from 10.`);
  return count;
}

function readRuns(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1)
    throw new Failure(exitCodes.usage, `"${text}" is not a number of runs. Name a whole number from 1.`);
  return count;
}
