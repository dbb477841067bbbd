import type { Run } from "./bench-process.ts";
import { kinds, type Measurement } from "./bench-handbook.ts";
import { findMedian, type Machine, writeMachine } from "./bench-machine.ts";
import { writeTable } from "./bench-table.ts";

/** One row of the table: a command that ran several times. */
export interface Row {
  documents: number;
  kind: string;
  seconds: Spread & { runs: number[] };
  /** The largest single process of all runs; null where it is not measured. */
  peakBytes: number | null;
  /** Null for a command that makes none. */
  pages: number | null;
  millisecondsPerDocument: number;
}

interface Spread {
  median: number;
  min: number;
  max: number;
}

/** How many times as long as ours a peer's cold build takes: of the medians, and of each pair of neighbouring runs. */
export interface Ratio {
  documents: number;
  peer: string;
  medians: number;
  pairs: number[];
}

export interface Report {
  machine: Machine;
  runs: number;
  rows: Row[];
  ratios: Ratio[];
  weights: (Measurement["weights"][number] & { documents: number })[];
}

export function makeReport(measurements: readonly Measurement[], runs: number, machine: Machine): Report {
  return {
    machine,
    runs,
    rows: measurements.flatMap(makeRows),
    ratios: measurements.flatMap(({ documents, runs: { cold }, peer }): Ratio[] => {
      if (!peer) return [];
      const pairs = peer.runs.map((one, index) => one.seconds / (cold[index]?.seconds ?? Number.NaN));
      return [{ documents, peer: peer.name, medians: spread(peer.runs).median / spread(cold).median, pairs }];
    }),
    weights: measurements.flatMap(({ documents, weights }) => weights.map((one) => ({ documents, ...one }))),
  };
}

function makeRows({ documents, pages, runs, peer }: Measurement): Row[] {
  const row = (kind: string, list: readonly Run[], made: number | null): Row => ({
    documents,
    kind,
    seconds: { ...spread(list), runs: list.map((one) => one.seconds) },
    peakBytes: list.some((one) => one.peakBytes === undefined) ? null : Math.max(...list.map((one) => one.peakBytes ?? 0)),
    pages: made,
    millisecondsPerDocument: (spread(list).median * 1000) / documents,
  });
  const ours = kinds.map((kind) => row(kind, runs[kind], kind.startsWith("check") ? null : pages));
  return peer ? [...ours, row(`${peer.name}, cold`, peer.runs, peer.pages)] : ours;
}

export function spread(runs: readonly Run[]): Spread {
  const seconds = runs.map((one) => one.seconds);
  return { median: findMedian(seconds), min: Math.min(...seconds), max: Math.max(...seconds) };
}

/** Writes the report as plain text. */
export function writeReport({ machine, runs, rows, ratios, weights }: Report): string {
  const number = new Intl.NumberFormat("en").format;
  const builds = [
    ["documents", "", "seconds", "min", "max", "peak MB", "pages", "ms/document"],
    ...rows.map(({ documents, kind, seconds, peakBytes, pages, millisecondsPerDocument }) => [
      number(documents),
      kind,
      ...[seconds.median, seconds.min, seconds.max].map((one) => one.toFixed(2)),
      peakBytes === null ? "-" : (peakBytes / 1e6).toFixed(0),
      pages === null ? "-" : number(pages),
      millisecondsPerDocument.toFixed(2),
    ]),
  ];
  const pages = [
    ["documents", "page of a document, gzip", "HTML", "JavaScript", "CSS"],
    ...weights.map(({ documents, page, html, script, style }) => [
      number(documents),
      page,
      ...[html, script, style].map((one) => number(one)),
    ]),
  ];
  const memory = rows.some((one) => one.peakBytes === null)
    ? "Peak memory is only measured on Linux."
    : "Peak memory is that of the largest single process.";
  return [
    writeTable(builds, [1]),
    `${writeMachine(machine, runs)} ${memory}`,
    ...compareSizes(rows),
    ...ratios.map(describeRatio),
    "",
    writeTable(pages, [1]),
    "In bytes, before search is opened.",
  ].join("\n");
}

function describeRatio({ documents, peer, medians, pairs }: Ratio): string {
  return `${peer} takes ${medians.toFixed(2)} times as long as Sopbook for ${documents} documents (pair by pair: ${pairs.map((one) => one.toFixed(2)).join(", ")}).`;
}

/** What each further document costs from one size to the next; the same everywhere when the cost grows in a straight line. */
function compareSizes(rows: readonly Row[]): string[] {
  const sizes = [...new Set(rows.map((one) => one.documents))].sort((a, b) => a - b);
  return sizes.slice(1).map((size, index) => {
    const before = sizes[index] ?? 0;
    const find = (documents: number, kind: string) =>
      rows.find((one) => one.documents === documents && one.kind === kind)?.seconds.median ?? Number.NaN;
    const costs = [...new Set(rows.map((one) => one.kind))].map(
      (kind) => `${kind} ${((1000 * (find(size, kind) - find(before, kind))) / (size - before)).toFixed(2)} ms`,
    );
    return `From ${before} to ${size} documents each further one costs: ${costs.join("; ")}.`;
  });
}
