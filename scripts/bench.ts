import { loadavg } from "node:os";
import { Option } from "commander";
import { type Measurement, measureHandbook } from "./bench-handbook.ts";
import { defaultPeersFolder, openStarlight, type Sidebar, sidebars } from "./bench-peers.ts";
import { makeReport, writeReport } from "./bench-report.ts";
import { defineCommand, exitCodes, Failure, runCommand } from "./command.ts";
import { startProgress } from "./progress.ts";

interface BenchOptions {
  documents: string[];
  runs: string;
  json?: true;
  peers?: true;
  peersFolder: string;
  peersSidebar: Sidebar;
}

const command = defineCommand(
  "bench",
  "Measures how long a synthetic handbook takes to build: cold, with nothing changed, with one document edited.",
)
  .addOption(
    new Option("--documents <count...>", "How many documents of about 600 words; several counts are measured one after the other.").default(
      ["1000"],
      "1000",
    ),
  )
  .option("--runs <count>", "How often everything is measured.", "3")
  .option("--json", "Print JSON.")
  .option("--peers", "Also build the same text with Starlight, in turn, and compare.")
  .addOption(
    new Option("--peers-folder <folder>", "Where to install it, outside this project.").default(defaultPeersFolder, "a folder for caches"),
  )
  .addOption(
    new Option(
      "--peers-sidebar <what>",
      "What its sidebar links to: each collection, as our pages do, or each document, as it does by itself.",
    )
      .choices(sidebars)
      .default("collections"),
  )
  .action(runBench);

// Ctrl+C reaches a command twice under npm; the second must not end the removal of what was made.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => undefined);
await runCommand(command);

async function runBench(options: BenchOptions): Promise<void> {
  const counts = options.documents.map(readDocuments);
  const runs = readRuns(options.runs);
  const [load = 0] = loadavg();
  const progress = startProgress();
  try {
    if (options.peers) progress.step("Preparing Starlight");
    const peer = options.peers ? openStarlight(options.peersFolder, options.peersSidebar) : undefined;
    const measurements: Measurement[] = [];
    for (const documents of counts) measurements.push(await measureHandbook(documents, runs, peer, progress.step));
    progress.pause();
    const report = makeReport(measurements, runs, load);
    console.log(options.json ? JSON.stringify(report, undefined, 2) : writeReport(report));
  } finally {
    progress.pause();
  }
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
