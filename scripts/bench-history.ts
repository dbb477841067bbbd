import { globSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { findMedian, type Machine, writeMachine } from "./bench-machine.ts";
import { openPlace } from "./bench-place.ts";
import type { Run } from "./bench-process.ts";
import { writeTable } from "./bench-table.ts";
import { addRevision, writeSyntheticHistory } from "./synthetic-history.ts";

export interface HistoryReport {
  machine: Machine;
  documents: number;
  revisions: number;
  rows: { kind: string; seconds: number; peakBytes: number | undefined }[];
  /** How much the page of a revision weighs against that of its document, in bytes of HTML: the median and the most. */
  weight: { median: number; max: number };
}

/** Builds a handbook with a long history: cold, with nothing changed, and with one commit more. */
export async function measureHistory(
  documents: number,
  revisions: number,
  machine: Machine,
  say: (text: string) => void,
): Promise<HistoryReport> {
  const place = openPlace();
  try {
    say(`Writing ${revisions} revisions of ${documents} documents`);
    writeSyntheticHistory(place.content, documents, revisions);
    const rows: HistoryReport["rows"] = [];
    const measure = async (kind: string) => {
      say(`${revisions} revisions: ${kind}`);
      const { seconds, peakBytes }: Run = await place.run("build");
      rows.push({ kind, seconds, peakBytes });
    };
    await measure("cold");
    await measure("nothing changed");
    addRevision(place.content, documents);
    await measure("one commit more");
    return { machine, documents, revisions, rows, weight: weighRevisions(place.site) };
  } finally {
    place.remove();
  }
}

function weighRevisions(site: string): HistoryReport["weight"] {
  const size = (folder: string) => statSync(join(site, folder, "index.html")).size;
  const ratios = globSync("**/r[0-9]*/index.html", { cwd: site })
    .filter((file) => /[\\/]r\d+[\\/]index\.html$/.test(file))
    .map((file) => size(dirname(file)) / size(dirname(dirname(file))));
  return ratios.length === 0 ? { median: 0, max: 0 } : { median: findMedian(ratios), max: ratios.reduce((a, b) => Math.max(a, b)) };
}

export function writeHistoryReport({ machine, documents, revisions, rows, weight }: HistoryReport): string {
  const table = [
    ["", "seconds", "peak MB"],
    ...rows.map(({ kind, seconds, peakBytes }) => [kind, seconds.toFixed(2), peakBytes === undefined ? "-" : (peakBytes / 1e6).toFixed(0)]),
  ];
  return [
    `${revisions} revisions of ${documents} documents`,
    writeTable(table, [0]),
    writeMachine(machine, 1),
    `The page of a revision weighs ${weight.median.toFixed(2)} times as much as that of its document (median; ${weight.max.toFixed(2)} at most).`,
  ].join("\n");
}
