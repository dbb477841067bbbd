import { globSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { findMedian, type Machine, writeMachine } from "./bench-machine.ts";
import { openPlace, type Place } from "./bench-place.ts";
import type { Run } from "./bench-process.ts";
import { spread } from "./bench-report.ts";
import { writeTable } from "./bench-table.ts";
import { writeSyntheticHandbook } from "./synthetic-handbook.ts";
import { addRevision, writeSyntheticHistory } from "./synthetic-history.ts";

const kinds = ["cold", "nothing changed", "one commit more"] as const;
type Kind = (typeof kinds)[number];

export interface HistoryReport {
  machine: Machine;
  documents: number;
  revisions: number;
  runs: Record<Kind, Run[]>;
  /** How much the page of a revision weighs against that of its document, in bytes of HTML: the median and the most. */
  weight: { median: number; max: number };
}

/**
 * Builds a handbook with a long history `count` times: cold, with nothing changed, and with one commit more. Each time it
 * is another folder, and all are removed at the end, because a file system makes files slowly where many were removed lately.
 */
export async function measureHistory(
  documents: number,
  revisions: number,
  count: number,
  machine: Machine,
  say: (text: string) => void,
): Promise<HistoryReport> {
  const places: Place[] = [];
  const open = () => {
    const place = openPlace();
    places.push(place);
    return place;
  };
  const runs: HistoryReport["runs"] = { cold: [], "nothing changed": [], "one commit more": [] };
  let weight = { median: 0, max: 0 };
  try {
    say("Compiling the generator");
    await compileGenerator(open());
    for (let number = 1; number <= count; number++) {
      const place = open();
      say(`Run ${number} of ${count}: writing ${revisions} revisions of ${documents} documents`);
      writeSyntheticHistory(place.content, documents, revisions);
      for (const kind of kinds) {
        if (kind === "one commit more") addRevision(place.content, documents);
        say(`Run ${number} of ${count}: ${kind}`);
        runs[kind].push(await place.run("build"));
      }
      weight = weighRevisions(place.site);
    }
    return { machine, documents, revisions, runs, weight };
  } finally {
    places.forEach((one) => one.remove());
  }
}

/** That is done once, whatever the handbook. */
async function compileGenerator(place: Place): Promise<void> {
  writeSyntheticHandbook(place.content, 10);
  await place.run("build");
}

function weighRevisions(site: string): HistoryReport["weight"] {
  const size = (folder: string) => statSync(join(site, folder, "index.html")).size;
  const ratios = globSync("**/r[0-9]*/index.html", { cwd: site })
    .filter((file) => /[\\/]r\d+[\\/]index\.html$/.test(file))
    .map((file) => size(dirname(file)) / size(dirname(dirname(file))));
  return ratios.length === 0 ? { median: 0, max: 0 } : { median: findMedian(ratios), max: ratios.reduce((a, b) => Math.max(a, b)) };
}

export function writeHistoryReport({ machine, documents, revisions, runs, weight }: HistoryReport): string {
  const table = [
    ["", "seconds", "min", "max", "peak MB"],
    ...Object.entries(runs).map(([kind, list]) => {
      const { median, min, max } = spread(list);
      const peaks = list.flatMap((one) => one.peakBytes ?? []);
      return [kind, ...[median, min, max].map((one) => one.toFixed(2)), peaks.length === 0 ? "-" : (Math.max(...peaks) / 1e6).toFixed(0)];
    }),
  ];
  return [
    `${revisions} revisions of ${documents} documents`,
    writeTable(table, [0]),
    writeMachine(machine, runs.cold.length),
    "The generator was compiled before, as it is for any handbook.",
    `The page of a revision weighs ${weight.median.toFixed(2)} times as much as that of its document (median; ${weight.max.toFixed(2)} at most).`,
  ].join("\n");
}
